// Ids, goldens, and the folder that a script file may not leave.
#include "scenario/corpus_place.h"

#include "scenario/disk_file_reader.h"
#include "scenario/loading.h"
#include "support/catch.h"

#include <filesystem>
#include <fstream>

using namespace streplay;

namespace {

void CheckPlace(const std::string& path, const std::string& id, const std::string& golden,
                const std::string& root, const std::string& current_folder = "/home") {
  MemoryFiles files;
  files.current_folder = current_folder;
  CorpusPlace place = FindCorpusPlace(path, files);
  INFO(path);
  CHECK(place.id == id);
  CHECK(place.golden_root == golden);
  CHECK(place.root == root);
}

constexpr const char* kWithFile = "title: T\nscript: {file: FILE}\nsteps: [run]\n";

// What is said about a scenario at `path` whose script is in `file`.
std::string LoadWithFile(const std::string& path, const std::string& file, MemoryFiles files) {
  std::string text = kWithFile;
  text.replace(text.find("FILE"), 4, file);
  files.files[path] = text;
  Loaded loaded = Load(path, files);
  return loaded.scenario ? loaded.scenario->script.text
                         : loaded.diagnostics.substr(0, loaded.diagnostics.find('\n'));
}

}  // namespace

TEST_CASE("a scenario's id is its path below the nearest scenarios folder") {
  CheckPlace("scenarios/widgets/negate.yaml", "widgets/negate", "golden", "scenarios");
  CheckPlace("./scenarios/negate.yaml", "negate", "golden", "scenarios");
  CheckPlace("/a/scenarios/b/c.json", "b/c", "/a/golden", "/a/scenarios");
  CheckPlace("a/scenarios/b/scenarios/c.yml", "c", "a/scenarios/b/golden",
             "a/scenarios/b/scenarios");
  CheckPlace("a/b.yaml", "b", "a/golden", "a");
  CheckPlace("b.yaml", "b", "golden", ".");
  // No name leads out of the golden root.
  CheckPlace("scenarios/a/../../b.yaml", "b", "golden", ".");
  CheckPlace("scenarios/../scenarios/a/../b.yaml", "b", "golden", "scenarios");
  CheckPlace("scenarios/a/...yaml", "a/..", "golden", "scenarios");
  CheckPlace("scenarios.yaml", "scenarios", "golden", ".");
}

TEST_CASE("a scenarios folder above the current one counts") {
  CheckPlace("negate.yaml", "widgets/negate", "../../golden", "..", "/a/scenarios/widgets");
  CheckPlace("widgets/negate.yaml", "widgets/negate", "../golden", ".", "/a/scenarios");
  CheckPlace("../other/x.yaml", "other/x", "../../golden", "..", "/a/scenarios/widgets");
}

TEST_CASE("the golden of a profile") {
  MemoryFiles files;
  files.files["scenarios/a/b.yaml"] = WithSteps("  - run\n");
  Loaded loaded = Load("scenarios/a/b.yaml", files);
  REQUIRE(loaded.scenario.has_value());
  CHECK(GoldenPath(*loaded.scenario, "documented") == "golden/documented/a/b.jsonl");
}

TEST_CASE("a script file is found beside the scenario and up to the corpus root") {
  MemoryFiles files;
  files.files["scenarios/a/app.py"] = "a";
  files.files["scenarios/shared/app.py"] = "b";
  files.files["app.py"] = "c";
  CHECK(LoadWithFile("scenarios/a/s.yaml", "app.py", files) == "a");
  CHECK(LoadWithFile("scenarios/a/s.yaml", "./app.py", files) == "a");
  CHECK(LoadWithFile("scenarios/a/s.yaml", "../shared/app.py", files) == "b");
  CHECK(LoadWithFile("scenarios/a/s.yaml", "../../app.py", files) ==
        "scenarios/a/s.yaml:2:16: error: the script must be a file below `scenarios`");
  CHECK(LoadWithFile("scenarios/a/s.yaml", "../../scenarios/a/app.py", files) == "a");
  CHECK(LoadWithFile("s.yaml", "app.py", files) == "c");
  CHECK(LoadWithFile("x/s.yaml", "../app.py", files) ==
        "x/s.yaml:2:16: error: the script must be a file below `x`");
}

TEST_CASE("a link that leads out of the corpus is refused") {
  MemoryFiles files;
  files.files["scenarios/app.py"] = "a";
  files.files["/etc/passwd"] = "secret";
  files.links["scenarios/out.py"] = "/etc/passwd";
  files.links["scenarios/in.py"] = "/home/scenarios/app.py";
  files.files["/home/scenarios/app.py"] = "a";
  CHECK(LoadWithFile("scenarios/s.yaml", "out.py", files) ==
        "scenarios/s.yaml:2:16: error: the script must be a file below `scenarios`");
  CHECK(LoadWithFile("scenarios/s.yaml", "in.py", files) == "a");
}

TEST_CASE("files on disk: links, folders and devices") {
  namespace fs = std::filesystem;
  fs::path folder = fs::temp_directory_path() / "streplay_scenario_test";
  fs::remove_all(folder);
  fs::create_directories(folder / "scenarios" / "inner");
  std::ofstream(folder / "outside.py") << "x = 1\n";
  std::ofstream(folder / "scenarios" / "inside.py") << "x = 2\n";
  fs::create_symlink(folder / "outside.py", folder / "scenarios" / "out.py");
  fs::create_symlink("inside.py", folder / "scenarios" / "in.py");
  DiskFileReader files;
  auto load = [&](const std::string& file) {
    std::string text = kWithFile;
    text.replace(text.find("FILE"), 4, file);
    std::ofstream(folder / "scenarios" / "s.yaml") << text;
    return Load((folder / "scenarios" / "s.yaml").string(), files);
  };
  CHECK(load("in.py").scenario.has_value());
  CHECK(load("out.py").diagnostics.find("must be a file below") != std::string::npos);
  CHECK(load("inner").diagnostics.find("is not a regular file") != std::string::npos);
  CHECK(load("missing.py").diagnostics.find("does not exist") != std::string::npos);
  CHECK(files.Read("/dev/zero", 10).status == FileContent::Status::kNotARegularFile);
  CHECK(files.Read((folder / "outside.py").string(), 5).status == FileContent::Status::kTooLarge);
  CHECK(files.Read((folder / "outside.py").string(), 6).text == "x = 1\n");
  fs::remove_all(folder);
}
