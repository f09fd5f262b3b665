#include "cli/element_text.h"
#include "cli/explain_call.h"
#include "cli/explain_changes.h"
#include "cli/explain_words.h"

namespace streplay {
namespace {

constexpr double kMicrosecondsASecond = 1e6;

template <typename Item, typename Convert>
FieldValue List(const std::vector<Item>& items, Convert convert) {
  FieldList list;
  for (const Item& item : items) list.push_back(convert(item));
  return {std::move(list)};
}

FieldValue Seconds(int64_t microseconds) {
  return {static_cast<double>(microseconds) / kMicrosecondsASecond};
}

FieldValue TextOrNull(const std::optional<std::string>& text) {
  return text ? FieldValue{*text} : FieldValue{nullptr};
}

std::string AnswerName(CallAnswer answer) {
  switch (answer) {
    case CallAnswer::kHit:
      return "hit";
    case CallAnswer::kMiss:
      return "miss";
    case CallAnswer::kDeadlock:
      return "deadlock";
    case CallAnswer::kFailed:
      break;
  }
  return "failed";
}

std::string UseName(ArgumentEvidence::Use use) {
  switch (use) {
    case ArgumentEvidence::Use::kKeyed:
      return "key";
    case ArgumentEvidence::Use::kUnderscore:
      return "underscore";
    case ArgumentEvidence::Use::kDefault:
      return "default";
    case ArgumentEvidence::Use::kUnhashable:
      break;
  }
  return "unhashable";
}

std::string CauseName(EntryLoss::Cause cause) {
  using Cause = EntryLoss::Cause;
  switch (cause) {
    case Cause::kEvicted:
      return "evicted";
    case Cause::kExpired:
      return "expired";
    case Cause::kRefused:
      return "refused";
    case Cause::kCleared:
      return "cleared";
    case Cause::kOptionsChanged:
      return "options-changed";
    case Cause::kSourceChanged:
      return "source-changed";
    case Cause::kRestarted:
      return "restarted";
    case Cause::kStoredTooLate:
      break;
  }
  return "stored-too-late";
}

FieldValue ArgumentJson(const ArgumentEvidence& argument) {
  return {Fields{{"name", argument.name.empty() ? FieldValue{nullptr} : FieldValue{argument.name}},
                 {"value", {argument.value}},
                 {"use", {UseName(argument.use)}}}};
}

FieldValue ArgumentsJson(const std::vector<ArgumentEvidence>& arguments) {
  return List(arguments, ArgumentJson);
}

FieldValue WidgetJson(const WidgetEvidence& widget) {
  return {Fields{{"id", {widget.id}},
                 {"command", {widget.command}},
                 {"label", {widget.label}},
                 {"key", TextOrNull(widget.user_key)}}};
}

FieldValue InputJson(const WidgetInput& input) {
  return {Fields{{"widget", WidgetJson(input.widget)},
                 {"value", TextOrNull(input.value)},
                 {"in_state", {input.is_in_state}},
                 {"branches",
                  List(input.branches, [](const std::string& text) { return FieldValue{text}; })}}};
}

FieldValue ConditionJson(const EntryCondition& condition) {
  return {Fields{{"widget", WidgetJson(condition.widget)},
                 {"value", TextOrNull(condition.value)},
                 {"now", TextOrNull(condition.now)},
                 {"holds", {condition.holds}}}};
}

FieldValue EntryJson(const EntryEvidence& entry) {
  return {Fields{{"conditions", List(entry.conditions, ConditionJson)},
                 {"expires", entry.expires ? Seconds(*entry.expires) : FieldValue{nullptr}},
                 {"expired", {entry.has_expired}}}};
}

FieldValue LookupJson(const LookupEvidence& lookup) {
  if (lookup.way == LookupEvidence::Way::kNone) return {nullptr};
  bool is_tree = lookup.way == LookupEvidence::Way::kWidgetsInOrder;
  return {Fields{{"way", {std::string(is_tree ? "widgets-in-order" : "hash-of-known-widgets")}},
                 {"widgets", List(lookup.widgets, InputJson)},
                 {"entries", List(lookup.entries, EntryJson)}}};
}

FieldValue LossJson(const std::optional<EntryLoss>& loss) {
  if (!loss) return {nullptr};
  return {Fields{
      {"cause", {CauseName(loss->cause)}},
      {"step", {static_cast<int64_t>(loss->when.step_index) + 1}},
      {"run", loss->when.run > 0 ? FieldValue{int64_t{loss->when.run}} : FieldValue{nullptr}},
      {"at", Seconds(loss->when.microseconds)},
      {"options", List(loss->options, [](const std::string& name) { return FieldValue{name}; })}}};
}

// What the browser got between the records, replayed or not.
FieldValue ShownJson(const CallEvidence& call, const Outcome& outcome) {
  FieldList shown;
  for (size_t i = call.first_record; i < call.end_record; ++i) {
    const auto* delta = std::get_if<DeltaRecord>(&outcome.stream.records[i]);
    if (delta == nullptr) continue;
    FieldList path;
    for (int32_t index : delta->path) path.push_back({int64_t{index}});
    shown.push_back({Fields{{"path", {std::move(path)}},
                            {"type", {delta->element->type}},
                            {"text", {ElementHeadline(*delta->element)}},
                            {"widget", {!delta->element->widget.empty()}},
                            {"replayed", {!delta->replay.empty()}}}});
  }
  return {std::move(shown)};
}

}  // namespace

Fields CallFields(const CallEvidence& call, const ExplainContext& context) {
  const RunOutcome& run = context.outcome.runs[static_cast<size_t>(call.run) - 1];
  const auto& start = std::get<RunRecord>(context.outcome.stream.records[run.first_record]);
  bool is_miss = call.answer == CallAnswer::kMiss;
  return {{"run", {int64_t{call.run}}},
          {"step", {static_cast<int64_t>(run.step_index) + 1}},
          {"session", {start.session}},
          {"depth", {static_cast<int64_t>(call.depth)}},
          {"function", {call.function}},
          {"family", {std::string(Word(call.family))}},
          {"line", call.defined_at.source ? FieldValue{int64_t{call.defined_at.begin.line}}
                                          : FieldValue{nullptr}},
          {"at", Seconds(call.now)},
          {"arguments", ArgumentsJson(call.arguments)},
          {"form", call.form_id.empty() ? FieldValue{nullptr} : FieldValue{call.form_id}},
          {"below_forbidding", {call.is_below_forbidding}},
          {"answer", {AnswerName(call.answer)}},
          {"reason",
           is_miss ? FieldValue{std::string(MissReasonName(call.reason))} : FieldValue{nullptr}},
          {"why", is_miss ? FieldValue{MissText(call, context.scenario)} : FieldValue{nullptr}},
          {"lookup", LookupJson(call.lookup)},
          {"lost", LossJson(call.loss)},
          {"other_arguments", List(call.other_arguments, ArgumentsJson)},
          {"valid", call.is_valid ? FieldValue{*call.is_valid} : FieldValue{nullptr}},
          {"executed", {call.is_executed}},
          {"stored", {call.is_stored}},
          {"failure", call.failure.empty() ? FieldValue{nullptr} : FieldValue{call.failure}},
          {"broken_off", {call.is_broken_off}},
          {"shown", ShownJson(call, context.outcome)},
          {"changes",
           List(ExplainChanges(call), [](const std::string& text) { return FieldValue{text}; })}};
}

}  // namespace streplay
