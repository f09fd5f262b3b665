#include "golden/golden_verdict.h"

#include "support/catch.h"

namespace streplay {
namespace {

constexpr GoldenVerdict kPass{true, false};
constexpr GoldenVerdict kFail{false, false};
constexpr GoldenVerdict kWriteAndPass{true, true};
constexpr GoldenVerdict kWriteAndFail{false, true};

TEST_CASE("unasked, only a missing golden is written, and it still fails") {
  UpdatePolicy policy;
  CHECK(JudgeGolden(GoldenState::kSame, policy) == kPass);
  CHECK(JudgeGolden(GoldenState::kMissing, policy) == kWriteAndFail);
  CHECK(JudgeGolden(GoldenState::kDifferent, policy) == kFail);
  CHECK(JudgeGolden(GoldenState::kUnreadable, policy) == kFail);
}

TEST_CASE("in CI nothing is written unasked") {
  UpdatePolicy policy{std::nullopt, true};
  CHECK(JudgeGolden(GoldenState::kSame, policy) == kPass);
  CHECK(JudgeGolden(GoldenState::kMissing, policy) == kFail);
  CHECK(JudgeGolden(GoldenState::kDifferent, policy) == kFail);
}

TEST_CASE("an update writes what its mode names, in CI too") {
  for (bool in_ci : {false, true}) {
    UpdatePolicy missing{UpdateMode::kMissing, in_ci};
    CHECK(JudgeGolden(GoldenState::kMissing, missing) == kWriteAndPass);
    CHECK(JudgeGolden(GoldenState::kDifferent, missing) == kFail);
    UpdatePolicy changed{UpdateMode::kChanged, in_ci};
    CHECK(JudgeGolden(GoldenState::kMissing, changed) == kFail);
    CHECK(JudgeGolden(GoldenState::kDifferent, changed) == kWriteAndPass);
    CHECK(JudgeGolden(GoldenState::kUnreadable, changed) == kWriteAndPass);
    UpdatePolicy all{UpdateMode::kAll, in_ci};
    CHECK(JudgeGolden(GoldenState::kMissing, all) == kWriteAndPass);
    CHECK(JudgeGolden(GoldenState::kDifferent, all) == kWriteAndPass);
    CHECK(JudgeGolden(GoldenState::kSame, all) == kPass);
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
