#include "runtime/simulation_cases.h"

namespace streplay {
namespace {

// The failures of one expectation about one run of a script.
std::string Failures(const std::string& script, const std::string& expectation,
                     const std::string& profile = "documented") {
  Outcome outcome = SimulateText("title: T\nscript: |\n  import streamlit as st\n" + script +
                                     "steps:\n  - run\n  - expect: " + expectation + "\n",
                                 profile);
  CHECK(outcome.diagnostics.empty());
  std::string text;
  for (const ExpectationFailure& failure : outcome.failures) {
    text += failure.what + ": expected " + failure.expected + ", got " + failure.got + "\n";
  }
  return text;
}

constexpr const char* kPage =
    "  st.text('a')\n"
    "  with st.expander('e'):\n"
    "      st.slider('s', 0.0, 4.0)\n"
    "  print('x')\n";

struct ExpectedCase {
  const char* expectation;
  const char* failures;
};

void CheckCases(const std::string& script, std::initializer_list<ExpectedCase> cases) {
  for (const ExpectedCase& each : cases) {
    INFO(each.expectation);
    CHECK(Failures(script, each.expectation) == each.failures);
  }
}

}  // namespace

TEST_CASE("elements are compared in order, with the fields that are given") {
  CheckCases(kPage,
             {
                 {"{elements: [text, slider]}", ""},
                 {"{elements: [{text: {body: a}}, {slider: {max: 4, default: [0]}}]}", ""},
                 {"{elements: [{text: {path: [0, 0]}}, slider]}", ""},
                 {"{elements: [{slider: {label: s}}]}",
                  "elements: expected [slider {\"label\":\"s\"}], got [text, slider]\n"},
                 {"{elements: [{text: {body: b}}, slider]}",
                  "elements: expected [text {\"body\":\"b\"}, slider], got [text {\"body\":\"a\"}, "
                  "slider]\n"},
                 {"{elements: []}", "elements: expected [], got [text, slider]\n"},
                 {"{elements: [{text: {path: [0, 1]}}, slider]}",
                  "elements: expected [text {\"path\":[0,1]}, slider], got [text {\"path\":[0,0]}, "
                  "slider]\n"},
             });
}

TEST_CASE("contains and absent look everywhere, blocks included") {
  CheckCases(
      kPage,
      {
          {"{contains: [expandable, {text: {body: a}}]}", ""},
          {"{absent: [checkbox, {text: {body: b}}]}", ""},
          {"{contains: [{expandable: {label: f}}]}",
           "contains: expected expandable {\"label\":\"f\"}, got [expandable {\"label\":\"e\"}]\n"},
          {"{contains: [checkbox]}", "contains: expected checkbox, got no checkbox\n"},
          {"{absent: [text]}", "absent: expected no text, got [text]\n"},
          {"{contains: [{slider: {disabled: false, help: ''}}]}", ""},
          {"{contains: [{slider: {disabled: true}}]}",
           "contains: expected slider {\"disabled\":true}, got [slider]\n"},
      });
}

TEST_CASE("printed lines, status and exception") {
  CheckCases(kPage,
             {
                 {"{printed: [x], status: ok}", ""},
                 {"{printed: []}", "printed: expected [], got [\"x\"]\n"},
                 {"{status: stop}", "status: expected stop, got ok\n"},
                 {"{exception: ValueError}", "exception: expected ValueError, got no exception\n"},
             });
  CheckCases("  st.exception(KeyError('k'))\n  raise ValueError('no')\n",
             {
                 {"{exception: ValueError, status: exception}", ""},
                 {"{exception: {ValueError: {message: 'no'}}}", ""},
                 {"{exception: {ValueError: {message: 'yes'}}}",
                  "exception: expected ValueError {\"message\":\"yes\"}, "
                  "got ValueError {\"message\":\"no\"}\n"},
                 {"{exception: KeyError}",
                  "exception: expected KeyError, got ValueError {\"message\":\"no\"}\n"},
             });
  CheckCases("  st.checkbox('a')\n  st.checkbox('a')\n",
             {
                 {"{exception: {DuplicateWidgetID: {command: checkbox, key: null}}}", ""},
             });
}

TEST_CASE("counts and warnings of cached functions") {
  const std::string script =
      "  @st.cache_resource\n  def f(x):\n      st.checkbox('w')\n      return x\n"
      "  f(1)\n  f(1)\n";
  CHECK(Failures(script,
                 "{executed: {f: 1}, hits: {f: 1}, misses: {f: 1}, warnings: "
                 "[CachedStFunctionWarning, {CachedStFunctionWarning: {command: checkbox, "
                 "function: f}}]}") == "");
  CHECK(Failures(script, "{executed: {}, hits: {f: 2}, misses: {}}") ==
        "executed: expected {}, got {f: 1}\nhits: expected {f: 2}, got {f: 1}\n"
        "misses: expected {}, got {f: 1}\n");
  CHECK(Failures(script, "{warnings: []}") ==
        "warnings: expected [], got [CachedStFunctionWarning {\"command\":\"checkbox\","
        "\"function\":\"f\"}, CachedStFunctionWarning "
        "{\"command\":\"checkbox\",\"function\":\"f\"}]\n");
}

TEST_CASE("an expectation of another profile is not checked") {
  CHECK(Failures(kPage, "{status: stop, profile: streamlit-1.18}") == "");
  CHECK(Failures(kPage, "{status: stop, profile: streamlit-1.18}", "streamlit-1.18") ==
        "status: expected stop, got ok\n");
}

}  // namespace streplay
