#include "cli/smoke_scenarios.h"

#include <string>
#include <utility>

#include "base/check.h"
#include "scenario/scenario_loader.h"

namespace streplay {
namespace {

constexpr SmokeScenario kScenarios[] = {
    {"shows elements in their order", R"YAML(title: Elements
definitions: |
  import streamlit as st
script: |
  st.title("Title")
  st.markdown("*text*")
  left, right = st.columns(2)
  right.metric("Rooms", 3)
  with left.expander("More"):
      st.text("inside")
  st.sidebar.success("Done")
  print("printed")
steps: [run]
)YAML"},
    {"sets widgets as a browser does", R"YAML(title: Widgets
definitions: |
  import streamlit as st
script: |
  name = st.text_input("Name", key="name")
  size = st.slider("Size", 0, 10, 5)
  colour = st.selectbox("Colour", ["red", "green"])
  if st.button("Go"):
      st.text("went")
  st.text(f"{name} {size} {colour}")
steps:
  - run
  - interact: {key: name, value: Ann}
  - interact: {slider: Size, value: 8}
  - interact: {selectbox: Colour, value: green}
  - interact: {button: Go}
  - run
)YAML"},
    {"keeps a form's values back until it is submitted", R"YAML(title: A form
definitions: |
  import streamlit as st
script: |
  with st.form("form"):
      ticked = st.checkbox("Tick")
      st.form_submit_button("Send")
  st.text(ticked)
steps:
  - run
  - interact: {checkbox: Tick, value: true}
  - interact: {form_submit_button: Send}
)YAML"},
    {"calls back before the script runs", R"YAML(title: A callback
definitions: |
  import streamlit as st

  def count():
      st.session_state.count += 1
script: |
  if "count" not in st.session_state:
      st.session_state.count = 0
  st.button("Count", on_click=count)
  st.text(st.session_state.count)
steps:
  - run
  - interact: {button: Count}
  - interact: {button: Count}
)YAML"},
    {"replays what a cached function showed", R"YAML(title: A cached function
definitions: |
  import streamlit as st

  @st.cache_data
  def double(x):
      st.text(f"doubling {x}")
      print("executed")
      return 2 * x
script: |
  st.text(double(4))
steps: [run, run, {call: "st.text(double(5))"}, {clear: double}, run]
)YAML"},
    {"takes a widget in a cached function as its input", R"YAML(title: A widget in a cached function
definitions: |
  import streamlit as st

  @st.cache_resource(experimental_allow_widgets=True)
  def double(x):
      print("executed")
      return -2 * x if st.checkbox("Negate") else 2 * x
script: |
  st.text(double(4))
steps:
  - run
  - interact: {checkbox: Negate, value: true}
  - interact: {checkbox: Negate, value: false}
)YAML"},
    {"moves its clock only when told", R"YAML(title: A time to live
definitions: |
  import streamlit as st

  @st.cache_data(ttl=60)
  def load():
      print("executed")
script: |
  load()
steps: [run, {advance: 59s}, run, {advance: 2s}, run]
)YAML"},
    {"knows several sessions, and starts anew", R"YAML(title: Sessions
definitions: |
  import streamlit as st
script: |
  if "runs" not in st.session_state:
      st.session_state.runs = 0
  st.session_state.runs += 1
  st.text(st.session_state.runs)
steps: [run, {run: {session: other}}, run, restart, run]
)YAML"},
    {"runs an edited script, and one with a syntax error", R"YAML(title: Edits
definitions: |
  import streamlit as st
script: |
  st.text("before")
steps:
  - run
  - edit: {find: before, replace: after}
  - run
  - edit: {find: 'after")', replace: 'after"'}
  - run
)YAML"},
    {"shows what ends a script", R"YAML(title: An exception
definitions: |
  import streamlit as st
script: |
  st.text("before")
  raise ValueError("no")
steps: [run, {edit: {find: 'raise ValueError("no")', replace: st.stop()}}, run]
)YAML"},
    {"gives stubs in place of other modules", R"YAML(title: Stubs
definitions: |
  import streamlit as st
  import requests
  import sqlite3
script: |
  st.text(requests.get("https://example.org")["status"])
  sqlite3.connect("file")
stubs:
  requests.get: {returns: {status: 200}}
  sqlite3.connect: {raises: TimeoutError}
steps: [run]
)YAML"},
};

// A file system that holds one file.
class OneFile : public FileReader {
 public:
  explicit OneFile(std::string_view text) : text_(text) {}

  FileContent Read(const std::string&, size_t) const override {
    return {FileContent::Status::kRead, text_};
  }
  std::optional<std::string> RealPath(const std::string& path) const override { return path; }

 private:
  std::string text_;
};

}  // namespace

std::span<const SmokeScenario> SmokeScenarios() {
  return kScenarios;
}

Scenario LoadSmokeScenario(std::string_view name, std::string_view text) {
  Diagnostics diagnostics;
  auto scenario = LoadScenario(std::string(name), OneFile(text), {}, diagnostics);
  STREPLAY_CHECK(scenario.has_value());
  return std::move(*scenario);
}

}  // namespace streplay
