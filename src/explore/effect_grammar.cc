#include "explore/effect_grammar.h"

#include <string>
#include <utility>
#include <vector>

#include "explore/expression_grammar.h"
#include "registry/command.h"

namespace streplay {
namespace {

constexpr size_t kConfiguredPercent = 30;  // a parameter of set_page_config

Statement NewWait(GrammarState& state) {
  state.imports.insert("from time import sleep");
  return Line(state.random.Pick({"sleep(0.05)", "sleep(0.2)"}), "sleep");
}

// Of one function that can be called here, or of a family.
Statement NewClear(GrammarState& state, const Place& place) {
  std::vector<std::string> cached;
  for (size_t i = 0; i < place.callable_count; ++i) {
    const CallableFunction& function = state.functions[i];
    if (function.has_cache && !function.is_method) cached.push_back(function.name);
  }
  if (!cached.empty() && state.random.Chance(70)) {
    return Line(state.random.Pick(cached) + ".clear()", "function.clear()");
  }
  std::string family = state.random.Pick(
      {"cache_data", "cache_resource", "experimental_memo", "experimental_singleton"});
  return Line("st." + family + ".clear()", family + ".clear");
}

Statement NewQueryStatement(GrammarState& state, Place& place) {
  if (state.random.Chance(40)) {
    std::string value = state.random.Chance(40)
                            ? NewValue(state, place)
                            : state.random.Pick({"1", R"("b")", R"(["b", "c"])", "None"});
    Statement set = Line("st.experimental_set_query_params", "experimental_set_query_params");
    set.arguments.emplace().push_back({state.random.Pick({"a", "page"}), value, "1", false});
    return set;
  }
  std::string name = state.NewName("q");
  place.variables.push_back({name, "'a' in " + name, name});
  return Line(name + " = st.experimental_get_query_params()", "experimental_get_query_params");
}

}  // namespace

Statement NewEffect(GrammarState& state, Place& place) {
  // The query parameters are no input of a function, and setting them is skipped on a hit.
  bool may_query = !(state.is_transparent() && place.in_function);
  switch (state.random.PickWeighted({25, 20, 35, may_query ? size_t{20} : 0})) {
    case 0:
      return NewWait(state);
    case 1:
      return Line("print(" + NewValue(state, place) + ")", "print");
    case 2:
      return NewClear(state, place);
    default:
      return NewQueryStatement(state, place);
  }
}

Statement NewPageConfig(GrammarState& state, const Place& place) {
  const Command& command = GetCommand(CommandId::kSetPageConfig);
  Statement config = Line("st.set_page_config", std::string(command.name));
  config.arguments.emplace();
  for (const Parameter& parameter : command.parameters) {
    if (!state.random.Chance(kConfiguredPercent)) continue;
    std::optional<Argument> argument = NewArgument(state, place, command, parameter);
    if (parameter.meaning == Meaning::kMenuItems) {
      argument = Argument{std::string(parameter.name),
                          state.random.Pick({R"({"About": "t"})", "{}"}), "", false};
    }
    if (argument) config.arguments->push_back(std::move(*argument));
  }
  return config;
}

}  // namespace streplay
