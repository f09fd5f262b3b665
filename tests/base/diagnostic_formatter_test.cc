#include "base/diagnostic_formatter.h"

#include "support/catch.h"

namespace streplay {
namespace {

SourceTextPtr Source(const char* text) {
  return std::make_shared<SourceText>("a.yaml", text);
}

Diagnostic At(const SourceTextPtr& source, Position begin, Position end, std::string hint = {}) {
  return {Severity::kError, {source, begin, end}, "unknown key `step`", std::move(hint)};
}

TEST_CASE("a diagnostic shows the line, a caret and the hint") {
  auto source = Source("title: x\nstep:\n  - run\n");
  CHECK(FormatDiagnostic(At(source, {2, 1}, {2, 5}, "did you mean `steps`?")) ==
        "a.yaml:2:1: error: unknown key `step`\n"
        "  2 | step:\n"
        "    | ^~~~\n"
        "    = did you mean `steps`?\n");
}

TEST_CASE("wide characters and tabs keep the caret aligned") {
  auto source = Source("\t日本: step\n");
  CHECK(FormatDiagnostic(At(source, {1, 6}, {1, 10})) ==
        "a.yaml:1:6: error: unknown key `step`\n"
        "  1 |  日本: step\n"
        "    |        ^~~~\n");
}

TEST_CASE("control characters of the source are made visible") {
  auto source = Source("a\x1b[31m: step\n");
  CHECK(FormatDiagnostic(At(source, {1, 1}, {1, 3})) ==
        "a.yaml:1:1: error: unknown key `step`\n"
        "  1 | a\\x1b[31m: step\n"
        "    | ^~~~~\n");
}

TEST_CASE("a long line is cut around the caret") {
  auto source = Source((std::string(500, 'x') + "step" + std::string(500, 'y')).c_str());
  std::string text = FormatDiagnostic(At(source, {1, 501}, {1, 505}));
  CHECK(text == "a.yaml:1:501: error: unknown key `step`\n  1 | ..." + std::string(40, 'x') +
                    "step" + std::string(56, 'y') + "...\n    | " + std::string(43, ' ') +
                    "^~~~\n");
}

TEST_CASE("a diagnostic about the whole file has no excerpt") {
  CHECK(FormatDiagnostic(At(Source("x"), {}, {})) == "a.yaml: error: unknown key `step`\n");
}

}  // namespace
}  // namespace streplay
