// The reader on input that nobody wrote by hand: huge, deep, repetitive, odd.
#include "scenario/yaml_reader.h"

#include <memory>

#include "base/diagnostic_formatter.h"
#include "scenario/text_file.h"
#include "support/catch.h"

using namespace streplay;

namespace {

struct Outcome {
  std::optional<YamlNode> root;
  std::string diagnostics;
};

Outcome Read(const std::string& text) {
  Diagnostics diagnostics;
  Outcome outcome;
  SourceTextPtr source = DecodeTextFile("f", text, diagnostics);
  if (source) outcome.root = ReadYaml(source, diagnostics);
  outcome.diagnostics = FormatDiagnostics(diagnostics);
  return outcome;
}

std::string Repeat(const std::string& text, size_t count) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

// The first line of what is said to `text`, which must be refused.
std::string Refusal(const std::string& text) {
  Outcome outcome = Read(text);
  CHECK_FALSE(outcome.root.has_value());
  return outcome.diagnostics.substr(0, outcome.diagnostics.find('\n'));
}

}  // namespace

TEST_CASE("nodes know where they stand, in code points") {
  Outcome outcome = Read("\xC3\xA9: \"\xC3\xBC\"\nb: [\xE6\xB1\x89, &a x, *a]\nc:\nd:\n- \n- ~\n");
  REQUIRE(outcome.root.has_value());
  const YamlNode& root = *outcome.root;
  CHECK(root.items[0].begin == Position{1, 4});
  CHECK(root.items[0].end == Position{1, 7});
  CHECK(root.items[0].style == YamlNode::Style::kQuoted);
  const YamlNode& list = root.items[1];
  CHECK(list.begin == Position{2, 4});
  CHECK(list.items[0].end == Position{2, 6});
  CHECK(list.items[1].begin == Position{2, 11});
  CHECK(list.items[2].text == "x");
  CHECK(root.keys[2].begin == Position{3, 1});
  CHECK(root.items[2].kind == YamlNode::Kind::kNull);
  CHECK(root.items[2].begin == Position{3, 1});
  CHECK(root.items[3].items[0].begin == Position{5, 1});
  CHECK(root.items[3].items[1].begin == Position{6, 3});
}

TEST_CASE("scalar styles are told apart, behind anchors too") {
  Outcome outcome =
      Read("a: |\n  x\nb: >-\n  x\n  y\nc: &c |2\n   x\nd: &d # note\n  'x'\ne: x\n  y\n");
  REQUIRE(outcome.root.has_value());
  const std::vector<YamlNode>& items = outcome.root->items;
  CHECK(items[0].style == YamlNode::Style::kLiteral);
  CHECK(items[1].style == YamlNode::Style::kFolded);
  CHECK(items[1].text == "x y");
  CHECK(items[2].style == YamlNode::Style::kLiteral);
  CHECK(items[2].text == " x\n");
  CHECK(items[3].style == YamlNode::Style::kQuoted);
  CHECK(items[3].begin == Position{9, 3});
  CHECK(items[4].text == "x y");
  CHECK(items[4].begin == items[4].end);
}

TEST_CASE("nesting is limited, however it is written") {
  CHECK(Read(Repeat("[", 100) + Repeat("]", 100)).root.has_value());
  CHECK(Refusal(Repeat("[", 101) + Repeat("]", 101)) ==
        "f:1:101: error: lists and maps are nested more than 100 deep");
  for (const char* opening : {"[", "{a: ", "- ", "? ", "[{a: ", "[[], "}) {
    INFO(opening);
    CHECK(Refusal(Repeat(opening, 20'000))
              .ends_with("error: lists and maps are nested more than 100 deep"));
  }
  std::string indented;
  for (size_t depth = 0; depth < 3000; ++depth) indented += Repeat(" ", depth) + "a:\n";
  CHECK(Refusal(indented).ends_with("error: lists and maps are nested more than 100 deep"));
}

TEST_CASE("nesting through aliases is limited") {
  std::string deep = "a: &a " + Repeat("[", 60) + Repeat("]", 60) + "\n";
  CHECK(Read(deep + "b: " + Repeat("[", 39) + "*a" + Repeat("]", 39)).root.has_value());
  CHECK(Refusal(deep + "b: " + Repeat("[", 40) + "*a" + Repeat("]", 40)) ==
        "f:2:44: error: lists and maps are nested more than 100 deep");
}

TEST_CASE("aliases that explode are refused") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 9; ++level) {
    std::string before = "*a" + std::to_string(level - 1);
    std::string name = "a" + std::to_string(level);
    bomb += name + ": &" + name + " [" + Repeat(before + ", ", 9) + before + "]\n";
  }
  CHECK(Refusal(bomb).ends_with("error: the document has more than 1000000 values"));
}

