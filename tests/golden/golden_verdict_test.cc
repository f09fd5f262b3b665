#include "golden/golden_verdict.h"

#include "support/catch.h"

namespace streplay {
namespace {

using State = GoldenState;
using Fate = PendingFate;

GoldenVerdict Judge(State state, const UpdatePolicy& policy) {
  return JudgeGolden(state, true, policy);
}

TEST_CASE("unasked, a missing golden is written, and it still fails; others are kept pending") {
  UpdatePolicy policy;
  CHECK(Judge(State::kSame, policy) == GoldenVerdict{true, false, Fate::kRemoved});
  CHECK(Judge(State::kMissing, policy) == GoldenVerdict{false, true, Fate::kRemoved});
  CHECK(Judge(State::kDifferent, policy) == GoldenVerdict{false, false, Fate::kWritten});
  CHECK(Judge(State::kUnreadable, policy) == GoldenVerdict{false, false, Fate::kWritten});
}

TEST_CASE("in CI nothing is written or removed unasked") {
  UpdatePolicy policy{std::nullopt, true};
  CHECK(Judge(State::kSame, policy) == GoldenVerdict{true, false, Fate::kStays});
  for (State state : {State::kMissing, State::kDifferent, State::kUnreadable}) {
    CHECK(Judge(state, policy) == GoldenVerdict{false, false, Fate::kStays});
  }
}

TEST_CASE("an update writes what its mode names, in CI too, and keeps nothing pending") {
  constexpr GoldenVerdict kFail{false, false, Fate::kStays};
  constexpr GoldenVerdict kWriteAndPass{true, true, Fate::kRemoved};
  for (bool in_ci : {false, true}) {
    UpdatePolicy missing{UpdateMode::kMissing, in_ci};
    CHECK(Judge(State::kMissing, missing) == kWriteAndPass);
    CHECK(Judge(State::kDifferent, missing) == kFail);
    CHECK(Judge(State::kUnreadable, missing) == kFail);
    UpdatePolicy changed{UpdateMode::kChanged, in_ci};
    CHECK(Judge(State::kMissing, changed) == kFail);
    CHECK(Judge(State::kDifferent, changed) == kWriteAndPass);
    CHECK(Judge(State::kUnreadable, changed) == kWriteAndPass);
    UpdatePolicy all{UpdateMode::kAll, in_ci};
    CHECK(Judge(State::kMissing, all) == kWriteAndPass);
    CHECK(Judge(State::kDifferent, all) == kWriteAndPass);
    CHECK(Judge(State::kSame, all) == GoldenVerdict{true, false, Fate::kRemoved});
  }
}

TEST_CASE("while an expectation does not hold nothing is written, and nothing pending stays") {
  for (State state : {State::kMissing, State::kSame, State::kDifferent, State::kUnreadable}) {
    for (std::optional<UpdateMode> update :
         {std::optional<UpdateMode>(), std::optional(UpdateMode::kAll)}) {
      for (bool in_ci : {false, true}) {
        GoldenVerdict verdict = JudgeGolden(state, false, {update, in_ci});
        CHECK(!verdict.write);
        bool is_left = in_ci && !update;
        CHECK(verdict.pending == (is_left ? Fate::kStays : Fate::kRemoved));
      }
    }
  }
}

TEST_CASE("the words for the modes") {
  CHECK(ParseUpdateMode("missing") == UpdateMode::kMissing);
  CHECK(ParseUpdateMode("changed") == UpdateMode::kChanged);
  CHECK(ParseUpdateMode("all") == UpdateMode::kAll);
  CHECK(!ParseUpdateMode("none"));
}

}  // namespace
}  // namespace streplay
