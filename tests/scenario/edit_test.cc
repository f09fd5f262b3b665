// `edit` and `call`: which text runs, and where its lines come from.
#include <algorithm>
#include "scenario/loading.h"
#include "scenario/script_edit.h"
#include "support/catch.h"

using namespace streplay;

namespace {

// "7:3 8:3": the place of each line.
std::string Origins(const MappedText& text) {
  std::string places;
  for (const LineOrigin& origin : text.origins) {
    if (!places.empty()) places += ' ';
    places += std::to_string(origin.begin.line) + ":" + std::to_string(origin.begin.column);
  }
  return places;
}

MappedText Numbered(const std::string& text, int first_line) {
  MappedText mapped{text, {}};
  auto source = std::make_shared<const SourceText>("f", "");
  int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  if (!text.empty() && text.back() != '\n') ++lines;
  for (int i = 0; i < lines; ++i) mapped.origins.push_back({source, {first_line + i, 1}});
  return mapped;
}

std::string Edited(const std::string& text, const std::string& find, const std::string& replace) {
  Matches matches = FindMatches(text, find);
  REQUIRE(matches.count >= 1);
  MappedText edited =
      ReplaceText(Numbered(text, 1), matches.first, find.size(), Numbered(replace, 50));
  return edited.text + "|" + Origins(edited);
}

}  // namespace

TEST_CASE("matches are counted where they overlap too") {
  CHECK(FindMatches("aaa", "aa").count == 2);
  CHECK(FindMatches("abc", "d").count == 0);
  CHECK(FindMatches("", "d").count == 0);
  CHECK(FindMatches("xaab", "aab").first == 1);
  CHECK(FindMatches("ababab", "abab").count == 2);
  CHECK(FindMatches("aabaaab", "aab").count == 2);
  CHECK(FindMatches(std::string(8'000'000, 'a'), std::string(4'000'000, 'a') + "b").count == 0);
}

TEST_CASE("lines that hold a part of the replacement come from it") {
  CHECK(Edited("a\nb\nc\n", "b", "x") == "a\nx\nc\n|1:1 50:1 3:1");
  CHECK(Edited("a\nb\nc\n", "b\n", "x\n") == "a\nx\nc\n|1:1 50:1 3:1");
  CHECK(Edited("a\nb\nc\n", "b\n", "") == "a\nc\n|1:1 3:1");
  CHECK(Edited("a\nb\nc\n", "b\n", "x\ny\nz\n") == "a\nx\ny\nz\nc\n|1:1 50:1 51:1 52:1 3:1");
  CHECK(Edited("a\nb\nc\n", "b", "x\ny") == "a\nx\ny\nc\n|1:1 50:1 51:1 3:1");
  CHECK(Edited("a\nb\nc\n", "a\nb\nc\n", "") == "|");
  CHECK(Edited("a\nb\nc", "c", "") == "a\nb\n|1:1 2:1");
  CHECK(Edited("ab\ncd\n", "b\nc", "x") == "axd\n|50:1");
  CHECK(Edited("ab\ncd\nef\n", "b\n", "x") == "axcd\nef\n|50:1 3:1");
  CHECK(Edited("a\n", "a\n", "x") == "x|50:1");
  CHECK(Edited("a\nb\n", "a\n", "x") == "xb\n|50:1");
}

TEST_CASE("every line has one origin, and lines before and after keep theirs") {
  auto line_count = [](const std::string& text) { return Numbered(text, 1).origins.size(); };
  auto make = [](int code, int length) {
    std::string text;
    for (int i = 0; i < length; ++i) text += (code >> i) & 1 ? 'a' : '\n';
    return text;
  };
  bool good = true;
  for (int length = 1; length <= 6; ++length) {
    for (int code = 0; code < 1 << length; ++code) {
      std::string text = make(code, length);
      for (size_t from = 0; from < text.size(); ++from) {
        for (size_t count = 1; from + count <= text.size(); ++count) {
          for (const char* put : {"", "a", "\n", "a\n", "\na", "a\na", "\n\n", "a\na\n"}) {
            MappedText edited = ReplaceText(Numbered(text, 1), from, count, Numbered(put, 50));
            good = good && edited.origins.size() == line_count(edited.text);
            auto before = std::count(text.begin(), text.begin() + static_cast<long>(from), '\n');
            for (long i = 0; i < before && good; ++i) {
              good = edited.origins[static_cast<size_t>(i)].begin.line == i + 1;
            }
            // A whole line after the change counts from the end as it did before it.
            auto after =
                std::count(text.begin() + static_cast<long>(from + count), text.end(), '\n');
            if (good && after >= 2 && text.back() == '\n') {
              good = edited.origins.back().begin.line == static_cast<int>(line_count(text));
            }
          }
        }
      }
    }
  }
  CHECK(good);
}

