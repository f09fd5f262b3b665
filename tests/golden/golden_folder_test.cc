#include "golden/golden_folder.h"

#include "support/catch.h"
#include "support/memory_file_system.h"

namespace streplay {
namespace {

using Paths = std::vector<std::string>;

GoldenFolder List(const MemoryFileSystem& files, const std::string& root) {
  std::string error;
  auto folder = ListGoldens(files, root, error);
  REQUIRE(folder);
  return *folder;
}

TEST_CASE("what lies below a golden root is told apart by its name") {
  MemoryFileSystem files;
  for (const char* path :
       {"golden/documented/a/b.jsonl", "golden/documented/a.jsonl", "golden/documented/a.txt",
        "golden/documented/a.jsonl.pending", "golden/documented/c.jsonl.pending",
        "golden/documented/.a.jsonl.7-1.tmp", "golden/.git/b.jsonl", "golden/documented/.b.jsonl",
        "golden/x.pending", "elsewhere/documented/a.jsonl"}) {
    files.AddFile(path, "");
  }
  files.AddLink("golden/documented/d.jsonl");
  files.AddLink("golden/documented/e");
  files.AddFile("golden/documented/e/f.jsonl", "");
  files.AddAbandoned("golden/documented/a/.b.jsonl.9-1.tmp", "{");
  GoldenFolder folder = List(files, "golden");
  CHECK(folder.goldens == Paths{"documented/a.jsonl", "documented/a/b.jsonl"});
  CHECK(folder.pending == Paths{"documented/a.jsonl", "documented/c.jsonl"});
  CHECK(folder.abandoned == Paths{"documented/a/.b.jsonl.9-1.tmp"});
}

TEST_CASE("a root that is not there holds nothing") {
  CHECK(List(MemoryFileSystem(), "golden").goldens.empty());
}

TEST_CASE("a root that cannot be read is named") {
  MemoryFileSystem files;
  files.AddFile("golden", "");
  std::string error;
  CHECK(!ListGoldens(files, "golden", error));
  CHECK(error == "golden cannot be read: Not a directory");
}

TEST_CASE("folders do not nest without end") {
  MemoryFileSystem files;
  std::string path = "golden";
  for (int depth = 0; depth < 102; ++depth) path += "/a";
  files.AddFile(path + "/b.jsonl", "");
  std::string error;
  CHECK(!ListGoldens(files, "golden", error));
  CHECK(error.ends_with("/a is nested too deep"));
}

}  // namespace
}  // namespace streplay
