#include "report/matrix_report.h"

#include <sstream>

#include "support/catch.h"

namespace streplay {
namespace {

MatrixCell Cell(size_t kept, size_t untold, std::vector<ScenarioRemark> parted = {}) {
  MatrixCell cell;
  cell.kept = kept;
  cell.untold = untold;
  cell.parted = std::move(parted);
  return cell;
}

MatrixImplementation Implementation(const std::string& name, const std::string& version) {
  MatrixImplementation implementation;
  implementation.name = name;
  implementation.version = version;
  implementation.again = "again " + name;
  return implementation;
}

// Texts with all that a format must not take for its own.
ConformanceMatrix HostileMatrix() {
  ConformanceMatrix matrix;
  matrix.profile = "documented";
  matrix.implementations = {Implementation("a", "1|2"), Implementation("b\x1b", "3")};
  matrix.implementations[1].untold = {{"s/`x`.yaml", "why | \"so\"\n"}};
  matrix.rows = {{"r.1", "Text with | and `code`", {Cell(1, 0), Cell(0, 1)}},
                 {"r.2",
                  "",
                  {Cell(2, 0, {{"s/b c.yaml", "one\x1b"}}),
                   Cell(0, 0, {{"s/b c.yaml", "one\x1b"}, {"s/b.yaml", "two"}})}}};
  matrix.paths = {"s", "t u"};
  matrix.scenario_count = 4;
  return matrix;
}

template <typename Print>
std::string Printed(Print print) {
  std::ostringstream out;
  print(out);
  return out.str();
}

TEST_CASE("a cell counts where some keep a rule and some do not") {
  CHECK(CellText(Cell(3, 0)) == "✓");
  CHECK(CellText(Cell(3, 1)) == "✓ 3/4");
  CHECK(CellText(Cell(3, 0, {{"a", ""}})) == "✗ 3/4");
  CHECK(CellText(Cell(3, 1, {{"a", ""}})) == "✗ 3/5");
  CHECK(CellText(Cell(0, 1, {{"a", ""}})) == "✗");
  CHECK(CellText(Cell(0, 2)) == "–");
  CHECK(CellText(Cell(0, 0)) == "–");
}

TEST_CASE("a share is of the rules that are told") {
  ConformanceMatrix matrix = HostileMatrix();
  CHECK(KeptRules(matrix, 0) == Share{1, 2});
  CHECK(KeptRules(matrix, 1) == Share{0, 1});
  CHECK(ShareText({2, 3}) == "2 of 3, 66.6 %");
  CHECK(ShareText({0, 0}) == "–");
}

TEST_CASE("what several implementations have in common stands once, in the order of the paths") {
  MatrixRow row{
      "r",
      "",
      {Cell(0, 0, {{"a/b.yaml", "x"}, {"a-b.yaml", "x"}}), Cell(0, 0, {{"a-b.yaml", "y"}}),
       Cell(0, 0, {{"a/a.yaml", "z"}, {"a-b.yaml", "x"}})}};
  std::string text;
  for (const RemarksOnScenario& scenario : PartedScenarios(row)) {
    text += scenario.path;
    for (const SharedRemark& remark : scenario.remarks) {
      text += " " + remark.text;
      for (size_t i : remark.implementations) text += std::to_string(i);
    }
    text += "\n";
  }
  CHECK(text == "a/a.yaml z2\na/b.yaml x0\na-b.yaml x02 y1\n");
}

TEST_CASE("no text breaks out of a format") {
  ConformanceMatrix matrix = HostileMatrix();
  CHECK(Printed([&](auto& out) { PrintMatrix(matrix, Style(false), true, out); }) == "");
  CHECK(Printed([&](auto& out) { PrintMatrix(matrix, Style(true), false, out); }) == "");
  CHECK(Printed([&](auto& out) { PrintMatrixMarkdown(matrix, true, out); }) == "");
  CHECK(Printed([&](auto& out) { PrintMatrixJson(matrix, out); }) == "");
  CHECK(Printed([&](auto& out) { PrintMatrixBadge(matrix, out); }) == "");
}

}  // namespace
}  // namespace streplay
