// Functions first, each of which may call those before it; then the script, which may call all;
// then the steps, made while the program runs.
#include "explore/program_generator.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "explore/effect_grammar.h"
#include "explore/function_grammar.h"
#include "explore/program_text.h"
#include "explore/statement_grammar.h"
#include "explore/step_grammar.h"

namespace streplay {
namespace {

constexpr size_t kLeastStatements = 4;
constexpr size_t kLeastSteps = 2;
constexpr size_t kStatementsAStep = 3;
constexpr size_t kConfigPercent = 6;  // scripts that configure the page

Statements NewScript(GrammarState& state) {
  Place place;
  place.is_editable = true;
  place.callable_count = state.functions.size();
  Statements script;
  if (state.random.Chance(kConfigPercent)) script.push_back(NewPageConfig(state, place));
  if (!state.is_transparent()) script.push_back(Line("box = st.container()"));
  size_t count = 2 + state.random.Below(4);
  for (Statement& statement : NewStatements(state, place, count)) {
    script.push_back(std::move(statement));
  }
  return script;
}

Statements Imports(const GrammarState& state) {
  Statements imports = {Line("import streamlit as st")};
  imports.front().is_required = true;
  for (const std::string& import : state.imports) imports.push_back(Line(import));
  return imports;
}

bool Mentions(const std::string& text, const std::string& name) {
  return text.find(name) != std::string::npos;
}

// Callbacks and validators that nobody names only make the file longer.
void DropUnused(Statements& definitions, const std::string& rest) {
  std::erase_if(definitions, [&](const Statement& definition) {
    std::string name = definition.before.substr(4, definition.before.find('(') - 4);
    return !Mentions(rest, "=" + name);
  });
}

}  // namespace

Program GenerateProgram(const GeneratorOptions& options, uint64_t index, const Profile& profile) {
  Random random(options.seed, index);
  size_t span = options.max_size > kLeastStatements ? options.max_size - kLeastStatements : 1;
  size_t size = kLeastStatements + random.Below(span + 1);
  size_t script_budget = std::max(size / 3, kLeastStatements);
  GrammarState state{random, options.freedom, size - size / 3};
  size_t step_count = kLeastSteps + random.Below(options.max_size / kStatementsAStep + 1);
  Program program;
  Statements callbacks = NewCallbacks(state);
  Statements functions;
  size_t function_count = 1 + random.Below(4);
  for (size_t i = 0; i < function_count; ++i) {
    AddFunction(state, i + 1 < function_count, functions);
  }
  state.budget = std::max(state.budget, script_budget);
  program.script = NewScript(state);
  DropUnused(callbacks, ScriptText(functions) + ScriptText(program.script));
  program.definitions = Imports(state);
  if (state.has_class) program.definitions.push_back(NewClass());
  for (Statements* part : {&callbacks, &functions}) {
    for (Statement& statement : *part) program.definitions.push_back(std::move(statement));
  }
  program.steps.push_back({{}, RunStep{}});
  std::optional<Scenario> scenario =
      LoadScenarioText(ScenarioText(program, "a program", {}), "program.yaml");
  STREPLAY_CHECK(scenario.has_value());
  program.steps = NewSteps(state, *scenario, profile, step_count);
  return program;
}

}  // namespace streplay
