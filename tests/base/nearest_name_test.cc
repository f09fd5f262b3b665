#include "base/nearest_name.h"

#include <vector>

#include "support/catch.h"

TEST_CASE("the nearest name is the one with the fewest edits") {
  const std::vector<std::string_view> names = {"steps", "script", "title", "stubs"};
  CHECK(streplay::NearestName("step", names) == "steps");
  CHECK(streplay::NearestName("scirpt", names) == "script");
  CHECK(streplay::NearestName("stub", names) == "stubs");
  CHECK(!streplay::NearestName("banana", names));
  CHECK(!streplay::NearestName("", names));
}
