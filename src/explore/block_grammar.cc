#include "explore/block_grammar.h"

#include <string>
#include <utility>
#include <vector>

#include "explore/element_grammar.h"
#include "explore/expression_grammar.h"
#include "explore/statement_grammar.h"
#include "explore/widget_grammar.h"

namespace streplay {
namespace {

constexpr size_t kRuleBreakPercent = 2;

enum class BlockKind {
  kContainer,
  kColumns,
  kTabs,
  kExpander,
  kForm,
  kSidebar,
  kEmpty,
  kSpinner,
  kEcho
};

class BlockMaker {
 public:
  BlockMaker(GrammarState& state, Place& place, Statements& to)
      : state_(state), place_(place), to_(to) {}

  void Add() {
    switch (NewKind()) {
      case BlockKind::kContainer:
        return AddContainer();
      case BlockKind::kColumns:
        return AddSplit("columns", state_.random.Pick({"2", "[1, 3]"}));
      case BlockKind::kTabs:
        return AddSplit("tabs", R"(["a", "b"])");
      case BlockKind::kExpander:
        return AddExpander();
      case BlockKind::kForm:
        return AddForm();
      case BlockKind::kSidebar:
        return AddWith("st.sidebar", std::nullopt, InSidebar(), "sidebar");
      case BlockKind::kEmpty:
        return AddWith("st.empty", Arguments{}, InSlot(), "empty");
      case BlockKind::kSpinner:
        return AddWith("st.spinner", Arguments{{"", R"("s")", "", false}}, Inner(), "spinner");
      case BlockKind::kEcho:
        return AddWith("st.echo", Arguments{}, Inner(), "echo");
    }
  }

 private:
  using Arguments = std::vector<Argument>;

  BlockKind NewKind() {
    for (;;) {
      auto kind =
          static_cast<BlockKind>(state_.random.PickWeighted({24, 14, 10, 12, 14, 14, 3, 3, 1}));
      bool breaks = (kind == BlockKind::kColumns && place_.in_columns) ||
                    (kind == BlockKind::kExpander && place_.in_expander) ||
                    (kind == BlockKind::kForm && place_.in_form) ||
                    (kind == BlockKind::kSidebar && (place_.in_sidebar || place_.in_form)) ||
                    (kind == BlockKind::kEcho && (place_.in_function || state_.is_transparent()));
      bool may_break = kind != BlockKind::kEcho && state_.random.Chance(kRuleBreakPercent);
      if (!breaks || may_break) return kind;
    }
  }

  Place Inner() const {
    Place inner = place_;
    ++inner.depth;
    return inner;
  }

  Place InSidebar() const {
    Place inner = Inner();
    inner.in_sidebar = true;
    inner.in_columns = inner.in_expander = false;
    return inner;
  }

  Place InSlot() const {
    Place inner = Inner();
    inner.in_slot = true;
    return inner;
  }

  void AddWith(const std::string& context, std::optional<Arguments> arguments, Place inner,
               const std::string& feature) {
    Statement with;
    with.before = "with " + context;
    with.arguments = std::move(arguments);
    with.opens_block = true;
    with.feature = feature;
    with.body = NewStatements(state_, inner, 1 + state_.random.Below(3));
    to_.push_back(std::move(with));
  }

  Statement Made(const std::string& name, const std::string& command, Arguments arguments) {
    Statement made;
    made.before = name + " = " +
                  (state_.random.Chance(8) && !place_.in_form ? "st.sidebar." : "st.") + command;
    made.arguments = std::move(arguments);
    made.feature = command;
    return made;
  }

  // Written to by its name, by `with`, or both.
  void Fill(const std::string& target, const Place& inside) {
    if (state_.random.Chance(45)) {
      AddWith(target, std::nullopt, inside, "with container");
    } else {
      Place inner = inside;
      bool is_widget = state_.random.Chance(40);
      to_.push_back(is_widget ? NewWidget(state_, inner, target)
                              : NewElement(state_, inner, target));
      if (is_widget) place_.variables.push_back(inner.variables.back());
    }
  }

  void AddContainer() {
    if (state_.random.Chance(40)) return AddWith("st.container", Arguments{}, Inner(), "container");
    std::string name = state_.NewName("c");
    to_.push_back(Made(name, "container", {}));
    if (state_.random.Chance(50)) to_.push_back(NewElement(state_, place_, "st"));
    Fill(name, Inner());
    if (state_.random.Chance(40)) Fill(name, Inner());
  }

  void AddSplit(const std::string& command, const std::string& parts) {
    std::string name = state_.NewName("c");
    Arguments arguments = {{"", parts, "", true}};
    if (command == "columns" && state_.random.Chance(15)) {
      arguments.push_back({"gap", state_.random.Pick({R"("small")", R"("large")"}), "", false});
    }
    to_.push_back(Made(name, command, std::move(arguments)));
    Place inner = Inner();
    if (command == "columns") inner.in_columns = true;
    Fill(name + "[0]", inner);
    if (state_.random.Chance(60)) Fill(name + "[1]", inner);
  }

  void AddExpander() {
    Place inner = Inner();
    inner.in_expander = true;
    Arguments arguments = {{"", NewShownText(state_, place_), R"("a")", true}};
    if (state_.random.Chance(30)) arguments.push_back({"expanded", "True", "", false});
    if (state_.random.Chance(60)) {
      return AddWith("st.expander", std::move(arguments), inner, "expander");
    }
    std::string name = state_.NewName("c");
    to_.push_back(Made(name, "expander", std::move(arguments)));
    Fill(name, inner);
  }

  void AddForm() {
    Place inner = Inner();
    inner.in_form = true;
    std::string name = state_.NewName("form");
    std::string key = "\"" + name + "\"";
    if (!place_.parameter.empty()) key = "f\"" + name + " {" + place_.parameter + "}\"";
    Statement with;
    with.before = "with st.form";
    with.arguments = {{"", key, "", true}};
    if (state_.random.Chance(30)) {
      with.arguments->push_back({"clear_on_submit", "True", "", false});
    }
    with.opens_block = true;
    with.feature = "form";
    with.body.push_back(NewWidget(state_, inner, "st"));
    for (Statement& more : NewStatements(state_, inner, 1 + state_.random.Below(2))) {
      with.body.push_back(std::move(more));
    }
    if (!state_.random.Chance(5)) with.body.push_back(NewSubmitButton(state_, inner));
    to_.push_back(std::move(with));
    // The values in the form are at hand after it, too.
    if (inner.variables.size() > place_.variables.size()) {
      place_.variables.push_back(inner.variables[place_.variables.size()]);
    }
  }

  GrammarState& state_;
  Place& place_;
  Statements& to_;
};

}  // namespace

void AddBlock(GrammarState& state, Place& place, Statements& to) {
  BlockMaker(state, place, to).Add();
}

}  // namespace streplay
