// A statement is of a kind chosen by weight; kinds that the place forbids are mostly chosen again.
// Blocks take a copy of the place, so that what is defined in one is not used outside.
#include "explore/statement_grammar.h"

#include <algorithm>
#include <utility>

#include "explore/block_grammar.h"
#include "explore/effect_grammar.h"
#include "explore/element_grammar.h"
#include "explore/expression_grammar.h"
#include "explore/widget_grammar.h"

namespace streplay {
namespace {

constexpr size_t kMaxDepth = 4;
constexpr size_t kRuleBreakPercent = 2;

class StatementMaker {
 public:
  StatementMaker(GrammarState& state, Place& place) : state_(state), place_(place) {}

  void AddOne(Statements& to) {
    bool is_deep = place_.depth >= kMaxDepth;
    size_t block = is_deep ? 0 : 1;
    bool may_call = place_.callable_count > 0 && !(state_.is_transparent() && place_.in_slot);
    size_t call = may_call ? 1 : 0;
    size_t top = place_.in_function ? 0 : 1;
    size_t any = state_.is_transparent() ? 0 : 1;
    switch (state_.random.PickWeighted({24, 26, 12 * block, 16 * block,
                                        (place_.in_function ? 18 : 40) * call, 4, 7 * top, 5,
                                        2 * top * block, 3 * any, 2 * block, 2})) {
      case 0:
        return to.push_back(NewElement(state_, place_, NewTarget()));
      case 1:
        return to.push_back(NewWidget(state_, place_, NewTarget()));
      case 2:
        return AddCondition(to);
      case 3:
        return AddBlock(state_, place_, to);
      case 4:
        return AddCall(to);
      case 5:
        return AddPlaceholder(to);
      case 6:
        return AddState(to);
      case 7:
        return to.push_back(NewEffect(state_, place_));
      case 8:
        return AddTry(to);
      case 9:
        return AddImpurity(to);
      case 10:
        return AddLoop(to);
      default:
        return AddControl(to);
    }
  }

 private:
  std::string NewTarget() {
    bool to_sidebar = !place_.in_form && state_.random.Chance(8);
    return to_sidebar ? "st.sidebar" : "st";
  }

  Place Inner() const {
    Place inner = place_;
    ++inner.depth;
    return inner;
  }

  Statements NewBody(Place inner, size_t most) {
    return NewStatements(state_, inner, 1 + state_.random.Below(most));
  }

  void AddCondition(Statements& to) {
    to.push_back(Opening("if " + NewCondition(state_, place_), NewBody(Inner(), 3), "if"));
    if (state_.random.Chance(25)) to.push_back(Opening("else", NewBody(Inner(), 2), "else"));
  }

  // Functions that would break a rule here are mostly left alone.
  void AddCall(Statements& to) {
    const CallableFunction& function = state_.functions[state_.random.Below(place_.callable_count)];
    bool breaks = (place_.in_form && (function.has_button || function.has_form)) ||
                  (place_.in_columns && function.has_columns) ||
                  (place_.in_expander && function.has_expander);
    if (breaks && !state_.random.Chance(kRuleBreakPercent)) {
      return to.push_back(NewElement(state_, place_, "st"));
    }
    Statement call;
    call.feature = "call";
    std::vector<Argument>& arguments = call.arguments.emplace();
    if (function.takes_argument) arguments.push_back({"", NewCallArgument(), "0", true});
    bool is_kept = state_.random.Chance(60);
    std::string name = state_.NewName("r");
    call.before = (is_kept ? name + " = " : "") + function.name;
    to.push_back(std::move(call));
    if (is_kept) place_.variables.push_back({name, name, name});
    if (is_kept && state_.random.Chance(70)) {
      Statement write = Line("st.write", "write");
      write.arguments.emplace().push_back({"", name, "", true});
      to.push_back(std::move(write));
    }
  }

  std::string NewCallArgument() {
    // It cannot be hashed, which only a decorator minds.
    if (!state_.is_transparent() && state_.random.Chance(4)) {
      state_.has_class = true;
      return state_.random.Pick({"Box(1)", "Box(1)", "Box"});
    }
    if (state_.random.Chance(25)) {
      if (!place_.variables.empty()) return state_.random.Pick(place_.variables).shown;
      if (!place_.parameter.empty()) return place_.parameter;
    }
    return state_.random.Pick({"0", "1", "1", "2", "2", "\"a\"", "1.0", "True", "None", "(1, 2)",
                               "[1, 2]", R"({"a": 1})"});
  }

