// A profile: what the model decides where the documentation and Streamlit 1.18.1 part. Plain data,
// generated at build time from specs/profiles.yaml, which explains every decision point. The
// runtime asks it at those points and nowhere else. Reports list them by decision_point.h.
#ifndef STREPLAY_RUNTIME_PROFILE_H_
#define STREPLAY_RUNTIME_PROFILE_H_

#include <span>
#include <string_view>

namespace streplay {

// One enum a decision point, and struct Profile with one member a point.
#define STREPLAY_PROFILE_TYPES
#include "runtime/profile_tables.inc"
#undef STREPLAY_PROFILE_TYPES

// The default (`documented`) first.
std::span<const Profile> AllProfiles();

// Null when there is no profile of that name.
const Profile* FindProfile(std::string_view name);

// The profile called `name`, which is one of them.
const Profile& GetProfile(std::string_view name);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PROFILE_H_
