#include "scenario/scenario_loader.h"

#include <filesystem>

#include "scenario/disk_file_reader.h"
#include "scenario/loading.h"
#include "support/catch.h"

using namespace streplay;

namespace {

constexpr const char* kWhole = R"yaml(title: A ticked checkbox is another input of the function
covers: [widgets.enabled.combination-entry]
tags: [widgets, singleton]
profiles: [streamlit-1.18, documented]
issue: https://example.org/1
stubs:
  sqlite3.connect: {hashable: false, picklable: false}
  requests.get: {returns: {status: 200, names: [a, "b", 1.5, null]}}
  flaky.load: {raises: TimeoutError}
definitions: |
  import streamlit as st

  @st.experimental_singleton(experimental_allow_widgets=True)
  def double(x):
      if st.checkbox("Negate"):
          return -2 * x
      return 2 * x
script: |
  st.write(double(4))
steps:
  - run
  - run: {session: bob}
  - expect: {executed: {double: 1}, elements: [empty, checkbox, {markdown: {body: "`8`"}}]}
  - interact: {checkbox: Negate, value: true}
  - interact: {key: k, nth: 2, session: bob, value: [1, 2]}
  - call: "double(4)"
  - clear: double
  - clear: all
  - advance: 1.5m
  - edit: {find: "-2 * x", replace: "-3 * x"}
  - restart
  - run:
  - expect:
      warnings: [{CachedStFunctionWarning: {command: checkbox, function: f}}]
      contains: [{column: {path: [0, 1]}}]
      absent: [alert]
      hits: {double: 2}
      misses: {}
      printed: [one, "2"]
      status: exception
      exception: {DuplicateWidgetID: {key: null}}
      profile: documented
)yaml";

}  // namespace

TEST_CASE("the scenarios of tests/scenario/good are accepted") {
  std::filesystem::path folder =
      std::filesystem::path(STREPLAY_SOURCE_DIR) / "tests" / "scenario" / "good";
  DiskFileReader files;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    Loaded loaded = Load(entry.path().string(), files);
    CHECK(loaded.diagnostics == "");
    CHECK(loaded.scenario.has_value());
    ++count;
  }
  CHECK(count >= 8);
}

TEST_CASE("everything about a scenario is read") {
  Scenario scenario = LoadGood(kWhole);
  CHECK(scenario.title == "A ticked checkbox is another input of the function");
  CHECK(scenario.covers == std::vector<std::string>{"widgets.enabled.combination-entry"});
  CHECK(scenario.tags == std::vector<std::string>{"widgets", "singleton"});
  CHECK(scenario.profiles == std::vector<std::string>{"documented", "streamlit-1.18"});
  CHECK(scenario.issue == "https://example.org/1");
  CHECK(scenario.script.text == "st.write(double(4))\n");
  CHECK(scenario.definitions.text.starts_with("import streamlit as st\n\n@st."));
  CHECK(scenario.source->name() == "s.yaml");
}

TEST_CASE("stubs are read in the order of the file") {
  Scenario scenario = LoadGood(kWhole);
  REQUIRE(scenario.stubs.size() == 3);
  CHECK(scenario.stubs[0].name == "sqlite3.connect");
  CHECK_FALSE(scenario.stubs[0].hashable);
  CHECK_FALSE(scenario.stubs[0].picklable);
  REQUIRE(scenario.stubs[1].returns.has_value());
  CHECK(scenario.stubs[1].hashable);
  const PlainValue* names = scenario.stubs[1].returns->Find("names");
  REQUIRE(names != nullptr);
  REQUIRE(names->items.size() == 4);
  CHECK_FALSE(names->items[0].quoted);
  CHECK(names->items[1].quoted);
  CHECK(names->items[2].number == 1.5);
  CHECK(names->items[3].kind == PlainValue::Kind::kNull);
  CHECK(scenario.stubs[2].raises == "TimeoutError");
}

TEST_CASE("steps are read with their places") {
  Scenario scenario = LoadGood(kWhole);
  REQUIRE(scenario.steps.size() == 13);
  CHECK(ActionOf<RunStep>(scenario, 0).session == "main");
  CHECK(ActionOf<RunStep>(scenario, 1).session == "bob");
  CHECK(scenario.steps[1].range.begin == Position{22, 5});
  CHECK(scenario.steps[1].range.end == Position{22, 8});
  const auto& checkbox = ActionOf<InteractStep>(scenario, 3);
  CHECK(checkbox.target.command == "checkbox");
  CHECK(checkbox.target.label == "Negate");
  CHECK(checkbox.value->boolean);
  CHECK(checkbox.value_range.begin == Position{24, 41});
  const auto& keyed = ActionOf<InteractStep>(scenario, 4);
  CHECK(keyed.target.key == "k");
  CHECK(keyed.target.nth == 2);
  CHECK(keyed.session == "bob");
  CHECK(keyed.value->items.size() == 2);
  CHECK(ActionOf<ClearStep>(scenario, 6).function == "double");
  CHECK(ActionOf<ClearStep>(scenario, 7).what == ClearStep::What::kAll);
  CHECK(ActionOf<AdvanceStep>(scenario, 8).microseconds == 90'000'000);
  CHECK(ActionOf<RunStep>(scenario, 11).session == "main");
}

