#include "runtime/recorded_runs.h"

namespace streplay {
namespace {

std::string ScenarioText(const std::string& script, const std::string& steps) {
  return "title: T\nscript: |\n  import streamlit as st\n" + script + "steps:\n" + steps;
}

}  // namespace

TEST_CASE("runs and steps are those of Streamlit") {
  CheckRecordedRuns("simulation.txt");
}

TEST_CASE("a script that always reruns ends with a limit") {
  Outcome outcome =
      SimulateText(ScenarioText("  st.experimental_rerun()\n", "  - run\n"), "documented");
  REQUIRE(outcome.runs.size() == 101);
  CHECK(outcome.runs[99].status == RunStatus::kRerun);
  CHECK(outcome.runs[100].status == RunStatus::kLimit);
  CHECK(outcome.runs[100].limit == "the script asked for more than 100 reruns in a row");
}

TEST_CASE("an endless loop ends with a limit, and the next run works") {
  Outcome outcome = SimulateText(
      ScenarioText(
          "  while not st.checkbox('a'):\n      while True:\n          pass\n",
          "  - run\n  - edit: {find: 'while True', replace: 'while not st.stop()'}\n  - run\n"),
      "documented");
  REQUIRE(outcome.runs.size() == 2);
  CHECK(outcome.runs[0].status == RunStatus::kLimit);
  CHECK(outcome.runs[1].status == RunStatus::kStop);
}

TEST_CASE("containers nested without end meet a limit") {
  Outcome outcome = SimulateText(
      ScenarioText("  c = st.container()\n  while True:\n      c = c.container()\n", "  - run\n"),
      "documented");
  REQUIRE(outcome.runs.size() == 1);
  CHECK(outcome.runs[0].status == RunStatus::kLimit);
  CHECK(outcome.runs[0].limit == "containers are nested more than 1000 deep");
}

TEST_CASE("a failure is reported at the line of the scenario file") {
  Outcome outcome = SimulateText(
      ScenarioText("  st.text(1)\n  x = [1]\n  st.text(x[2])\n", "  - run\n"), "documented");
  REQUIRE(outcome.runs.size() == 1);
  const SourceRange& range = outcome.runs[0].failed_at;
  REQUIRE(range.source != nullptr);
  CHECK(range.begin == Position{6, 3});
  CHECK(range.source->name() == "s.yaml");
}

TEST_CASE("a failure in an edited line is reported in the edit") {
  Outcome outcome =
      SimulateText(ScenarioText("  st.text(1)\n",
                                "  - run\n  - edit: {find: text(1), replace: text(1 / 0)}\n"
                                "  - run\n"),
                   "documented");
  REQUIRE(outcome.runs.size() == 2);
  CHECK(outcome.runs[1].status == RunStatus::kException);
  CHECK(outcome.runs[1].failed_at.begin.line == 7);
}

TEST_CASE("an outcome knows which records belong to which run and step") {
  Outcome outcome = SimulateText(
      ScenarioText("  st.text(1)\n", "  - run\n  - advance: 1s\n  - run: {session: bob}\n"),
      "documented");
  REQUIRE(outcome.runs.size() == 2);
  CHECK(outcome.runs[0].first_record == 0);
  CHECK(outcome.runs[0].end_record == 3);
  CHECK(outcome.runs[1].first_record == 3);
  CHECK(outcome.runs[1].end_record == 6);
  CHECK(outcome.runs[1].step_index == 2);
  CHECK(outcome.runs[1].run == 2);
}

TEST_CASE("a simulation stops at the first step that cannot happen") {
  Outcome outcome =
      SimulateText(ScenarioText("  st.text(1)\n", "  - run\n  - interact: {button: b}\n  - run\n"),
                   "documented");
  CHECK(outcome.runs.size() == 1);
  CHECK(outcome.diagnostics.size() == 1);
}

TEST_CASE("the same scenario gives the same stream") {
  const std::string text = ScenarioText(
      "  st.session_state.b = {3, 1}\n  st.session_state.a = object()\n"
      "  print(sorted(st.session_state), st.session_state)\n  st.checkbox('c', key='d')\n",
      "  - run\n  - interact: {checkbox: c, value: true}\n");
  CHECK(WriteStream(SimulateText(text, "documented").stream) ==
        WriteStream(SimulateText(text, "documented").stream));
}

}  // namespace streplay
