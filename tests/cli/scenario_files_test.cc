#include "cli/scenario_files.h"

#include "base/diagnostic_formatter.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

namespace streplay {
namespace {

using Paths = std::vector<std::string>;

MemoryFileSystem Files() {
  MemoryFileSystem files;
  for (const char* path : {"s/b.yaml", "s/a.yml", "s/A.yaml", "s/sub/c.yaml", "s/readme.md",
                           "s/.hidden.yaml", "s/.git/d.yaml", "s/yaml"}) {
    files.AddFile(path, "");
  }
  return files;
}

Paths Find(const MemoryFileSystem& files, const Paths& paths) {
  Diagnostics diagnostics;
  auto found = FindScenarioFiles(paths, files, diagnostics);
  return found ? *found : Paths{FormatDiagnostics(diagnostics)};
}

TEST_CASE("a folder is walked in byte order, without what is hidden") {
  Paths all = {"s/A.yaml", "s/a.yml", "s/b.yaml", "s/sub/c.yaml"};
  CHECK(Find(Files(), {"s"}) == all);
  CHECK(Find(Files(), {"s/"}) == all);
  CHECK(Find(Files(), {"./s//"}) == all);
  CHECK(Find(Files(), {"."}) == all);
}

TEST_CASE("a file is taken whatever its name, and only once") {
  CHECK(Find(Files(), {"s/readme.md"}) == Paths{"s/readme.md"});
  CHECK(Find(Files(), {"s/b.yaml", "s", "./s/b.yaml"}) ==
        Paths{"s/A.yaml", "s/a.yml", "s/b.yaml", "s/sub/c.yaml"});
}

TEST_CASE("the order of the paths changes nothing") {
  MemoryFileSystem files = Files();
  files.AddFile("s-t/e.yaml", "");
  Paths all = {"s/A.yaml", "s/a.yml", "s/b.yaml", "s/sub/c.yaml", "s-t/e.yaml"};
  CHECK(Find(files, {"s", "s-t"}) == all);
  CHECK(Find(files, {"s-t", "s/sub", "s"}) == all);
  CHECK(Find(files, {"."}) == all);
}

TEST_CASE("a link below a folder is not followed") {
  MemoryFileSystem files = Files();
  files.AddLink("s/link.yaml");
  CHECK(Find(files, {"s"}).size() == 4);
}

TEST_CASE("every path that is not there is named") {
  CHECK(Find(Files(), {"x", "s", "y.yaml"}) ==
        Paths{"x: error: does not exist\ny.yaml: error: does not exist\n"});
}

}  // namespace
}  // namespace streplay
