// Runs every snippet of the corpus that CPython 3.11 has judged (README.md in this directory).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "script/native_stack.h"
#include "script/script_world.h"

namespace streplay::script {
namespace {

struct Snippet {
  std::string name;
  std::string source;
  std::vector<std::string> expected;
};

std::vector<Snippet> ReadSnippets(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file.good());
  std::vector<Snippet> snippets;
  bool is_in_source = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      snippets.push_back({line.substr(4), "", {}});
      is_in_source = true;
    } else if (snippets.empty()) {
      continue;
    } else if (is_in_source && line == "---") {
      is_in_source = false;
    } else if (is_in_source) {
      snippets.back().source += line + "\n";
    } else if (!line.empty()) {
      snippets.back().expected.push_back(line);
    }
  }
  return snippets;
}

// What a run did, in the corpus's own form.
std::vector<std::string> Recording(ScriptWorld& world, const Completion& completion) {
  std::vector<std::string> lines;
  std::string rest = world.host.printed;
  for (size_t end; (end = rest.find('\n')) != std::string::npos; rest.erase(0, end + 1)) {
    lines.push_back("|" + rest.substr(0, end));
  }
  if (!rest.empty()) {
    lines.push_back("|" + rest);
    lines.push_back("\\");
  }
  std::string ending = world.EndText(completion);
  while (!ending.empty()) {
    size_t end = ending.find("\n!");
    lines.push_back(ending.substr(0, end));
    ending = end == std::string::npos ? "" : ending.substr(end + 1);
  }
  return lines;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::vector<std::filesystem::path> SnippetFiles() {
  std::filesystem::path directory =
      std::filesystem::path(STREPLAY_SOURCE_DIR) / "tests/script/snippets";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("snippets do what CPython makes of them") {
  std::vector<std::filesystem::path> files = SnippetFiles();
  REQUIRE(files.size() > 40);
  for (const auto& path : files) {
    for (const Snippet& snippet : ReadSnippets(path)) {
      INFO(path.filename().string() << ": " << snippet.name << "\n" << snippet.source);
      std::string recording;
      RunOnLargeStack([&] {
        ScriptWorld world;
        Completion completion = world.Run(snippet.source);
        recording = Joined(Recording(world, completion));
      });
      CHECK(recording == Joined(snippet.expected));
    }
  }
}

}  // namespace
}  // namespace streplay::script
