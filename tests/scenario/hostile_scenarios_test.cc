// Scenarios that are too large to lie in a folder, each with the whole text of its diagnostics:
// what is said stays short, whatever the size of what it is said about.
#include "scenario/loading.h"
#include "support/catch.h"

using namespace streplay;

namespace {

constexpr size_t kFiveMegabytes = size_t{5} << 20;

std::string Repeat(const std::string& text, size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string DiagnosticsOfText(const std::string& text) {
  Loaded loaded = LoadText(text);
  return (loaded.scenario ? "accepted\n" : "") + loaded.diagnostics;
}

}  // namespace

TEST_CASE("lists and maps 20,000 deep") {
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps:\n  " + Repeat("- ", 20'000) + "run\n") ==
        "s.yaml:4:201: error: lists and maps are nested more than 100 deep\n"
        "  4 | ..." +
            Repeat("- ", 50) +
            "...\n"
            "    | " +
            Repeat(" ", 43) + "^\n");
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps: " + Repeat("{a: ", 20'000) + "\n") ==
        "s.yaml:3:404: error: lists and maps are nested more than 100 deep\n"
        "  3 | ..." +
            Repeat("{a: ", 25) +
            "...\n"
            "    | " +
            Repeat(" ", 43) + "^\n");
}

TEST_CASE("a script 20,000 deep") {
  std::string nested = Repeat("(", 20'000) + "1" + Repeat(")", 20'000);
  CHECK(DiagnosticsOfText("title: T\nscript: " + nested + "\nsteps: [run]\n") ==
        "s.yaml:2:109: error: script nesting is deeper than 100 levels\n"
        "  2 | ..." +
            Repeat("(", 100) +
            "...\n"
            "    | " +
            Repeat(" ", 43) + "^\n");
}

TEST_CASE("a line of five megabytes") {
  std::string line = Repeat("x", kFiveMegabytes);
  std::string to_caret = "..." + Repeat("x", 40);
  std::string caret = "    | " + Repeat(" ", 43) + "^";
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps: [run]\n" + line + ": 1\n") ==
        "s.yaml:4:5242881: error: a value cannot stand here\n"
        "  4 | " +
            to_caret + ": 1\n" + caret +
            "\n"
            "    = check the indentation, and put a string that holds `: ` in quotes\n");
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps: [" + line + "]\n") ==
        "s.yaml:3:9: error: unknown step `" + Repeat("x", 100) +
            "…`\n"
            "  3 | steps: [" +
            Repeat("x", 92) +
            "...\n"
            "    |         ^" +
            Repeat("~", 91) +
            "\n"
            "    = known are `run`, `interact`, `call`, `clear`, `advance`, `edit`, `restart`, "
            "`expect`\n");
  CHECK(DiagnosticsOfText("title: \"" + line + "\nscript: x\nsteps: [run]\n") ==
        "s.yaml:1:8: error: the quoted string does not end\n"
        "  1 | title: \"" +
            Repeat("x", 92) +
            "...\n"
            "    |        ^\n"
            "    = add the closing quote\n");
  CHECK(DiagnosticsOfText("title: T\nscript: \"" + line + " +\"\nsteps: [run]\n") ==
        "s.yaml:2:5242892: error: expected an expression\n"
        "  2 | ..." +
            Repeat("x", 38) + " +\"\n" + caret + "\n");
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps: [run]\ncovers: [" + line + "\xFF]\n") ==
        "s.yaml:4:5242890: error: byte 0xFF is not valid UTF-8\n"
        "  4 | " +
            to_caret + "\\xff]\n" + caret +
            "~~~\n"
            "    = save the file as UTF-8\n");
}

TEST_CASE("a line of five megabytes that is right") {
  std::string line = Repeat("x", kFiveMegabytes);
  CHECK(DiagnosticsOfText("title: T\nscript: \"y = '" + line + "'\"\nsteps: [run]\n") ==
        "accepted\n");
}

TEST_CASE("a hundred thousand mistakes") {
  std::string expected;
  for (int line = 4; line < 104; ++line) {
    std::string number = std::to_string(line);
    std::string margin = "  " + std::string(number.size(), ' ');
    expected += "s.yaml:" + number + ":5: error: unknown step `rum`\n  " + number + " |   - rum\n" +
                margin + " |     ^~~\n" + margin + " = did you mean `run`?\n";
  }
  CHECK(DiagnosticsOfText("title: T\nscript: x\nsteps:\n" + Repeat("  - rum\n", 100'000)) ==
        expected + "s.yaml: note: further errors of this file are not shown\n");
}
