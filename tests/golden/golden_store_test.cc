#include "golden/golden_store.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "golden/disk_file_system.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

namespace streplay {
namespace {

constexpr const char* kName = "documented/a/b.jsonl";
constexpr const char* kPath = "golden/documented/a/b.jsonl";

TEST_CASE("a golden is written where it belongs and read back") {
  MemoryFileSystem files;
  GoldenStore store(files, "golden");
  CHECK(store.Read(kName).status == GoldenFile::Status::kMissing);
  std::string error;
  REQUIRE(store.Write(kName, "text\n", error));
  CHECK(files.files() == std::map<std::string, std::string>{{kPath, "text\n"}});
  CHECK(store.Read(kName).text == "text\n");
}

TEST_CASE("a golden that holds the text already is left alone") {
  MemoryFileSystem files;
  files.AddFile(kPath, "text\n");
  std::string error;
  CHECK(GoldenStore(files, "golden").Write(kName, "text\n", error));
  CHECK(files.changes() == 0);
}

TEST_CASE("wherever a write fails, the golden is the old one and nothing else is left") {
  for (int change = 1; change <= 3; ++change) {
    MemoryFileSystem files;
    files.AddFile(kPath, "old\n");
    files.FailFrom(change);
    std::string error;
    CHECK(!GoldenStore(files, "golden").Write(kName, "new\n", error));
    CHECK(error == "No space left on device");
    CHECK(files.files() == std::map<std::string, std::string>{{kPath, "old\n"}});
  }
}

TEST_CASE("nothing is reached through a link, and no name leads out of the root") {
  auto reason = [](const char* link, const char* name) {
    MemoryFileSystem files;
    files.AddFile(kPath, "old\n");
    if (link != nullptr) files.AddLink(link);
    GoldenStore store(files, "golden");
    GoldenFile golden = store.Read(name);
    CHECK(golden.status == GoldenFile::Status::kRefused);
    std::string error;
    CHECK(!store.Write(name, "new\n", error));
    CHECK(error == golden.reason);
    CHECK(files.changes() == 0);
    return golden.reason;
  };
  CHECK(reason("golden/documented", kName) ==
        "`documented` is a link, and goldens are not reached through links");
  CHECK(reason("golden/documented/a", kName) ==
        "`documented/a` is a link, and goldens are not reached through links");
  CHECK(reason(kPath, kName) == "the golden is a link, and goldens are plain files");
  CHECK(reason(nullptr, "../x.jsonl") == "the golden would lie outside its root");
  CHECK(reason(nullptr, "documented/../../x.jsonl") == "the golden would lie outside its root");
  CHECK(reason(nullptr, "/x.jsonl") == "the golden would lie outside its root");
  CHECK(reason(nullptr, "documented//x.jsonl") == "the golden would lie outside its root");
  CHECK(reason(nullptr, "documented/a") == "the golden is no plain file");
  CHECK(reason(nullptr, "documented/a/b.jsonl/c.jsonl") ==
        "`documented/a/b.jsonl` is no directory");
}

// A directory of this test's own, removed at the end.
class ScratchDirectory {
 public:
  ScratchDirectory() {
    path_ = (std::filesystem::temp_directory_path() / "streplay-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ~ScratchDirectory() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST_CASE("on a disk, too") {
  ScratchDirectory scratch;
  REQUIRE(!scratch.path().empty());
  DiskFileSystem files;
  GoldenStore store(files, scratch.path() + "/golden");
  std::string error;
  REQUIRE(store.Write(kName, "one\n", error));
  std::string path = scratch.path() + "/" + kPath;

  SECTION("the text is there, and no other file") {
    CHECK(store.Read(kName).text == "one\n");
    auto entries = files.ListDirectory(scratch.path() + "/golden/documented/a", error);
    REQUIRE(entries);
    CHECK(entries->size() == 1);
  }
  SECTION("the same text keeps the time of the file") {
    struct stat before, after;
    REQUIRE(::stat(path.c_str(), &before) == 0);
    REQUIRE(store.Write(kName, "one\n", error));
    REQUIRE(::stat(path.c_str(), &after) == 0);
    CHECK(before.st_ino == after.st_ino);
    CHECK(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
  }
  SECTION("a link is not followed") {
    std::string elsewhere = scratch.path() + "/elsewhere";
    std::ofstream(elsewhere) << "untouched";
    std::filesystem::remove(path);
    std::filesystem::create_symlink(elsewhere, path);
    CHECK(!store.Write(kName, "two\n", error));
    CHECK(files.ReadFile(elsewhere, error) == "untouched");
  }
  SECTION("what cannot be made says why") {
    std::ofstream(scratch.path() + "/file") << "x";
    GoldenStore blocked(files, scratch.path() + "/file");
    CHECK(!blocked.Write(kName, "two\n", error));
    CHECK(error == "Not a directory");
  }
}

}  // namespace
}  // namespace streplay
