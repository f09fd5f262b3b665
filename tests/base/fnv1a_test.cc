#include "base/fnv1a.h"

#include "support/catch.h"

namespace streplay {
namespace {

// The values that the authors of the hash publish.
TEST_CASE("the hash is FNV-1a with 64 bits") {
  CHECK(HexText(Fnv1a("")) == "cbf29ce484222325");
  CHECK(HexText(Fnv1a("a")) == "af63dc4c8601ec8c");
  CHECK(HexText(Fnv1a("foobar")) == "85944171f73967e8");
  CHECK(Fnv1a("bar", Fnv1a("foo")) == Fnv1a("foobar"));
}

}  // namespace
}  // namespace streplay
