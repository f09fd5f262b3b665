#include "explore/random.h"

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("the numbers of a seed are the same everywhere") {
  Random random(1, 0);
  CHECK(random.Next() == 0x82cfecab5b995a13);
  CHECK(Random(1, 0).Below(10) == Random(1, 0).Below(10));
  CHECK(Random(1, 0).Next() != Random(1, 1).Next());
  CHECK(Random(1, 0).Next() != Random(2, 0).Next());
}

TEST_CASE("a choice by weight is never one of weight 0") {
  Random random(3, 4);
  for (int i = 0; i < 100; ++i) CHECK(random.PickWeighted({0, 3, 0, 1}) % 2 == 1);
}

TEST_CASE("a number between two is one of them or between") {
  Random random(5, 6);
  for (int i = 0; i < 100; ++i) {
    int64_t number = random.Between(-2, 1);
    CHECK((number >= -2 && number <= 1));
  }
}

}  // namespace
}  // namespace streplay
