// Each step is taken at once in a simulation; one that cannot happen is dropped.
#include "explore/step_grammar.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/check.h"
#include "explore/widget_input.h"
#include "runtime/stepwise_simulation.h"
#include "scenario/script_edit.h"

namespace streplay {
namespace {

constexpr size_t kUnknownLines = 1'000'000;

// A text whose lines stand nowhere.
MappedText Unmapped(const std::string& text) {
  auto lines = static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  return {text, std::vector<LineOrigin>(std::min(lines, kUnknownLines))};
}

class StepMaker {
 public:
  StepMaker(GrammarState& state, const Scenario& scenario, const Profile& profile)
      : state_(state),
        random_(state.random),
        definitions_(scenario.definitions),
        script_(scenario.script),
        simulation_(scenario, profile) {}

  std::vector<Step> Make(size_t count) {
    Take(RunStep{});
    for (size_t i = 0; i < count; ++i) AddOne();
    return std::move(steps_);
  }

 private:
  void AddOne() {
    switch (random_.PickWeighted({60, 14, 8, 5, 5, 7, 3, 3})) {
      case 0:
        return Interact();
      case 1:
        return Take(RunStep{random_.Pick(sessions_)});
      case 2:
        return OpenSession();
      case 3:
        return Clear();
      case 4:
        return Take(AdvanceStep{
            random_.Pick(std::vector<int64_t>{500'000, 4'000'000, 6'000'000, 61'000'000})});
      case 5:
        return Edit();
      case 6:
        return Restart();
      default:
        return Call();
    }
  }

  template <class Action>
  void Take(Action action) {
    Step step;
    step.action = std::move(action);
    if (simulation_.Take(step, steps_.size())) steps_.push_back(std::move(step));
  }

  void OpenSession() {
    std::string name = random_.Pick({"ada", "bob"});
    if (std::find(sessions_.begin(), sessions_.end(), name) == sessions_.end()) {
      sessions_.push_back(name);
    }
    Take(RunStep{std::move(name)});
  }

  void Restart() {
    Take(RestartStep{});
    sessions_ = {kDefaultSession};
    Take(RunStep{});
  }

  void Clear() {
    ClearStep step;
    step.what = static_cast<ClearStep::What>(random_.Below(4));
    if (step.what == ClearStep::What::kFunction) {
      std::vector<std::string> cached;
      for (const CallableFunction& function : state_.functions) {
        if (function.has_cache && !function.is_method) cached.push_back(function.name);
      }
      if (cached.empty()) return;
      step.function = random_.Pick(cached);
    }
    Take(std::move(step));
  }

  void Call() {
    if (state_.functions.empty()) return;
    const CallableFunction& function = random_.Pick(state_.functions);
    CallStep step;
    step.text = function.name + (function.takes_argument ? random_.Pick({"(1)", "(2)"}) : "()");
    step.program = Concatenate(definitions_, Unmapped(step.text));
    Take(std::move(step));
  }

  // A text gets a letter more.
  void Edit() {
    std::vector<std::string>& texts = state_.editable_texts;
    if (texts.empty()) return;
    std::string& text = texts[random_.Below(texts.size())];
    EditStep step;
    step.find = text;
    step.replace = text.substr(0, text.size() - 1) + "b\"";
    bool in_definitions = FindMatches(definitions_.text, step.find).count == 1;
    MappedText& edited = in_definitions ? definitions_ : script_;
    Matches matches = FindMatches(edited.text, step.find);
    if (matches.count != 1) return;
    edited = ReplaceText(edited, matches.first, step.find.size(), Unmapped(step.replace));
    step.definitions = definitions_;
    step.script = script_;
    text = step.replace;
    Take(std::move(step));
  }

  void Interact() {
    const std::string session = random_.Pick(sessions_);
    std::vector<DeltaMessagePtr> widgets = simulation_.Widgets(session);
    if (widgets.empty()) return Take(RunStep{session});
    const DeltaMessagePtr& widget = widgets[random_.Below(widgets.size())];
    InteractStep step;
    step.session = session;
    step.target = NewTarget(*widget, widgets);
    step.value = NewInput(random_, *widget);
    Take(std::move(step));
  }

  WidgetTarget NewTarget(const DeltaMessage& widget, const std::vector<DeltaMessagePtr>& widgets) {
    const WidgetFacts& facts = *widget.widget;
    WidgetTarget target;
    // A scenario names a key on one line.
    bool has_key = facts.user_key && facts.user_key->find('\n') == std::string::npos;
    if (has_key && random_.Chance(50)) {
      target.key = *facts.user_key;
      return target;
    }
    target.command = GetCommand(facts.command).name;
    target.label = facts.label;
    int before = 0;
    for (const DeltaMessagePtr& other : widgets) {
      if (other.get() == &widget) break;
      bool is_alike =
          other->widget->command == facts.command && other->widget->label == facts.label;
      before += is_alike ? 1 : 0;
    }
    if (before > 0) target.nth = before;
    return target;
  }

  GrammarState& state_;
  Random& random_;
  MappedText definitions_;
  MappedText script_;
  StepwiseSimulation simulation_;
  std::vector<std::string> sessions_ = {kDefaultSession};
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> NewSteps(GrammarState& state, const Scenario& scenario, const Profile& profile,
                           size_t count) {
  return StepMaker(state, scenario, profile).Make(count);
}

}  // namespace streplay
