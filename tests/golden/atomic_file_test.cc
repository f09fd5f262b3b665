#include "golden/atomic_file.h"

#include "support/catch.h"
#include "support/memory_file_system.h"

namespace streplay {
namespace {

constexpr const char* kPath = "golden/documented/a.jsonl";
using Texts = std::map<std::string, std::string>;

// What writing does, one operation after the other: makes the folders, a temporary file, half of
// it, all of it, flushes it, renames it, flushes the folder.
constexpr int kOperations = 7;
constexpr int kRenamed = 6;  // the operation that makes the file the new one

MemoryFileSystem Files(bool has_old) {
  MemoryFileSystem files;
  files.AddFile("golden/documented/b.jsonl", "other\n");
  if (has_old) files.AddFile(kPath, "old text\n");
  return files;
}

std::string OldText(bool has_old) {
  return has_old ? "old text\n" : "(missing)";
}

TEST_CASE("a file is written in so many operations") {
  MemoryFileSystem files = Files(true);
  std::string error;
  REQUIRE(WriteAtomically(files, kPath, "new text\n", error));
  CHECK(files.changes() == kOperations);
  CHECK(files.files() == Texts{{kPath, "new text\n"}, {"golden/documented/b.jsonl", "other\n"}});
}

TEST_CASE("wherever a full disk stops the writing, the old file stays, and nothing else") {
  for (bool has_old : {true, false}) {
    for (int operation = 1; operation <= kRenamed; ++operation) {
      INFO("operation " << operation);
      MemoryFileSystem files = Files(has_old);
      Texts before = files.files();
      files.FailFrom(operation);
      std::string error;
      CHECK(!WriteAtomically(files, kPath, "new text\n", error));
      CHECK(error == "No space left on device");
      CHECK(files.files() == before);
    }
  }
}

TEST_CASE("wherever a single operation fails, the old file stays, and nothing else") {
  for (int operation = 1; operation <= kRenamed; ++operation) {
    INFO("operation " << operation);
    MemoryFileSystem files = Files(true);
    Texts before = files.files();
    files.FailAt(operation);
    std::string error;
    CHECK(!WriteAtomically(files, kPath, "new text\n", error));
    CHECK(files.files() == before);
  }
}

TEST_CASE("a folder that cannot be flushed is no failure: the file is there") {
  MemoryFileSystem files = Files(true);
  files.FailAt(kOperations);
  std::string error;
  CHECK(WriteAtomically(files, kPath, "new text\n", error));
  CHECK(files.Text(kPath) == "new text\n");
}

TEST_CASE("when the temporary file cannot be removed either, the first error is told") {
  MemoryFileSystem files = Files(true);
  files.FailFrom(5);
  files.FailAt(6);
  std::string error;
  CHECK(!WriteAtomically(files, kPath, "new text\n", error));
  CHECK(error == "No space left on device");
  CHECK(files.Text(kPath) == "old text\n");
  CHECK(files.Text("golden/documented/.a.jsonl.2.tmp") == "new text\n");
}

TEST_CASE("whenever the program dies or the power goes, the file is the old or the new one") {
  for (bool has_old : {true, false}) {
    for (bool power_goes : {false, true}) {
      for (int operation = 1; operation <= kOperations; ++operation) {
        INFO("operation " << operation);
        MemoryFileSystem files = Files(has_old);
        files.CrashAt(operation);
        std::string error;
        CHECK_THROWS_AS(WriteAtomically(files, kPath, "new text\n", error), Crash);
        if (power_goes) files.LosePower();
        CHECK(files.Text(kPath) == (operation > kRenamed ? "new text\n" : OldText(has_old)));
        CHECK(files.Text("golden/documented/b.jsonl") == "other\n");
      }
    }
  }
}

}  // namespace
}  // namespace streplay
