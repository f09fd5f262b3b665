#include "cli/first_scenario.h"

namespace streplay {

const std::string_view kFirstScenario =
    R"yaml(# A scenario: a script, and what happens to it. `streplay show` tells what it does, run by run.
title: A ticked checkbox is one more input of a cached function
tags: [first]
definitions: |
  import streamlit as st

  @st.experimental_memo(experimental_allow_widgets=True)
  def greeting(name):
      if st.checkbox("Shout"):
          return name.upper() + "!"
      return "Hello, " + name
script: |
  st.write(greeting("world"))
steps:
  - run
  # Only what must hold whatever else changes; everything that is shown is in the golden.
  - expect: {executed: {greeting: 1}, contains: [{markdown: {body: "Hello, world"}}]}
  - interact: {checkbox: Shout, value: true}
  - expect: {executed: {greeting: 1}, contains: [{markdown: {body: "WORLD!"}}]}
  # Both values have an entry now, so nothing is executed any more.
  - interact: {checkbox: Shout, value: false}
  - expect: {executed: {}, hits: {greeting: 1}}
)yaml";

const std::string_view kFirstWorkflow =
    R"yaml(# Runs the scenarios whenever something is pushed, and fails when one of them shows something else
# than its golden says. In CI no golden is written: record them where you work, and commit them.
name: streplay
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      # Put streplay on the PATH here: build it from its sources, or fetch a binary that you keep.
      - run: streplay check scenarios
)yaml";

}  // namespace streplay