TEST_CASE("an expectation keeps its parts and their places") {
  Scenario scenario = LoadGood(kWhole);
  const Expectation& first = ActionOf<ExpectStep>(scenario, 2).expectation;
  CHECK(first.executed->value == FunctionCounts{{"double", 1}});
  CHECK(first.executed->range.begin == Position{23, 24});
  REQUIRE(first.elements->value.size() == 3);
  CHECK(first.elements->value[0].name == "empty");
  CHECK(first.elements->value[2].fields[0].key == "body");
  CHECK(first.elements->value[2].fields[0].value.text == "`8`");
  CHECK_FALSE(first.hits.has_value());
  const Expectation& last = ActionOf<ExpectStep>(scenario, 12).expectation;
  CHECK(last.warnings->value[0].name == "CachedStFunctionWarning");
  CHECK(last.contains[0].fields[0].key == "path");
  CHECK(last.absent[0].name == "alert");
  CHECK(last.hits->value.at("double") == 2);
  CHECK(last.misses->value.empty());
  CHECK(last.printed->value == std::vector<std::string>{"one", "2"});
  CHECK(last.status->value == "exception");
  CHECK(last.exception->name == "DuplicateWidgetID");
  CHECK(last.profile == "documented");
}

TEST_CASE("a scenario may be written as JSON") {
  Scenario scenario = LoadGood(
      "{\n\t\"title\": \"T\\u00e9 \\/\",\n\t\"script\": \"x = 1\\nx\\n\",\n"
      "\t\"steps\":[\"run\",{\"expect\":{\"printed\":[]}}]\n}\n");
  CHECK(scenario.title == "T\xC3\xA9 /");
  CHECK(scenario.script.text == "x = 1\nx\n");
  CHECK(scenario.steps.size() == 2);
}

TEST_CASE("without profiles a scenario runs under all of them") {
  CHECK(LoadGood(WithSteps("  - run\n")).profiles ==
        std::vector<std::string>{"documented", "streamlit-1.18"});
}

TEST_CASE("aliases repeat a value") {
  Scenario scenario = LoadGood(WithSteps(
      "  - run: &who {session: bob}\n  - run: *who\n  - run: &where\n      session: x\n"));
  CHECK(ActionOf<RunStep>(scenario, 1).session == "bob");
  CHECK(ActionOf<RunStep>(scenario, 2).session == "x");
}

TEST_CASE("a byte order mark and CRLF are accepted, and scripts get line feeds") {
  Scenario scenario =
      LoadGood("\xEF\xBB\xBFtitle: T\r\nscript: |\r\n  x = 1\r\n\r\n  x\r\nsteps: [run]\r\n");
  CHECK(scenario.script.text == "x = 1\n\nx\n");
  CHECK(scenario.script.origins[2].begin == Position{5, 3});
}

TEST_CASE("words that other YAML versions take for booleans or dates are strings") {
  Scenario scenario =
      LoadGood(WithSteps("  - run\n"
                         "  - interact: {text_input: yes, value: off}\n"
                         "  - interact: {date_input: No, value: 2023-02-09}\n"
                         "  - interact: {time_input: T, value: 08:45}\n"));
  CHECK(ActionOf<InteractStep>(scenario, 1).target.label == "yes");
  CHECK(ActionOf<InteractStep>(scenario, 1).value->text == "off");
  CHECK(ActionOf<InteractStep>(scenario, 3).value->text == "08:45");
}

TEST_CASE("errors come in the order of the file, those of a script file last") {
  MemoryFiles files;
  files.files["s.yaml"] = "titel: T\nscript: {file: a.py}\nsteps: [run]\n";
  files.files["a.py"] = "x = \xFF\n";
  Loaded loaded = Load("s.yaml", files);
  CHECK(loaded.diagnostics ==
        "s.yaml: error: the scenario has no `title`\n"
        "s.yaml:1:1: error: unknown key `titel`\n"
        "  1 | titel: T\n"
        "    | ^~~~~\n"
        "    = did you mean `title`?\n"
        "a.py:1:5: error: byte 0xFF is not valid UTF-8\n"
        "  1 | x = \\xff\n"
        "    |     ^~~~\n"
        "    = save the file as UTF-8\n");
}

TEST_CASE("a file that is not there, or too large, is an error") {
  MemoryFiles files;
  CHECK(Load("s.yaml", files).diagnostics == "s.yaml: error: the file does not exist\n");
  files.files["s.yaml"] = std::string(101, 'x');
  LoadOptions options;
  options.max_file_bytes = 100;
  CHECK(Load("s.yaml", files, options).diagnostics ==
        "s.yaml: error: the file is larger than 100 bytes\n");
}

TEST_CASE("the hundredth error is the last") {
  std::string steps;
  for (int i = 0; i < 500; ++i) steps += "  - rum\n";
  std::string text = LoadText(WithSteps(steps)).diagnostics;
  CHECK(text.find(":105:5: error: unknown step") != std::string::npos);
  CHECK(text.find(":106:5: error: unknown step") == std::string::npos);
  CHECK(text.ends_with("s.yaml: note: further errors of this file are not shown\n"));
}
