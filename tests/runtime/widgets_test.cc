// Widgets in cached functions by profile, their ids and what is recorded of them.
#include <set>

#include "runtime/simulation_cases.h"

namespace streplay {
namespace {

// The lines of the last run of a scenario.
std::string LastRun(const std::string& scenario, const std::string& profile) {
  Outcome outcome = SimulateText(scenario, profile);
  REQUIRE(!outcome.runs.empty());
  Outcome last;
  last.diagnostics = outcome.diagnostics;
  const RunOutcome& run = outcome.runs.back();
  last.stream.records.assign(outcome.stream.records.begin() + run.first_record + 1,
                             outcome.stream.records.begin() + run.end_record);
  return ObservableLines(last);
}

// The widget ids of one run, in order.
std::vector<std::string> WidgetIds(const std::string& script) {
  Outcome outcome = SimulateText(
      "title: T\nscript: |\n  import streamlit as st\n" + script + "steps: [run]\n", "documented");
  std::vector<std::string> ids;
  for (const Record& record : outcome.stream.records) {
    const auto* delta = std::get_if<DeltaRecord>(&record);
    if (delta != nullptr && !delta->element->widget.empty()) ids.push_back(delta->element->widget);
  }
  return ids;
}

constexpr const char* kForbidding = R"(
title: T
script: |
  import streamlit as st
  @st.cache_resource(show_spinner=False)
  def f():
      st.text("before")
      n = st.slider("s", 1, 9, 5, key="k")
      st.text("after")
      return n
  st.write(f(), "k" in st.session_state)
steps:
  - run
  - run
)";

constexpr const char* kSubmitButton = R"(
title: T
script: |
  import streamlit as st
  @st.cache_resource(show_spinner=False)
  def f():
      with st.form("form"):
          return st.form_submit_button("Go")
  st.write(f())
steps:
  - run
  - run
  - interact: {form_submit_button: Go}
)";

}  // namespace

TEST_CASE("documented: a forbidden widget is ignored, its warning replays") {
  CHECK(LastRun(kForbidding, "documented") ==
        "0.0 text {\"body\":\"before\"}\n"
        "0.1 exception "
        "{\"exception\":\"CachedStFunctionWarning\",\"command\":\"slider\",\"function\":\"f\"}\n"
        "0.2 text {\"body\":\"after\"}\n"
        "0.3 markdown {\"body\":\"`5` `False`\",\"element_type\":\"NATIVE\"}\n"
        "end ok\n");
}

TEST_CASE("streamlit-1.18: a forbidden widget is shown and fails") {
  CHECK(LastRun(kForbidding, "streamlit-1.18") ==
        "0.0 text {\"body\":\"before\"}\n"
        "0.1 exception "
        "{\"exception\":\"CachedStFunctionWarning\",\"command\":\"slider\",\"function\":\"f\"}\n"
        "0.2 slider {\"label\":\"s\",\"format\":\"%d\",\"default\":[5.0],\"min\":1.0,\"max\":9.0,"
        "\"step\":1.0,\"type\":\"SLIDER\"}\n"
        "0.3 exception {\"exception\":\"AttributeError\",\"message\":\"\"}\n"
        "end exception\n");
}

TEST_CASE("documented: a submit button is static, and no input of the function") {
  CHECK(LastRun(kSubmitButton, "documented") ==
        "0.0 form {}\n"
        "0.0.0 button {\"label\":\"Go\",\"is_form_submitter\":true,\"type\":\"secondary\"}\n"
        "0.1 markdown {\"body\":\"`False`\",\"element_type\":\"NATIVE\"}\n"
        "end ok\n");
}

TEST_CASE("an id is made of the type, what shapes the widget, and the key") {
  std::vector<std::string> ids = WidgetIds(
      "  st.text_input('a')\n"
      "  st.text_area('a')\n"
      "  st.text_input('b')\n"
      "  st.text_input('a', value='x')\n"
      "  st.text_input('a', max_chars=5)\n"
      "  st.text_input('a', help='h')\n"
      "  st.text_input('a', key='k')\n"
      "  st.text_input('a', key='l')\n"
      "  with st.form('f'):\n"
      "      st.text_input('a')\n"
      "  st.number_input('n')\n"
      "  st.number_input('n', min_value=0.0)\n"
      "  st.selectbox('s', [1])\n"
      "  st.selectbox('s', [1, 2])\n"
      "  st.download_button('d', 'x')\n"
      "  st.download_button('d', 'y')\n"
      "  st.download_button('d', 'y', 'name')\n");
  CHECK(ids.size() == 16);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(ids[0].starts_with("text_input-"));
  CHECK(ids[0].ends_with("-None"));
  CHECK(ids[6].ends_with("-k"));
  // The key is a suffix: the hash is that of the widget without it.
  CHECK(ids[6].substr(0, ids[6].size() - 2) == ids[0].substr(0, ids[0].size() - 5));
}

TEST_CASE("options of equal text that differ in value are the same widget") {
  CHECK(WidgetIds("  st.selectbox('s', [1], key='a')\n  st.selectbox('s', ['1'], key='a')\n")
            .size() == 1);
}

}  // namespace streplay
