#include "runtime/decision_point.h"

namespace streplay {
namespace {

#define STREPLAY_DECISION_POINTS
#include "runtime/profile_tables.inc"
#undef STREPLAY_DECISION_POINTS

}  // namespace

std::span<const DecisionPoint> AllDecisionPoints() {
  return kDecisionPoints;
}

}  // namespace streplay
