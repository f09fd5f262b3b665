// A profile: what the model decides where the documentation and Streamlit 1.18.1 part. Plain data,
// generated at build time from specs/profiles.yaml; the runtime asks it at named decision points.
#ifndef STREPLAY_RUNTIME_PROFILE_H_
#define STREPLAY_RUNTIME_PROFILE_H_

#include <span>
#include <string_view>

namespace streplay {

struct Profile;

// All profiles, the default (`documented`) first.
std::span<const Profile* const> AllProfiles();

// The profile called `name`, or null.
const Profile* FindProfile(std::string_view name);

std::string_view ProfileName(const Profile& profile);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PROFILE_H_
