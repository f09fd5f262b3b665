// Loading a scenario from a text in memory, for the tests.
#ifndef STREPLAY_TESTS_SCENARIO_LOADING_H_
#define STREPLAY_TESTS_SCENARIO_LOADING_H_

#include <optional>
#include <string>
#include <variant>

#include "base/diagnostic_formatter.h"
#include "scenario/memory_files.h"
#include "scenario/scenario_loader.h"
#include "support/catch.h"

namespace streplay {

struct Loaded {
  std::optional<Scenario> scenario;
  std::string diagnostics;
};

inline Loaded Load(const std::string& path, const FileReader& files,
                   const LoadOptions& options = {}) {
  Diagnostics diagnostics;
  Loaded loaded;
  loaded.scenario = LoadScenario(path, files, options, diagnostics);
  loaded.diagnostics = FormatDiagnostics(diagnostics);
  return loaded;
}

inline Loaded LoadText(const std::string& text, const LoadOptions& options = {}) {
  MemoryFiles files;
  files.files["s.yaml"] = text;
  return Load("s.yaml", files, options);
}

// The scenario of a text that must be valid.
inline Scenario LoadGood(const std::string& text) {
  Loaded loaded = LoadText(text);
  INFO(loaded.diagnostics);
  REQUIRE(loaded.scenario.has_value());
  REQUIRE(loaded.diagnostics.empty());
  return *loaded.scenario;
}

// A scenario with these steps, which are lines of YAML indented by two blanks.
inline std::string WithSteps(const std::string& steps) {
  return "title: T\nscript: |\n  import streamlit as st\n  st.write(1)\nsteps:\n" + steps;
}

template <typename T>
const T& ActionOf(const Scenario& scenario, size_t index) {
  REQUIRE(index < scenario.steps.size());
  const T* action = std::get_if<T>(&scenario.steps[index].action);
  REQUIRE(action != nullptr);
  return *action;
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_SCENARIO_LOADING_H_