TEST_CASE("anchors around anchors do not multiply memory") {
  std::string text;
  for (int level = 0; level < 90; ++level) text += "&a" + std::to_string(level) + " [";
  text += Repeat("x,\n", 100'000) + Repeat("]", 90);
  CHECK(Refusal(text).ends_with("error: the document has more than 1000000 values"));
}

TEST_CASE("values and brackets are counted") {
  CHECK(Read("[" + Repeat("1,", 900'000) + "]").root.has_value());
  CHECK(Refusal("[" + Repeat("1,", 1'000'001) + "]") ==
        "f: error: the file has more than 1000000 brackets, commas, quotes, anchors and aliases");
  CHECK(Refusal(Repeat("[", 16'000'000)) ==
        "f: error: the file has more than 1000000 brackets, commas, quotes, anchors and aliases");
  CHECK(Refusal(Repeat("- a\n", 1'000'001))
            .ends_with("error: the document has more than 1000000 "
                       "values"));
}

TEST_CASE("lines of five million characters are read") {
  std::string line(5'000'000, 'x');
  for (std::string text : {"a: " + line, "a: \"" + line + "\"", "a: |\n  " + line}) {
    Outcome outcome = Read(text);
    REQUIRE(outcome.root.has_value());
    CHECK(outcome.root->items[0].text.size() >= line.size());
  }
  CHECK(Refusal(line + ": 1\n").starts_with("f:1:5000001: error: "));
  CHECK(Refusal("a: " + Repeat("x ", 2'500'000) + "]: [").starts_with("f:1:"));
}

TEST_CASE("keys that repeat in a large map are found") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  CHECK(Read(text).diagnostics.empty());
  CHECK(Read(text + "k5: 2\n")
            .diagnostics.starts_with("f:100001:1: error: the key `k5` stands twice in this map\n"));
}

TEST_CASE("an unterminated quote is refused, though the parser takes the rest of the file for it") {
  CHECK(Refusal("a: \"x\n") == "f:1:4: error: the quoted string does not end");
  CHECK(Refusal("a: 'it''s\n\n") == "f:1:4: error: the quoted string does not end");
  CHECK(Refusal("a: \"x\\\"\n") == "f:1:4: error: the quoted string does not end");
}

TEST_CASE("a document's end marks and directives are accepted") {
  CHECK(Read("%YAML 1.2\n---\na: 1\n...\n").root.has_value());
  CHECK(Refusal("a: 1\n---\nb: 1\n") == "f:2:1: error: a second document in the file");
  CHECK(Refusal("---\n") == "f: error: the file is empty");
  CHECK(Refusal("") == "f: error: the file is empty");
}

TEST_CASE("what the parser would take for the end of the file is refused") {
  CHECK(Refusal(std::string("a: x\x04y\nb: 1\n")) ==
        "f:1:5: error: control character U+0004 in the file");
  CHECK(Refusal(std::string("a: \0", 4)) == "f:1:4: error: control character U+0000 in the file");
  CHECK(Refusal("a: \xEF\xBF\xBF\n") == "f:1:4: error: control character U+FFFF in the file");
}

TEST_CASE("no prefix and no corrupted byte of a document brings the reader down") {
  const std::string text =
      "%YAML 1.2\n--- # c\na: &x [1, \"q\\u00e9\", 'it''s', {b: *y, ? c : d}]\nb: |2-\n   t\n"
      "c: >+\n  f\n\n  g\n? - k\n: - v\n  - !!str w\n...\n";
  for (size_t length = 0; length <= text.size(); ++length) Read(text.substr(0, length));
  for (size_t at = 0; at < text.size(); ++at) {
    for (char byte : {'[', '}', '"', '\'', '\t', '&', '*', ':', '\n', '|', '\x80'}) {
      std::string changed = text;
      changed[at] = byte;
      Outcome outcome = Read(changed);
      CHECK((outcome.root.has_value() || !outcome.diagnostics.empty()));
    }
  }
}
