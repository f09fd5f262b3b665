// The decision points as a table, for what compares profiles: what each asks, which answers there
// are, and a way to read and change a profile's. Generated from specs/profiles.yaml, in its order.
#ifndef STREPLAY_RUNTIME_DECISION_POINT_H_
#define STREPLAY_RUNTIME_DECISION_POINT_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "runtime/profile.h"

namespace streplay {

struct Choice {
  std::string_view name;
  std::string_view meaning;  // in few words
};

struct DecisionPoint {
  std::string_view name;
  std::string_view rule;  // of specs/rules.yaml: what it touches
  std::string_view question;
  std::span<const Choice> choices;
  size_t (*choice)(const Profile& profile);         // the index of the profile's answer
  void (*choose)(Profile& profile, size_t choice);  // gives it another one, by its index
};

std::span<const DecisionPoint> AllDecisionPoints();

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DECISION_POINT_H_
