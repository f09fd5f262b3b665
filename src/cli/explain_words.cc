#include "cli/explain_words.h"

#include <algorithm>

#include "base/float_text.h"
#include "explore/step_text.h"

namespace streplay {
namespace {

constexpr double kMicrosecondsASecond = 1e6;

// The entry that all widgets point to but that has expired; null when there is none.
const EntryEvidence* FindExpired(const CallEvidence& call) {
  for (const EntryEvidence& entry : call.lookup.entries) {
    bool holds = std::all_of(entry.conditions.begin(), entry.conditions.end(),
                             [](const EntryCondition& condition) { return condition.holds; });
    if (holds && entry.has_expired && entry.expires) return &entry;
  }
  return nullptr;
}

}  // namespace

std::string WidgetText(const WidgetEvidence& widget) {
  if (widget.command.empty()) return widget.id;
  std::string text = widget.command + " `" + widget.label + "`";
  return widget.user_key ? text + " (key `" + *widget.user_key + "`)" : text;
}

std::string SecondsText(int64_t microseconds) {
  std::string text = FloatText(static_cast<double>(microseconds) / kMicrosecondsASecond);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text + " s";
}

std::string AgoText(int64_t microseconds) {
  return microseconds == 0 ? "just now" : SecondsText(microseconds) + " ago";
}

std::string ArgumentsText(const std::vector<ArgumentEvidence>& arguments,
                          ArgumentEvidence::Use use) {
  std::string text;
  for (const ArgumentEvidence& argument : arguments) {
    if (argument.use != use) continue;
    if (!text.empty()) text += ", ";
    text += argument.name.empty() ? argument.value : argument.name + "=" + argument.value;
  }
  return text;
}

std::string MomentText(const Moment& moment, const Scenario& scenario) {
  if (moment.run > 0) return "in run " + std::to_string(moment.run);
  return "at step " + std::to_string(moment.step_index + 1) + " (" +
         StepText(scenario.steps[moment.step_index]) + ")";
}

std::string Enumeration(const std::vector<std::string>& items, std::string_view joint) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " " + std::string(joint) + " " : ", ";
    text += items[i];
  }
  return text;
}

std::string ShortEnumeration(std::vector<std::string> items, size_t most, std::string_view joint) {
  if (items.size() > most) {
    size_t more = items.size() - most;
    items.resize(most);
    items.push_back(std::to_string(more) + " more");
  }
  return Enumeration(items, joint);
}

std::string LossText(const EntryLoss& loss, const Scenario& scenario) {
  using Cause = EntryLoss::Cause;
  std::string when = MomentText(loss.when, scenario);
  switch (loss.cause) {
    case Cause::kEvicted:
      return "it made room for another one " + when + " (`max_entries`)";
    case Cause::kExpired:
      return "it had expired, and was dropped when another one was stored " + when;
    case Cause::kRefused:
      return "`validate` refused it " + when;
    case Cause::kCleared:
      return "it was cleared " + when;
    case Cause::kOptionsChanged:
      return "the cache was made anew " + when + ": the decorator's " + Enumeration(loss.options) +
             " changed";
    case Cause::kSourceChanged:
      return "the function has another source than when its entry was stored";
    case Cause::kRestarted:
      return "the server was restarted " + when;
    case Cause::kStoredTooLate:
      return "its cache had been dropped while the function was running";
  }
  return "";
}

std::string MissText(const CallEvidence& call, const Scenario& scenario) {
  switch (call.reason) {
    case MissReason::kNewWidgetValues:
      return "no entry for these widget values";
    case MissReason::kInvalid:
      return "`validate` refused its entry";
    case MissReason::kExpired:
      if (const EntryEvidence* entry = FindExpired(call)) {
        return "its entry expired at " + SecondsText(*entry->expires) + ", " +
               AgoText(call.now - *entry->expires);
      }
      return "its entry has expired";
    case MissReason::kNone:
    case MissReason::kNoEntry:
      break;
  }
  if (call.loss && call.loss->cause == EntryLoss::Cause::kSourceChanged) {
    return LossText(*call.loss, scenario);
  }
  if (call.loss) {
    return "its entry is not there any more: " + LossText(*call.loss, scenario);
  }
  return call.other_arguments.empty() ? "the function has no entry yet"
                                      : "no entry for these arguments";
}

}  // namespace streplay
