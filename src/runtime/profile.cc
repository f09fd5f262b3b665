#include "runtime/profile.h"

#include <algorithm>

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

std::span<const DecisionPoint> AllDecisionPoints() {
  return kDecisionPoints;
}

}  // namespace streplay
