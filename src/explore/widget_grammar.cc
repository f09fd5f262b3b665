// First a command, so that all are met as often; then a form of its value (explore/widget_forms.h),
// a key perhaps, and a few of the other parameters.
#include "explore/widget_grammar.h"

#include <utility>
#include <vector>

#include "explore/expression_grammar.h"
#include "explore/widget_forms.h"
#include "registry/command.h"

namespace streplay {
namespace {

constexpr size_t kKeyPercent = 30;
constexpr size_t kOptionalPercent = 8;
constexpr size_t kDisabledPercent = 3;
constexpr size_t kRuleBreakPercent = 2;

std::string Replaced(std::string_view pattern, const std::string& name) {
  std::string text;
  for (char letter : pattern) {
    if (letter == '$') {
      text += name;
    } else {
      text += letter;
    }
  }
  return text;
}

bool IsButton(CommandId command) {
  return GetCommand(command).value == ValueKind::kTrigger;
}

const std::vector<CommandId>& WidgetCommands() {
  static const std::vector<CommandId> commands = [] {
    std::vector<CommandId> found;
    for (const WidgetForm& form : WidgetForms()) {
      if (found.empty() || found.back() != form.command) found.push_back(form.command);
    }
    return found;
  }();
  return commands;
}

const WidgetForm& NewForm(GrammarState& state, const Place& place) {
  CommandId command = state.random.Pick(WidgetCommands());
  bool is_refused = place.in_form && IsButton(command) && !state.random.Chance(kRuleBreakPercent);
  if (is_refused || state.random.Chance(12)) command = CommandId::kCheckbox;
  std::vector<const WidgetForm*> forms;
  bool may_be_wrong = state.random.Chance(kRuleBreakPercent);
  for (const WidgetForm& form : WidgetForms()) {
    bool fits = (!state.is_transparent() || form.kind != WidgetForm::Kind::kClock) &&
                (may_be_wrong || form.kind != WidgetForm::Kind::kWrong);
    if (form.command == command && fits) forms.push_back(&form);
  }
  return *state.random.Pick(forms);
}

// The label; it holds the function's parameter more often than not, for else two calls of the
// function would place the same widget twice.
Argument LabelArgument(GrammarState& state, const Place& place, const std::string& name) {
  if (place.parameter.empty() || state.random.Chance(25)) {
    std::string label = "\"" + name + "\"";
    if (place.is_editable) state.editable_texts.push_back(label);
    return {"", label, "", true};
  }
  return {"", "f\"" + name + " {" + place.parameter + "}\"", "\"" + name + "\"", true};
}

Argument KeyArgument(GrammarState& state, const Place& place, const WidgetForm& form,
                     const std::string& name) {
  std::string key = "k" + name.substr(1);
  if (!place.parameter.empty() && state.random.Chance(60)) {
    return {"key", "f\"" + key + " {" + place.parameter + "}\"", "\"" + key + "\"", false};
  }
  if (!form.set_value.empty()) {
    state.keys.push_back(key);
    state.key_values.emplace_back(form.set_value);
  }
  return {"key", "\"" + key + "\"", "", false};
}

bool IsGivenByForm(const WidgetForm& form, const Parameter& parameter) {
  for (const FormArgument& argument : form.arguments) {
    if (argument.name == parameter.name) return true;
  }
  return false;
}

// Arguments that any widget may have, each by itself.
void AddFreeArguments(GrammarState& state, const Place& place, const WidgetForm& form,
                      std::vector<Argument>& arguments) {
  const Command& command = GetCommand(form.command);
  for (const Parameter& parameter : command.parameters) {
    bool is_free = !parameter.required && parameter.meaning != Meaning::kKey &&
                   parameter.meaning != Meaning::kValue && !IsGivenByForm(form, parameter) &&
                   parameter.name != "value" && parameter.name != "type" &&
                   parameter.name != "accept_multiple_files" && parameter.name != "file_name";
    if (!is_free) continue;
    size_t percent = parameter.name == "disabled" ? kDisabledPercent : kOptionalPercent;
    if (parameter.meaning == Meaning::kCallback) {
      bool is_refused = place.in_form && !state.random.Chance(kRuleBreakPercent);
      percent = is_refused ? 0 : 20;
    }
    if (!state.random.Chance(percent)) continue;
    auto argument = NewArgument(state, place, command, parameter);
    if (!argument) continue;
    arguments.push_back(std::move(*argument));
    if (parameter.meaning == Meaning::kCallback && state.random.Chance(40)) {
      arguments.push_back(
          {"args", state.random.Pick({"(1,)", R"(("a",))", R"(["b"])"}), "", false});
    }
  }
}

// Without its value a date or time starts with what the clock says (specs/explore.md).
bool NeedsValue(CommandId command) {
  return command == CommandId::kDateInput || command == CommandId::kTimeInput;
}

void AddImports(GrammarState& state, const std::vector<Argument>& arguments) {
  for (const Argument& argument : arguments) {
    bool has_moment = argument.value.find("date(") != std::string::npos ||
                      argument.value.find("time(") != std::string::npos;
    if (has_moment) state.imports.insert("from datetime import date, time");
  }
}

}  // namespace

Statement NewWidget(GrammarState& state, Place& place, const std::string& target) {
  const WidgetForm& form = NewForm(state, place);
  const std::string name = state.NewName("w");
  Statement statement;
  statement.feature = GetCommand(form.command).name;
  statement.before = name + " = " + target + "." + statement.feature;
  std::vector<Argument>& arguments = statement.arguments.emplace();
  arguments.push_back(LabelArgument(state, place, name));
  for (const FormArgument& argument : form.arguments) {
    arguments.push_back({std::string(argument.name), std::string(argument.value), "",
                         argument.name.empty() || NeedsValue(form.command)});
  }
  if (state.random.Chance(kKeyPercent)) {
    arguments.push_back(KeyArgument(state, place, form, name));
  }
  AddFreeArguments(state, place, form, arguments);
  AddImports(state, arguments);
  place.variables.push_back({name, Replaced(form.condition, name), Replaced(form.shown, name)});
  return statement;
}

Statement NewSubmitButton(GrammarState& state, Place& place) {
  const std::string name = state.NewName("w");
  bool is_kept = !(state.is_transparent() && place.in_function) && state.random.Chance(60);
  Statement statement;
  statement.feature = "form_submit_button";
  statement.before = (is_kept ? name + " = " : "") + "st.form_submit_button";
  statement.arguments.emplace().push_back(LabelArgument(state, place, name));
  if (state.random.Chance(25)) {
    statement.arguments->push_back({"on_click", state.random.Pick(state.callbacks), "", false});
  }
  if (is_kept) place.variables.push_back({name, name, name});
  return statement;
}

}  // namespace streplay