  void AddPlaceholder(Statements& to) {
    // The rows are not recorded, whatever the decorator promises of the rest.
    bool may_grow = !(state_.is_transparent() && place_.in_function);
    if (may_grow && state_.random.Chance(20)) return AddRows(to);
    std::string name = state_.NewName("p");
    if (state_.random.Chance(70)) {
      to.push_back(Line(name + " = st.empty()", "empty"));
      to.push_back(NewElement(state_, place_, name));
    } else {
      to.push_back(Line(name + " = st.progress(10)", "progress"));
      to.push_back(Line(name + ".progress(90)", "progress"));
    }
    if (state_.random.Chance(30)) to.push_back(Line(name + ".empty()", "empty"));
  }

  void AddRows(Statements& to) {
    std::string name = state_.NewName("p");
    std::string command =
        state_.random.Pick({"dataframe", "table", "line_chart", "area_chart", "bar_chart", "text"});
    bool is_chart = command.ends_with("_chart");
    Statement made = Line(name + " = st." + command, command);
    made.arguments.emplace();
    if (!is_chart || state_.random.Chance(75)) {
      made.arguments->push_back({"", R"({"a": [1, 2]})", "", !is_chart});
    }
    to.push_back(std::move(made));
    Statement rows = Line(name + ".add_rows", "add_rows");
    bool has_rows = !state_.random.Chance(5);
    rows.arguments.emplace();
    if (has_rows) {
      rows.arguments->push_back({state_.random.Pick({"", "", "rows"}), R"({"a": [3]})", "", false});
    }
    to.push_back(std::move(rows));
    if (state_.random.Chance(30)) to.push_back(Line("st.text(\"after\")"));
  }

  void AddState(Statements& to) {
    if (!state_.keys.empty() && state_.random.Chance(45)) {
      size_t key = state_.random.Below(state_.keys.size());
      std::string target = "st.session_state[\"" + state_.keys[key] + "\"]";
      Statement set = Line(target + " = " + state_.key_values[key], "session_state set");
      if (state_.random.Chance(65)) {
        set = Opening("if " + NewCondition(state_, place_), {std::move(set)}, "if");
      }
      return to.push_back(std::move(set));
    }
    switch (state_.random.Below(4)) {
      case 0:
        return to.push_back(
            Line(R"(st.session_state["n"] = st.session_state.get("n", 0) + 1)", "session_state"));
      case 1:
        return to.push_back(Line(R"(st.write(st.session_state.get("n")))", "session_state"));
      case 2:
        return to.push_back(Line(R"(st.text("last" in st.session_state))", "session_state"));
      default:
        return to.push_back(Line(R"(st.text(st.session_state.get("last")))", "session_state"));
    }
  }

  void AddTry(Statements& to) {
    to.push_back(Opening("try", NewBody(Inner(), 3), "try"));
    Statement write = Line("st.text(type(error).__name__)");
    to.push_back(Opening("except Exception as error", {std::move(write)}, "except"));
  }

  // What a function must not do for its decorator not to matter.
  void AddImpurity(Statements& to) {
    switch (state_.random.Below(4)) {
      case 0:
        return to.push_back(Line(R"(box.text("in the box"))", "outer container"));
      case 1:
        return to.push_back(Opening("with box", NewBody(Inner(), 2), "outer container"));
      case 2:
        return to.push_back(Line(R"(st.write(st.session_state.get("n")))", "session_state"));
      default:
        return to.push_back(
            Line(R"(st.session_state["n"] = st.session_state.get("n", 0) + 1)", "session_state"));
    }
  }

  void AddLoop(Statements& to) {
    std::string name = state_.NewName("i");
    Place inner = Inner();
    inner.variables.push_back({name, name, name});
    if (inner.parameter.empty()) inner.parameter = name;
    to.push_back(Opening("for " + name + " in range(2)", NewBody(inner, 2), "for"));
  }

  void AddControl(Statements& to) {
    if (!state_.is_transparent() && state_.random.Chance(kRuleBreakPercent)) {
      return to.push_back(NewPageConfig(state_, place_));
    }
    std::string control = "st.stop()";
    if (state_.random.Chance(40)) control = "raise ValueError(\"e\")";
    bool may_rerun = !place_.variables.empty() && state_.random.Chance(30);
    if (may_rerun && IsClick(place_.variables.back())) control = "st.experimental_rerun()";
    if (place_.variables.empty() && state_.random.Chance(80)) return;
    size_t begin = control.starts_with("st.") ? 3 : 0;
    Statement line = Line(control, control.substr(begin, control.find('(') - begin));
    to.push_back(Opening("if " + NewCondition(state_, place_), {std::move(line)}, "if"));
  }

  static bool IsClick(const Variable& variable) { return variable.condition == variable.name; }

  GrammarState& state_;
  Place& place_;
};

}  // namespace

Statements NewStatements(GrammarState& state, Place& place, size_t count) {
  Statements statements;
  StatementMaker maker(state, place);
  for (size_t i = 0; i < count && state.budget > 0; ++i) {
    --state.budget;
    maker.AddOne(statements);
  }
  return statements;
}

}  // namespace streplay
