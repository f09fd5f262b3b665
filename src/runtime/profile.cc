#include "runtime/profile.h"

#include <algorithm>

#include "base/check.h"

namespace streplay {
namespace {

#include "runtime/profile_tables.inc"

}  // namespace

std::span<const Profile> AllProfiles() {
  return kProfiles;
}

const Profile* FindProfile(std::string_view name) {
  auto found = std::find_if(std::begin(kProfiles), std::end(kProfiles),
                            [name](const Profile& profile) { return profile.name == name; });
  return found == std::end(kProfiles) ? nullptr : found;
}

const Profile& GetProfile(std::string_view name) {
  const Profile* profile = FindProfile(name);
  STREPLAY_CHECK(profile != nullptr);
  return *profile;
}

}  // namespace streplay
