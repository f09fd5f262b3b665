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

// The escape character as `<E>`.
std::string WithEscapesNamed(std::string text) {
  for (size_t at = 0; (at = text.find('\x1b', at)) != std::string::npos;)
    text.replace(at, 1, "<E>");
  return text;
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
  CHECK(Printed([&](auto& out) { PrintMatrix(matrix, Style(false), true, out); }) ==
        R"text(                a 1|2  b\x1b 3
r.1             ✓      –
r.2             ✗ 2/3  ✗
rules kept      50 %   0 %
scenarios kept  –      –

r.2
  s/b c.yaml
    a 1|2, b\x1b 3: one\x1b
  s/b.yaml
    b\x1b 3: two

untold
  s/`x`.yaml
    b\x1b 3: why | "so"\n

a 1|2: 1 of 2, 50 % of the rules; – of the scenarios
b\x1b 3: 0 of 1, 0 % of the rules; – of the scenarios; 1 untold
4 scenarios of the profile documented
)text");
  CHECK(
      WithEscapesNamed(Printed([&](auto& out) { PrintMatrix(matrix, Style(true), false, out); })) ==
      R"text(                <E>[1ma 1|2<E>[0m  <E>[1mb\x1b 3<E>[0m
r.1             <E>[32m✓<E>[0m      <E>[2m–<E>[0m
r.2             <E>[31m✗ 2/3<E>[0m  <E>[31m✗<E>[0m
<E>[1mrules kept<E>[0m      <E>[1m50 %<E>[0m   <E>[1m0 %<E>[0m
<E>[1mscenarios kept<E>[0m  <E>[1m–<E>[0m      <E>[1m–<E>[0m

<E>[1ma 1|2<E>[0m: 1 of 2, 50 % of the rules; – of the scenarios
<E>[1mb\x1b 3<E>[0m: 0 of 1, 0 % of the rules; – of the scenarios; 1 untold
4 scenarios of the profile documented
)text");
  CHECK(Printed([&](auto& out) { PrintMatrixMarkdown(matrix, true, out); }) ==
        R"text(| rule | what it says | a 1\|2 | b\\x1b 3 |
|---|---|---|---|
| `r.1` | Text with \| and \`code\` | ✓ | – |
| `r.2` |  | ✗ 2/3 | ✗ |
| **rules kept** | of those of which a scenario tells | 1 of 2, 50 % | 0 of 1, 0 % |
| **scenarios kept** | of those that tell | – | – |
| scenarios untold | of 4 | 0 | 1 |
| deprecation notices | in so many scenarios, passed over | 0 | 0 |

## Where they part

### `r.2`

- `s/b c.yaml`
  - a 1\|2, b\\x1b 3\: one\\x1b
- `s/b.yaml`
  - b\\x1b 3\: two

```sh
again a --rule r.2 s 't u'
```

## What is untold

- b\\x1b 3\: why \| "so"\\n
  - `` s/`x`.yaml ``
)text");
  CHECK(
      Printed([&](auto& out) { PrintMatrixJson(matrix, out); }) ==
      R"text({"streplay_matrix":1,"profile":"documented","paths":["s","t u"],"scenarios":4,"implementations":[{"name":"a","version":"1|2","again":"again a","rules":{"kept":1,"told":2},"scenarios":{"kept":0,"told":0},"deprecation_notices":0,"untold":[]},{"name":"b\u001b","version":"3","again":"again b\u001b","rules":{"kept":0,"told":1},"scenarios":{"kept":0,"told":0},"deprecation_notices":0,"untold":[{"scenario":"s/`x`.yaml","why":"why | \"so\"\n"}]}],"rules":[{"rule":"r.1","text":"Text with | and `code`","cells":[{"verdict":"kept","kept":1,"untold":0,"parted":[]},{"verdict":"untold","kept":0,"untold":1,"parted":[]}]},{"rule":"r.2","text":"","cells":[{"verdict":"parted","kept":2,"untold":0,"parted":[{"scenario":"s/b c.yaml","difference":"one\u001b"}]},{"verdict":"parted","kept":0,"untold":0,"parted":[{"scenario":"s/b c.yaml","difference":"one\u001b"},{"scenario":"s/b.yaml","difference":"two"}]}]}]}
)text");
  CHECK(
      Printed([&](auto& out) { PrintMatrixBadge(matrix, out); }) ==
      R"text({"schemaVersion":1,"label":"documented rules kept","message":"a 1|2 50 %, b\u001b 3 0 %","color":"orange"}
)text");
}

}  // namespace
}  // namespace streplay
