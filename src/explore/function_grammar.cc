#include "explore/function_grammar.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "explore/expression_grammar.h"
#include "explore/statement_grammar.h"

namespace streplay {
namespace {

constexpr size_t kPlainPercent = 12;   // functions without a decorator
constexpr size_t kForbidPercent = 15;  // cached functions that do not allow widgets

Statement Definition(std::string head, Statements body) {
  Statement definition;
  definition.before = "def " + std::move(head);
  definition.opens_block = true;
  definition.body = std::move(body);
  return definition;
}

Statement Line(std::string text) {
  Statement line;
  line.before = std::move(text);
  return line;
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

void AddFunction(GrammarState& state, bool is_called_by_cached, Statements& to) {
  CallableFunction function;
  function.name = state.NewName("f");
  function.takes_argument = state.random.Chance(70);
  function.has_cache = !state.random.Chance(kPlainPercent);
  if (function.has_cache) to.push_back(NewDecorator(state));
  Place place;
  place.in_function = true;
  place.in_cached = function.has_cache;
  place.is_editable = !is_called_by_cached;
  place.callable_count = state.functions.size();
  if (function.takes_argument) place.parameter = "x";
  Statements body = NewStatements(state, place, 1 + state.random.Below(4));
  if (state.random.Chance(75)) body.push_back(Line(NewResult(state, place)));
  CollectFacts(state, body, function);
  to.push_back(
      Definition(function.name + (function.takes_argument ? "(x)" : "()"), std::move(body)));
  state.functions.push_back(std::move(function));
}

}  // namespace streplay
