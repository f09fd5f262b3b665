// What a person can do to the page, and what the browser refuses to send.
#include "runtime/recorded_runs.h"

namespace streplay {
namespace {

// The diagnostics of one interaction with a page, as a person reads them.
std::string Refusal(const std::string& script, const std::string& interaction) {
  Outcome outcome = SimulateText("title: T\nscript: |\n  import streamlit as st\n  " + script +
                                     "\nsteps:\n  - run\n  - interact: " + interaction + "\n",
                                 "documented");
  std::string text;
  for (const Diagnostic& diagnostic : outcome.diagnostics) {
    const Position& at = diagnostic.range.begin;
    text += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diagnostic.message;
    if (!diagnostic.hint.empty()) text += " (" + diagnostic.hint + ")";
    text += "\n";
  }
  return text;
}

struct RefusedCase {
  const char* script;
  const char* interaction;
  const char* diagnostics;
};

}  // namespace

TEST_CASE("people's values reach the script as in Streamlit") {
  CheckRecordedRuns("browser.txt");
}

TEST_CASE("a widget that is not on the page is named with what is there") {
  const RefusedCase kCases[] = {
      {"st.text(1)", "{checkbox: Negate, value: true}",
       "7:5 no checkbox `Negate` is on the page of session `main` (the page has no widget)\n"},
      {"st.checkbox('Negated')", "{checkbox: Negate, value: true}",
       "7:5 no checkbox `Negate` is on the page of session `main` (did you mean `Negated`?)\n"},
      {"st.slider('Size')", "{checkbox: Negate, value: true}",
       "7:5 no checkbox `Negate` is on the page of session `main` (the page has slider `Size`)\n"},
      {"st.slider('Size', key='size')", "{key: sice, value: 1}",
       "7:5 no widget with the key `sice` is on the page of session `main` "
       "(did you mean `size`?)\n"},
      {"st.slider('Size', key='size')", "{key: other, value: 1}",
       "7:5 no widget with the key `other` is on the page of session `main` "
       "(the page has slider `Size` (key `size`))\n"},
      {"st.checkbox('a')", "{checkbox: a, nth: 1, value: true}",
       "7:5 `nth: 1` asks for more than the page has: 1 times checkbox `a` (`nth` counts from "
       "0)\n"},
  };
  for (const RefusedCase& each : kCases) {
    INFO(each.script << " " << each.interaction);
    CHECK(Refusal(each.script, each.interaction) == each.diagnostics);
  }
}

TEST_CASE("a value that the browser could not send is refused where it stands") {
  const RefusedCase kCases[] = {
      {"st.selectbox('s', ['a', 'b'])", "{selectbox: s, value: c}",
       "7:37 `c` is not an option of the selectbox `s` (its options are `a`, `b`)\n"},
      {"st.radio('s', [])", "{radio: s, value: c}",
       "7:33 `c` is not an option of the radio `s` (it has no options)\n"},
      {"st.multiselect('m', [1, 2], max_selections=1)", "{multiselect: m, value: [1, 2]}",
       "7:39 the multiselect `m` takes at most 1 options\n"},
      {"st.slider('s', 1, 5)", "{slider: s, value: 6}",
       "7:34 `6` is above the greatest value of the slider `s`\n"},
      {"st.slider('s', 1, 5)", "{slider: s, value: 1.5}",
       "7:34 the slider `s` takes whole numbers only\n"},
      {"st.slider('s', 1, 5)", "{slider: s, value: [1, 2]}", "7:34 the slider `s` has 1 handle\n"},
      {"st.slider('s', 1, 5, (1, 2))", "{slider: s, value: 2}",
       "7:34 the slider `s` has 2 handles\n"},
      {"st.slider('s', 1, 5)", "{slider: s, value: '2023-02-09'}",
       "7:34 the slider `s` takes another kind of value\n"},
      {"st.select_slider('s', ['a'])", "{select_slider: s, value: b}",
       "7:41 `b` is not an option of the select_slider `s` (its options are `a`)\n"},
      {"st.number_input('n', 0, 5)", "{number_input: n, value: -1}",
       "7:40 `-1` is below the least value of the number_input `n`\n"},
      {"st.number_input('n', 0, 5)", "{number_input: n, value: 2.5}",
       "7:40 the number_input `n` takes whole numbers only\n"},
      {"st.text_input('t', max_chars=2)", "{text_input: t, value: 'äöü'}",
       "7:38 the text_input `t` takes at most 2 characters\n"},
      {"st.date_input('d')", "{date_input: d, value: '2033-02-10'}",
       "7:38 `2033-02-10` is after the last date of the date_input `d`\n"},
      {"st.date_input('d')", "{date_input: d, value: ['2023-02-10', '2023-02-11']}",
       "7:38 the date_input `d` takes one date\n"},
      {"st.file_uploader('f', 'csv')",
       "{file_uploader: f, value: [{name: a.txt, type: t, content: x}]}",
       "7:41 the file_uploader `f` does not take `a.txt`\n"},
      {"st.checkbox('c', disabled=True)", "{checkbox: c, value: true}",
       "7:5 the checkbox `c` is disabled\n"},
      {"st.checkbox('c', key='k')", "{key: k, value: 5}", "7:31 `checkbox` takes true or false\n"},
  };
  for (const RefusedCase& each : kCases) {
    INFO(each.script << " " << each.interaction);
    CHECK(Refusal(each.script, each.interaction) == each.diagnostics);
  }
}

TEST_CASE("the browser's values are told after every run") {
  Outcome outcome = SimulateText(R"(
title: T
script: |
  import streamlit as st
  st.checkbox("a")
  st.selectbox("b", ["x", "y"])
  st.slider("c", 0, 9)
  st.slider("d", 0, 9, (1, 2))
  st.multiselect("e", ["x", "y"], ["y"])
  st.button("f")
  with st.form("form"):
      st.text_input("g")
      st.form_submit_button("Go")
steps:
  - run
  - interact: {text_input: g, value: "pending"}
  - interact: {selectbox: b, value: y}
)",
                                 "documented");
  REQUIRE(outcome.runs.size() == 2);
  std::string shown;
  for (const auto& [id, value] : *outcome.runs.back().widget_values) {
    shown += id.substr(0, id.find('-')) + " " + FieldValueText(value) + "\n";
  }
  CHECK(shown ==
        "checkbox false\nmultiselect [\"y\"]\nselectbox \"y\"\nslider 0.0\nslider [1.0,2.0]\n"
        "text_input \"pending\"\n");
}

}  // namespace streplay
