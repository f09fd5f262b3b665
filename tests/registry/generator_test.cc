// The generator on broken input: whole diagnostics, and several in one pass.
#include <memory>
#include <string>

#include "base/diagnostic_formatter.h"
#include "registry/generator/spec_reader.h"
#include "registry/generator/spec_rules.h"
#include "registry/generator/table_writer.h"
#include "support/catch.h"

namespace streplay::generator {
namespace {

// What the generator says of `text`, which is read as `spec.yaml`.
std::string Complaints(std::string text) {
  Diagnostics diagnostics;
  auto spec =
      ReadSpec(std::make_shared<const SourceText>("spec.yaml", std::move(text)), diagnostics);
  if (spec) CheckSpec(*spec, diagnostics);
  return FormatDiagnostics(diagnostics);
}

// A file with nothing in it but these commands.
std::string WithCommands(const std::string& commands) {
  return "page: {static: [], widgets: []}\nunsupported: []\nblocks: []\n"
         "deltas: [{name: text}]\ncommands:\n" +
         commands;
}

// A file with nothing in it but these deltas.
std::string WithDeltas(const std::string& deltas) {
  return "page: {static: [], widgets: []}\nunsupported: []\nblocks: []\ncommands: []\ndeltas:\n" +
         deltas;
}

Spec ReadGood(std::string text) {
  Diagnostics diagnostics;
  auto spec =
      ReadSpec(std::make_shared<const SourceText>("spec.yaml", std::move(text)), diagnostics);
  REQUIRE(FormatDiagnostics(diagnostics) == "");
  return std::move(*spec);
}

TEST_CASE("a good file has no complaints") {
  CHECK(Complaints(WithCommands("- {name: text, category: static, owner: T.text, delta: text,\n"
                                "   parameters: [{name: body, meaning: text}]}\n")) == "");
}

TEST_CASE("an unknown key gets the nearest one as a hint") {
  CHECK(Complaints(WithCommands("- {name: text, catgory: static, owner: text}\n")) ==
        R"(spec.yaml:6:16: error: a command has no key `catgory`
  6 | - {name: text, catgory: static, owner: text}
    |                ^~~~~~~
    = did you mean `category`?
spec.yaml:6:3: error: a command lacks the key `category`
  6 | - {name: text, catgory: static, owner: text}
    |   ^
)");
}

TEST_CASE("a repeated key") {
  CHECK(Complaints(WithCommands("- {name: a, name: b, category: static, owner: a}\n")) ==
        R"(spec.yaml:6:13: error: the key `name` is given twice
  6 | - {name: a, name: b, category: static, owner: a}
    |             ^~~~
)");
}

TEST_CASE("a word outside its vocabulary") {
  CHECK(Complaints(WithCommands("- {name: a, category: statik, owner: a, scope: everywhere}\n")) ==
        R"(spec.yaml:6:23: error: `statik` is no category
  6 | - {name: a, category: statik, owner: a, scope: everywhere}
    |                       ^~~~~~
    = did you mean `static`?
spec.yaml:6:48: error: `everywhere` is no scope
  6 | - {name: a, category: statik, owner: a, scope: everywhere}
    |                                                ^~~~~~~~~~
)");
}

TEST_CASE("wrong shapes") {
  CHECK(Complaints("[]\n") == R"(spec.yaml:1:1: error: the file must be a mapping
  1 | []
    | ^
)");
  CHECK(Complaints(WithCommands("  name: a\n")) ==
        R"(spec.yaml:6:3: error: `commands` must be a sequence
  6 |   name: a
    |   ^
)");
  CHECK(Complaints(WithCommands("- {name: [a], category: static, owner: a, settable: maybe}\n")) ==
        R"(spec.yaml:6:10: error: `name` must be a text
  6 | - {name: [a], category: static, owner: a, settable: maybe}
    |          ^
spec.yaml:6:53: error: `settable` must be true or false
  6 | - {name: [a], category: static, owner: a, settable: maybe}
    |                                                     ^~~~~
)");
}

TEST_CASE("YAML that cannot be read") {
  CHECK(Complaints("page: [\n") ==
        R"(spec.yaml:2:1: error: invalid YAML: end of sequence flow not found
  2 | 
    | ^
)");
}

TEST_CASE("entries and parameters that are described twice") {
  CHECK(Complaints(WithCommands("- {name: a, category: static, owner: a}\n"
                                "- name: a\n"
                                "  category: static\n"
                                "  owner: a\n"
                                "  parameters:\n"
                                "  - {name: b, meaning: int}\n"
                                "  - {name: b, meaning: int}\n")) ==
        R"(spec.yaml:7:9: error: the command `a` is described twice
  7 | - name: a
    |         ^
spec.yaml:12:12: error: the parameter `b` is described twice
  12 |   - {name: b, meaning: int}
     |            ^
)");
}

TEST_CASE("references to what is not there") {
  CHECK(Complaints(WithCommands("- {name: a, category: static, owner: a, delta: [tex],\n"
                                "   block: grid, replaced_by: b}\n")) ==
        R"(spec.yaml:6:49: error: there is no delta `tex`
  6 | - {name: a, category: static, owner: a, delta: [tex],
    |                                                 ^~~
    = did you mean `text`?
spec.yaml:7:11: error: there is no block `grid`
  7 |    block: grid, replaced_by: b}
    |           ^~~~
spec.yaml:7:30: error: there is no command `b`
  7 |    block: grid, replaced_by: b}
    |                              ^
    = did you mean `a`?
)");
  CHECK(Complaints("page: {static: [{spelling: st.a}], widgets: [{spelling: b}]}\n"
                   "unsupported: []\nblocks: []\ncommands: []\ndeltas: []\n") ==
        R"(spec.yaml:1:57: error: a spelling must start with `st.`
  1 | page: {static: [{spelling: st.a}], widgets: [{spelling: b}]}
    |                                                         ^
)");
}

TEST_CASE("parameters in an order that Python refuses") {
  CHECK(Complaints(WithCommands("- name: a\n"
                                "  category: static\n"
                                "  owner: a\n"
                                "  parameters:\n"
                                "  - {name: b, default: 1, meaning: int}\n"
                                "  - {name: c, meaning: int}\n"
                                "  - {name: d, kind: keyword, meaning: int}\n"
                                "  - {name: e, meaning: int}\n"
                                "  - {name: f, kind: var-keyword, default: 1, meaning: rest}\n")) ==
        R"(spec.yaml:11:12: error: a required parameter follows one with a default
  11 |   - {name: c, meaning: int}
     |            ^
spec.yaml:13:12: error: a positional parameter cannot stand here
  13 |   - {name: e, meaning: int}
     |            ^
spec.yaml:13:12: error: a required parameter follows one with a default
  13 |   - {name: e, meaning: int}
     |            ^
spec.yaml:14:12: error: a var-keyword parameter has no default
  14 |   - {name: f, kind: var-keyword, default: 1, meaning: rest}
     |            ^
)");
}

TEST_CASE("defaults that are none") {
  CHECK(Complaints(WithCommands("- name: a\n"
                                "  category: static\n"
                                "  owner: a\n"
                                "  parameters:\n"
                                "  - {name: b, default: visible, meaning: string}\n"
                                "  - {name: c, default: [1], meaning: options}\n"
                                "  - {name: d, default: {sentinel: nothing}, meaning: value}\n")) ==
        R"(spec.yaml:10:24: error: `visible` is no default value
  10 |   - {name: b, default: visible, meaning: string}
     |                        ^~~~~~~
     = put a text in quotes
spec.yaml:11:24: error: a default list must be empty
  11 |   - {name: c, default: [1], meaning: options}
     |                        ^
spec.yaml:12:35: error: `nothing` is no sentinel
  12 |   - {name: d, default: {sentinel: nothing}, meaning: value}
     |                                   ^~~~~~~
)");
}

TEST_CASE("attributes that do not fit the category") {
  CHECK(Complaints(WithCommands("- {name: a, category: widget, owner: a}\n"
                                "- {name: b, category: cache, owner: b}\n"
                                "- name: c\n"
                                "  category: static\n"
                                "  owner: c\n"
                                "  initial: d\n"
                                "  parameters: [{name: d, meaning: choice, identity: true}]\n")) ==
        R"(spec.yaml:6:10: error: `value` goes with widgets, and only with them
  6 | - {name: a, category: widget, owner: a}
    |          ^
spec.yaml:6:10: error: a widget has one delta
  6 | - {name: a, category: widget, owner: a}
    |          ^
spec.yaml:7:10: error: `family` goes with cache commands, and only with them
  7 | - {name: b, category: cache, owner: b}
    |          ^
spec.yaml:12:23: error: `choices` goes with the meaning `choice`, and only with it
  12 |   parameters: [{name: d, meaning: choice, identity: true}]
     |                       ^
spec.yaml:12:23: error: only a widget's parameter can be its identity
  12 |   parameters: [{name: d, meaning: choice, identity: true}]
     |                       ^
spec.yaml:11:12: error: only a widget has an initial value
  11 |   initial: d
     |            ^
)");
}

TEST_CASE("fields that contradict themselves") {
  CHECK(Complaints(WithDeltas("- name: a\n"
                              "  state: bool_value\n"
                              "  fields:\n"
                              "  - {name: b, kind: enum}\n"
                              "  - {name: c, kind: message}\n"
                              "  - {name: d, kind: fact, proto: e}\n"
                              "  - {name: f, kind: string, compared: false}\n"
                              "- name: g\n"
                              "  fields: [{name: h, kind: string, identity: true}]\n")) ==
        R"(spec.yaml:9:12: error: `values` goes with the kind `enum`, and only with it
  9 |   - {name: b, kind: enum}
    |            ^
spec.yaml:10:12: error: `fields` goes with messages, and only with them
  10 |   - {name: c, kind: message}
     |            ^
spec.yaml:11:34: error: a fact has no protobuf field
  11 |   - {name: d, kind: fact, proto: e}
     |                                  ^
spec.yaml:12:12: error: a field that is neither compared nor an identity has no use
  12 |   - {name: f, kind: string, compared: false}
     |            ^
spec.yaml:6:9: error: a delta with a state has an id
  6 | - name: a
    |         ^
spec.yaml:14:19: error: only a widget's field can be its identity
  14 |   fields: [{name: h, kind: string, identity: true}]
     |                   ^
)");
}

TEST_CASE("a command on both lists, and an unsupported name that is a command") {
  CHECK(Complaints("page: {static: [{spelling: st.a}], widgets: [{spelling: st.a}]}\n"
                   "unsupported: [{name: a, reason: of it}]\nblocks: []\ndeltas: []\n"
                   "commands: [{name: a, category: static, owner: a}]\n") ==
        R"(spec.yaml:2:22: error: `a` is a command as well
  2 | unsupported: [{name: a, reason: of it}]
    |                      ^
spec.yaml:1:57: error: `a` is on both lists of the page
  1 | page: {static: [{spelling: st.a}], widgets: [{spelling: st.a}]}
    |                                                         ^~~~
)");
}

TEST_CASE("what is written") {
  Spec spec = ReadGood(
      "page: {static: [{spelling: st.b.c}], widgets: []}\n"
      "unsupported: []\nblocks: []\n"
      "deltas: [{name: d_e, fields: [{name: f, kind: enum, values: [G, H]}]}]\n"
      "commands: [{name: b.c, category: static, owner: 'X.\"b\"', delta: d_e,\n"
      "            parameters: [{name: p, default: 1, meaning: int}]}]\n");
  CHECK(WriteIds(spec) == R"(namespace streplay {

enum class CommandId : uint16_t {
  kBC,
};
inline constexpr size_t kCommandCount = 1;

enum class DeltaType : uint16_t {
  kDE,
};
inline constexpr size_t kDeltaCount = 1;

enum class BlockType : uint16_t {
};
inline constexpr size_t kBlockCount = 0;

enum class FieldId : uint16_t {
  kF,
};
inline constexpr size_t kFieldCount = 1;

}  // namespace streplay
)");
  CHECK(WriteTables(spec) ==
        R"(constexpr DeltaType kCommandBC_Deltas[] = {
    DeltaType::kDE,
};
constexpr Parameter kCommandBC_Parameters[] = {
    {"p", ParameterKind::kPositional, false, {DefaultKind::kInt, false, 1, 0, ""}, )"
        R"(Meaning::kInt, false, {}},
};
constexpr std::string_view kDeltaDE_F[] = {
    "G",
    "H",
};
constexpr Field kDeltaDE[] = {
    {FieldId::kF, "f", "f", FieldKind::kEnum, false, true, kDeltaDE_F, nullptr, 0},
};
constexpr Command kCommands[] = {
    {CommandId::kBC, "b.c", CommandKind::kFunction, Category::kStatic, Scope::kBoth, )"
        R"(PageList::kStatic, "X.\"b\"", CacheFamily::kNone, "", kCommandBC_Deltas, {}, "d_e", )"
        R"("", ValueKind::kNone, -1, true, FormRule::kAllowed, kCommandBC_Parameters},
};
constexpr CommandId kCommandsByName[] = {
    CommandId::kBC,
};
constexpr Delta kDeltas[] = {
    {DeltaType::kDE, "d_e", StateField::kNone, false, kDeltaDE},
};
constexpr DeltaType kDeltasByName[] = {
    DeltaType::kDE,
};
constexpr std::string_view kFieldNames[] = {
    "f",
};
constexpr CommandId kPageStatic0[] = {
    CommandId::kBC,
};
constexpr PageEntry kPageStatic[] = {
    {"st.b.c", kPageStatic0},
};


)");
}

}  // namespace
}  // namespace streplay::generator
