// A miss becomes a hit when an entry that is there fits: the entries are ordered by how many
// widgets would need another value. A hit becomes a miss when a widget takes a value that no entry
// has, the other widgets being as they are, or when its entry is gone.
#include "cli/explain_changes.h"

#include <algorithm>
#include <set>

#include "cli/explain_words.h"

namespace streplay {
namespace {

constexpr size_t kMostEntries = 3;
constexpr size_t kMostValues = 5;

size_t CountFailing(const EntryEvidence& entry) {
  return static_cast<size_t>(
      std::count_if(entry.conditions.begin(), entry.conditions.end(),
                    [](const EntryCondition& condition) { return !condition.holds; }));
}

std::string WishFor(const EntryCondition& condition) {
  std::string widget = WidgetText(condition.widget);
  if (!condition.value) return widget + " were not in the session's state";
  if (!condition.now) return widget + " were in the session's state, as " + *condition.value;
  return widget + " were " + *condition.value;
}

std::string WishFor(const EntryEvidence& entry) {
  std::vector<std::string> wishes;
  for (const EntryCondition& condition : entry.conditions) {
    if (!condition.holds) wishes.push_back(WishFor(condition));
  }
  return Enumeration(wishes);
}

void AddFittingEntries(const CallEvidence& call, std::vector<std::string>& changes) {
  std::vector<const EntryEvidence*> entries;
  for (const EntryEvidence& entry : call.lookup.entries) {
    if (!entry.has_expired && CountFailing(entry) > 0) entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
    return CountFailing(*a) < CountFailing(*b);
  });
  for (size_t i = 0; i < std::min(entries.size(), kMostEntries); ++i) {
    changes.push_back(WishFor(*entries[i]));
  }
}

void AddOtherArguments(const CallEvidence& call, std::vector<std::string>& changes) {
  std::vector<std::string> others;
  for (const auto& arguments : call.other_arguments) {
    std::string text = ArgumentsText(arguments, ArgumentEvidence::Use::kKeyed);
    if (std::find(others.begin(), others.end(), text) == others.end()) others.push_back(text);
  }
  std::string own = ArgumentsText(call.arguments, ArgumentEvidence::Use::kKeyed);
  if (std::erase(others, own) > 0) {
    changes.emplace_back("it were called elsewhere: in another form or none, in other functions");
  }
  if (others.empty()) return;
  for (std::string& text : others) text = call.name + "(" + text + ")";
  changes.push_back("it were " + ShortEnumeration(others, kMostValues, "or"));
}

void AddLoss(const EntryLoss& loss, std::vector<std::string>& changes) {
  using Cause = EntryLoss::Cause;
  switch (loss.cause) {
    case Cause::kEvicted:
      changes.emplace_back("`max_entries` were larger");
      break;
    case Cause::kExpired:
      changes.emplace_back("`ttl` were longer");
      break;
    case Cause::kCleared:
    case Cause::kStoredTooLate:
      changes.emplace_back("the cache had not been cleared");
      break;
    case Cause::kOptionsChanged:
      changes.push_back("the decorator's " + Enumeration(loss.options) + " had not changed");
      break;
    case Cause::kSourceChanged:
      changes.emplace_back("the function's source had not changed");
      break;
    case Cause::kRestarted:
      changes.emplace_back("the server had not been restarted");
      break;
    case Cause::kRefused:
      changes.emplace_back("`validate` had accepted it");
      break;
  }
}

std::vector<std::string> HitInstead(const CallEvidence& call) {
  std::vector<std::string> changes;
  for (const EntryEvidence& entry : call.lookup.entries) {
    if (call.reason != MissReason::kExpired || CountFailing(entry) > 0 || !entry.expires) continue;
    changes.push_back("it came before " + SecondsText(*entry.expires));
  }
  if (call.is_valid == false) changes.emplace_back("`validate` accepted it");
  if (call.reason != MissReason::kInvalid) AddFittingEntries(call, changes);
  if (call.loss) AddLoss(*call.loss, changes);
  AddOtherArguments(call, changes);
  if (changes.empty()) changes.emplace_back("a value for these arguments had been stored before");
  return changes;
}

// The values of the widget with which, all others being as they are, there is an entry.
std::set<std::string> FittingValues(const CallEvidence& call, const std::string& widget_id) {
  std::set<std::string> values;
  for (const EntryEvidence& entry : call.lookup.entries) {
    if (entry.has_expired) continue;
    const EntryCondition* own = nullptr;
    for (const EntryCondition& condition : entry.conditions) {
      if (condition.widget.id == widget_id) own = &condition;
    }
    size_t failing_elsewhere = CountFailing(entry) - (own != nullptr && !own->holds ? 1 : 0);
    if (own != nullptr && failing_elsewhere == 0 && own->value) values.insert(*own->value);
  }
  return values;
}

std::string OtherValueOf(const CallEvidence& call, const WidgetInput& input) {
  std::set<std::string> fitting = FittingValues(call, input.widget.id);
  bool is_truth = *input.value == "True" || *input.value == "False";
  if (!is_truth) {
    std::vector<std::string> values(fitting.begin(), fitting.end());
    return WidgetText(input.widget) + " were anything but " +
           ShortEnumeration(values, kMostValues, "or");
  }
  std::string other = *input.value == "True" ? "False" : "True";
  return fitting.contains(other) ? "" : WidgetText(input.widget) + " were " + other;
}

std::vector<std::string> MissInstead(const CallEvidence& call) {
  std::vector<std::string> changes;
  for (const WidgetInput& input : call.lookup.widgets) {
    if (!input.value) continue;
    std::string change = OtherValueOf(call, input);
    if (!change.empty()) changes.push_back(std::move(change));
  }
  for (const EntryEvidence& entry : call.lookup.entries) {
    if (CountFailing(entry) > 0 || !entry.expires) continue;
    changes.push_back("it came at " + SecondsText(*entry.expires) + " or later, in " +
                      SecondsText(*entry.expires - call.now));
  }
  if (call.is_valid) changes.emplace_back("`validate` refused it");
  if (changes.empty()) changes.emplace_back("its entry were cleared");
  return changes;
}

}  // namespace

std::vector<std::string> ExplainChanges(const CallEvidence& call) {
  if (call.answer == CallAnswer::kMiss) return HitInstead(call);
  return call.answer == CallAnswer::kHit ? MissInstead(call) : std::vector<std::string>();
}

}  // namespace streplay