TEST_CASE("columns are told only where they are those of the file") {
  MappedText edited = ReplaceText(Numbered("x = 1\n", 1), 4, 1, Numbered("22\n33\n", 50));
  CHECK(edited.text == "x = 22\n33\n\n");
  CHECK(edited.RangeAt(4, 6).begin == Position{50, 1});
  CHECK(edited.RangeAt(8, 9).begin == Position{51, 2});
}

TEST_CASE("edits apply in order, and a later one sees what an earlier one made") {
  Scenario scenario = LoadGood(
      "title: T\ndefinitions: |\n  one = 1\nscript: |\n  two = one\n  two\nsteps:\n  - run\n"
      "  - edit: {find: two = one, replace: two = 22}\n"
      "  - edit: {find: \"22\", replace: \"33\"}\n"
      "  - edit: {find: one = 1, replace: \"one = 11\"}\n");
  const auto& first = ActionOf<EditStep>(scenario, 1);
  CHECK(first.script.text == "two = 22\ntwo\n");
  CHECK(Origins(first.script) == "9:38 6:3");
  CHECK(ActionOf<EditStep>(scenario, 2).script.text == "two = 33\ntwo\n");
  const auto& third = ActionOf<EditStep>(scenario, 3);
  CHECK(third.definitions.text == "one = 11\n");
  CHECK(third.script.text == "two = 33\ntwo\n");
  CHECK(scenario.script.text == "two = one\ntwo\n");
}

TEST_CASE("a call runs after the definitions as they are then") {
  Scenario scenario = LoadGood(
      "title: T\ndefinitions: |\n  def f(x):\n      return x\nscript: f(1)\nsteps:\n"
      "  - call: f(2)\n"
      "  - edit: {find: return x, replace: return 7}\n"
      "  - call: |\n      f(3)\n      f(4)\n");
  const auto& first = ActionOf<CallStep>(scenario, 0);
  CHECK(first.text == "f(2)");
  CHECK(first.program.text == "def f(x):\n    return x\nf(2)");
  CHECK(Origins(first.program) == "3:3 4:3 7:11");
  const auto& second = ActionOf<CallStep>(scenario, 2);
  CHECK(second.program.text == "def f(x):\n    return 7\nf(3)\nf(4)\n");
  CHECK(Origins(second.program) == "3:3 8:37 10:7 11:7");
}

TEST_CASE("what an edit breaks is no invalid scenario") {
  Scenario scenario = LoadGood(
      "title: T\nscript: |\n  x = 1\nsteps:\n  - run\n"
      "  - edit: {find: x = 1, replace: x = (}\n  - run\n  - expect: {status: syntax-error}\n"
      "  - call: x = 2\n");
  CHECK(ActionOf<EditStep>(scenario, 1).script.text == "x = (\n");
}

TEST_CASE("a function that an edit defines can be cleared after it") {
  std::string head = "title: T\nscript: |\n  def f(x):\n      return x\nsteps:\n  - run\n";
  std::string edit = "  - edit: {find: def f, replace: def g}\n";
  CHECK(LoadText(head + edit + "  - clear: g\n  - clear: f\n").scenario.has_value());
  CHECK_FALSE(LoadText(head + "  - clear: g\n" + edit).scenario.has_value());
}

TEST_CASE("the programs that the steps keep are limited") {
  std::string text = "title: T\nscript: |\n  x = 1\n";
  for (int i = 0; i < 100'000; ++i) text += "  y = 2\n";
  text += "steps:\n  - run\n";
  for (int i = 1; i < 30; ++i) {
    text += "  - edit: {find: x = " + std::to_string(i) +
            ", replace: x = " + std::to_string(i + 1) + "}\n";
  }
  std::string diagnostics = LoadText(text).diagnostics;
  CHECK(diagnostics.find("with this step the calls and edits make more than 67108864 bytes") !=
        std::string::npos);
}
