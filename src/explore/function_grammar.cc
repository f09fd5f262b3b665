#include "explore/function_grammar.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "explore/expression_grammar.h"
#include "explore/statement_grammar.h"

namespace streplay {
namespace {

constexpr size_t kPlainPercent = 12;  // functions without a decorator
constexpr size_t kMethodPercent = 5;
constexpr size_t kRecursionPercent = 8;
constexpr size_t kUnderscorePercent = 8;  // a parameter that is left out of the key
constexpr size_t kForbidPercent = 15;     // cached functions that do not allow widgets

Statement Definition(std::string head, Statements body) {
  return Opening("def " + std::move(head), std::move(body));
}

Statement NewDecorator(GrammarState& state) {
  Random& random = state.random;
  bool is_data = random.Chance(50);
  Statement decorator;
  decorator.feature = is_data ? random.Pick({"cache_data", "experimental_memo"})
                              : random.Pick({"cache_resource", "experimental_singleton"});
  decorator.before = "@st." + decorator.feature;
  std::vector<Argument>& options = decorator.arguments.emplace();
  bool allows = !random.Chance(kForbidPercent);
  if (allows) options.push_back({"experimental_allow_widgets", "True", "", false});
  if (random.Chance(12)) options.push_back({"ttl", random.Pick({"5", "60", "0.5"}), "", false});
  if (random.Chance(12)) options.push_back({"max_entries", random.Pick({"1", "2"}), "", false});
  if (random.Chance(30)) {
    options.push_back({"show_spinner", random.Pick({"False", "False", R"("s")"}), "", false});
  }
  if (is_data && random.Chance(6)) options.push_back({"persist", R"("disk")", "", false});
  if (!is_data && random.Chance(12)) {
    options.push_back({"validate", random.Pick({"valid", "valid", "invalid"}), "", false});
  }
  return decorator;
}

// What a call of the function may place, from the text of its body and of what it calls.
void CollectFacts(const GrammarState& state, const Statements& statements,
                  CallableFunction& facts) {
  for (const Statement& statement : statements) {
    const std::string& feature = statement.feature;
    facts.has_button |= feature == "button" || feature == "download_button";
    facts.has_form |= feature == "form";
    facts.has_columns |= feature == "columns";
    facts.has_expander |= feature == "expander";
    if (feature == "call") {
      for (const CallableFunction& called : state.functions) {
        if (!statement.before.ends_with(called.name)) continue;
        facts.has_button |= called.has_button;
        facts.has_form |= called.has_form;
        facts.has_columns |= called.has_columns;
        facts.has_expander |= called.has_expander;
      }
    }
    CollectFacts(state, statement.body, facts);
  }
}

// Calls the function itself with less, at some place of its body.
void AddRecursion(GrammarState& state, const CallableFunction& function, const Place& place,
                  Statements& body) {
  const std::string& x = place.parameter;
  Statement branch = Opening("if isinstance(" + x + ", int) and 0 < " + x + " < 4",
                             {Line(function.name + "(" + x + " - 1)")}, "recursion");
  size_t at = state.random.Below(body.size() + 1);
  body.insert(body.begin() + static_cast<std::ptrdiff_t>(at), std::move(branch));
}

// The definition, with its decorator, as the only method of a class.
Statement InClass(const std::string& name, Statements definition) {
  return Opening("class " + name, std::move(definition), "method");
}

std::string NewResult(GrammarState& state, const Place& place) {
  switch (state.random.PickWeighted({40, 30, 20, 10})) {
    case 0:
      return "return " + NewValue(state, place);
    case 1:
      return "return " + NewShownText(state, place);
    case 2:
      return "return [" + NewValue(state, place) + ", " + NewValue(state, place) + "]";
    default:
      return "return None";
  }
}

}  // namespace

Statements NewCallbacks(GrammarState& state) {
  state.callbacks = {"count", "note"};
  Statements definitions;
  definitions.push_back(Definition(
      "count(*args)", {Line(R"(st.session_state["n"] = st.session_state.get("n", 0) + 1)")}));
  definitions.push_back(Definition("note(*args)", {Line(R"(st.session_state["last"] = args)")}));
  definitions.push_back(Definition("valid(value)", {Line("return True")}));
  definitions.push_back(Definition("invalid(value)", {Line("return False")}));
  return definitions;
}

Statement NewClass() {
  Statement constructor = Definition("__init__(self, content)", {Line("self.content = content")});
  Statement shown = Definition("__repr__(self)", {Line(R"(return "a box")")});
  return Opening("class Box", {std::move(constructor), std::move(shown)});
}

void AddFunction(GrammarState& state, bool is_called_by_cached, Statements& to) {
  CallableFunction function;
  function.name = state.NewName("f");
  function.takes_argument = state.random.Chance(70);
  function.has_cache = !state.random.Chance(kPlainPercent);
  function.is_method = function.has_cache && state.random.Chance(kMethodPercent);
  Statements definition;
  if (function.has_cache) definition.push_back(NewDecorator(state));
  Place place;
  place.in_function = true;
  place.in_cached = function.has_cache;
  place.is_editable = !is_called_by_cached;
  place.callable_count = state.functions.size();
  if (function.takes_argument) place.parameter = "x";
  bool is_left_out = !state.is_transparent() && state.random.Chance(kUnderscorePercent);
  if (function.takes_argument && is_left_out) place.parameter = "_x";
  Statements body = NewStatements(state, place, 1 + state.random.Below(4));
  bool may_recur = function.takes_argument && !function.is_method;
  if (may_recur && state.random.Chance(kRecursionPercent)) {
    AddRecursion(state, function, place, body);
  }
  if (state.random.Chance(75)) body.push_back(Line(NewResult(state, place)));
  CollectFacts(state, body, function);
  std::string parameters = function.is_method ? "_self" : "";
  if (function.takes_argument) parameters += (parameters.empty() ? "" : ", ") + place.parameter;
  definition.push_back(Definition(function.name + "(" + parameters + ")", std::move(body)));
  if (function.is_method) {
    std::string name = state.NewName("C");
    to.push_back(InClass(name, std::move(definition)));
    function.name = name + "()." + function.name;
  } else {
    for (Statement& statement : definition) to.push_back(std::move(statement));
  }
  state.functions.push_back(std::move(function));
}

}  // namespace streplay
