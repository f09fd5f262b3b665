#include "golden/golden_store.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

TEST_CASE("a golden that cannot be written stays as it was") {
  MemoryFileSystem files;
  files.AddFile(kPath, "old\n");
  files.FailFrom(1);
  std::string error;
  CHECK(!GoldenStore(files, "golden").Write(kName, "new\n", error));
  CHECK(error == "No space left on device");
  CHECK(files.files() == std::map<std::string, std::string>{{kPath, "old\n"}});
}

TEST_CASE("a golden is removed; one that is not there is removed already") {
  MemoryFileSystem files;
  files.AddFile(kPath, "old\n");
  GoldenStore store(files, "golden");
  std::string error;
  CHECK(store.Remove(kName, error));
  CHECK(files.files().empty());
  CHECK(store.Remove(kName, error));
  CHECK(store.Remove("documented/never/there.jsonl", error));
  files.AddFile(kPath, "old\n");
  files.FailAt(files.changes() + 1);
  CHECK(!store.Remove(kName, error));
  CHECK(error == "Permission denied");
}

TEST_CASE("what a program that died left behind is removed, and nothing else") {
  MemoryFileSystem files;
  files.AddFile(kPath, "old\n");
  files.AddFile("golden/documented/a/.b.jsonl.1-2.tmp", "being written");
  files.AddAbandoned("golden/documented/a/.b.jsonl.1-1.tmp", "{");
  files.AddAbandoned("elsewhere/.b.jsonl.1-1.tmp", "{");
  GoldenStore(files, "golden").RemoveAbandoned();
  CHECK(files.files() == std::map<std::string, std::string>{
                             {kPath, "old\n"},
                             {"golden/documented/a/.b.jsonl.1-2.tmp", "being written"},
                             {"elsewhere/.b.jsonl.1-1.tmp", "{"}});
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
    CHECK(!store.Remove(name, error));
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
  SECTION("a temporary file is abandoned once its process has ended") {
    auto is_abandoned = [&](const std::string& name) {
      return files.IsAbandoned(scratch.path() + "/" + name);
    };
    auto temporary = files.CreateTemporary(path, error);
    REQUIRE(temporary);
    CHECK(!files.IsAbandoned(*temporary));
    pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    std::string dead = std::to_string(child);
    CHECK(is_abandoned(".b.jsonl." + dead + "-1.tmp"));
    CHECK(is_abandoned(".b-1.2.jsonl." + dead + "-12.tmp"));
    for (const std::string& name :
         {"b.jsonl." + dead + "-1.tmp", ".b.jsonl." + dead + "-1.txt", ".b.jsonl." + dead + "-.tmp",
          ".b.jsonl." + dead + "-x.tmp", ".b.jsonl." + dead + ".tmp", "." + dead + "-1.tmp",
          std::string(".b.jsonl.-1.tmp"), std::string(".b.jsonl.0-1.tmp"), std::string(".tmp")}) {
      INFO(name);
      CHECK(!is_abandoned(name));
    }
  }
  SECTION("a disk that takes only the beginning of a file leaves the old one") {
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small{10, before.rlim_max};
    auto* old_handler = ::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    bool written = store.Write(kName, "more than ten bytes\n", error);
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, old_handler);
    CHECK(!written);
    CHECK(error == "File too large");
    CHECK(store.Read(kName).text == "one\n");
    auto entries = files.ListDirectory(scratch.path() + "/golden/documented/a", error);
    REQUIRE(entries);
    CHECK(entries->size() == 1);
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
