#include "golden/path_text.h"

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("the folder of a path") {
  CHECK(FolderOf("a/b/c") == "a/b");
  CHECK(FolderOf("c") == ".");
  CHECK(FolderOf("/c") == "/");
}

TEST_CASE("a path below a folder") {
  CHECK(PathBelow("a/b", "c/d") == "a/b/c/d");
  CHECK(PathBelow(".", "c") == "c");
  CHECK(PathBelow("/", "c") == "/c");
}

}  // namespace
}  // namespace streplay
