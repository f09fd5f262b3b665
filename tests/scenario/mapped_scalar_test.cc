// Every way of writing a script: its text, and where its first, second … lines stand.
#include "scenario/loading.h"
#include "support/catch.h"

using namespace streplay;

namespace {

struct Case {
  const char* written;  // from line 2 on
  const char* text;
  std::vector<Position> origins;
};

MappedText ScriptOf(const std::string& written) {
  return LoadGood("title: T\n" + written + "\nsteps: [run]\n").script;
}

void Check(const Case& expected) {
  INFO(expected.written);
  MappedText script = ScriptOf(expected.written);
  CHECK(script.text == expected.text);
  REQUIRE(script.origins.size() == expected.origins.size());
  for (size_t i = 0; i < script.origins.size(); ++i) {
    CHECK(script.origins[i].begin == expected.origins[i]);
  }
}

}  // namespace

TEST_CASE("a literal block is mapped exactly") {
  Check({"script: |\n  a = 1\n  b = 2", "a = 1\nb = 2\n", {{3, 3}, {4, 3}}});
  Check({"script: |-\n    a = 1\n    b = 2", "a = 1\nb = 2", {{3, 5}, {4, 5}}});
  Check({"script: |+\n  a = 1\n\n", "a = 1\n\n\n", {{3, 3}, {4, 1}, {5, 1}}});
  Check({"script: |\n\n\n  a = 1", "\n\na = 1\n", {{3, 1}, {4, 1}, {5, 3}}});
  Check({"script: |\n  if a:\n      b\n  \n   \n  c",
         "if a:\n    b\n\n \nc\n",
         {{3, 3}, {4, 3}, {5, 3}, {6, 3}, {7, 3}}});
  Check({"script: |2\n   \n  a = 1", " \na = 1\n", {{3, 3}, {4, 3}}});
  Check({"script: |1-\n a = 1", "a = 1", {{3, 2}}});
  Check({"script: &s | # comment\n  a = \"\xE6\x97\xA5\"", "a = \"\xE6\x97\xA5\"\n", {{3, 3}}});
  Check({"script:\n  |\n  a = 1", "a = 1\n", {{4, 3}}});
}

TEST_CASE("a scalar on one line without escapes is mapped exactly") {
  Check({"script: a = 1", "a = 1", {{2, 9}}});
  Check({"script: \"a = 1\"", "a = 1", {{2, 10}}});
  Check({"script: 'a = 1'", "a = 1", {{2, 10}}});
  Check({"script: &s 'a = 1'", "a = 1", {{2, 13}}});
}

TEST_CASE("the lines of other scalars point at the scalar's start") {
  Check({"script: \"a = 1\\nb = 2\"", "a = 1\nb = 2", {{2, 9}, {2, 9}}});
  Check({"script: 'a = ''1'''", "a = '1'", {{2, 9}}});
  Check({"script: >\n  a = 1\n\n  b = 2", "a = 1\nb = 2\n", {{2, 9}, {2, 9}}});
  Check({"script: \"a\n  = 1\"", "a = 1", {{2, 9}}});
}

TEST_CASE("a script file is mapped to itself") {
  MemoryFiles files;
  files.files["s.yaml"] = "title: T\nscript: {file: app.py}\nsteps: [run]\n";
  files.files["app.py"] =
      "\xEF\xBB\xBF"
      "a = 1\r\n\r\nb = 2";
  Loaded loaded = Load("s.yaml", files);
  REQUIRE(loaded.scenario.has_value());
  const MappedText& script = loaded.scenario->script;
  CHECK(script.text == "a = 1\n\nb = 2");
  REQUIRE(script.origins.size() == 3);
  CHECK(script.origins[2].source->name() == "app.py");
  CHECK(script.origins[2].begin == Position{3, 1});
}
