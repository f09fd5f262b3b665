#include "scenario/interact_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scenario/map_fields.h"
#include "scenario/widget_value.h"

namespace streplay {
namespace {

bool IsWidgetCommand(std::string_view name) {
  auto commands = WidgetCommandNames();
  return std::find(commands.begin(), commands.end(), name) != commands.end();
}

// Reports unknown keys, and more or less than one widget. Null then, else the key that names it.
const YamlKey* FindTargetKey(const YamlNode& node, LoadContext& context) {
  static const std::vector<std::string_view> kKnown = [] {
    std::vector<std::string_view> known = {"key", "nth", "session", "value"};
    auto commands = WidgetCommandNames();
    known.insert(known.end(), commands.begin(), commands.end());
    return known;
  }();
  const YamlKey* target = nullptr;
  bool good = true;
  for (const YamlKey& key : node.keys) {
    if (std::find(kKnown.begin(), kKnown.end(), key.name) == kKnown.end()) {
      context.Error(key, Quoted(key.name) + " is no widget and no key of `interact`",
                    context.Suggest(key.name, kKnown));
      good = false;
    } else if (key.name == "key" || IsWidgetCommand(key.name)) {
      if (target != nullptr) {
        context.Error(key, "`interact` names two widgets",
                      "a widget is named by its command and label, or by its key");
        good = false;
      } else {
        target = &key;
      }
    }
  }
  if (target == nullptr && good) {
    context.Error(node, "`interact` names no widget", "such as {checkbox: Label, value: true}");
  }
  return good ? target : nullptr;
}

// The label may be empty; a key may not.
bool ReadTarget(const YamlNode& node, const YamlKey& key, WidgetTarget& target,
                LoadContext& context) {
  const YamlNode& name = *node.Find(key.name);
  if (key.name == "key") {
    std::optional<std::string> text = ReadName(name, "`key`", context);
    target.key = text.value_or("");
    return text.has_value();
  }
  if (!ExpectString(name, "the label of " + Quoted(key.name), context)) return false;
  target.command = key.name;
  target.label = name.text;
  return true;
}

bool ReadNth(const YamlNode& node, WidgetTarget& target, LoadContext& context) {
  const YamlNode* nth = node.Find("nth");
  if (nth == nullptr) return true;
  constexpr int64_t kMostWidgets = 1'000'000;
  std::optional<int64_t> number = ReadCount(*nth, "`nth`", context);
  if (!number) return false;
  if (*number >= kMostWidgets) {
    context.Error(*nth, "`nth` must be below " + std::to_string(kMostWidgets));
    return false;
  }
  target.nth = static_cast<int>(*number);
  return true;
}

bool ReadValue(const YamlNode& node, InteractStep& step, LoadContext& context) {
  const YamlNode* value = node.Find("value");
  if (value != nullptr) {
    if (value->kind == YamlNode::Kind::kNull) {
      context.Error(*value, "`value` must not be empty", "an empty string is \"\"");
      return false;
    }
    step.value = ReadPlainValue(*value, context);
    if (!step.value) return false;
    step.value_range = context.RangeOf(*value);
  }
  if (step.target.command.empty()) return true;  // only a run can tell what the key names
  return CheckWidgetValue(step.target.command, step.value, step.value_range, context.diagnostics());
}

bool IsSessionName(std::string_view name) {
  constexpr size_t kLongest = 100;
  return name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-' || c == '.';
         });
}

}  // namespace

std::optional<std::string> ReadSession(const YamlNode& node, LoadContext& context) {
  std::optional<std::string> name = ReadName(node, "`session`", context);
  if (!name || IsSessionName(*name)) return name;
  context.Error(node, "a session's name is up to 100 letters, digits, `_`, `-` and `.`");
  return std::nullopt;
}

std::optional<InteractStep> ReadInteract(const YamlNode& node, LoadContext& context) {
  if (!ExpectMap(node, "`interact`", context)) return std::nullopt;
  const YamlKey* key = FindTargetKey(node, context);
  if (key == nullptr) return std::nullopt;
  InteractStep step;
  step.value_range = context.RangeOf(*key);
  bool good = ReadTarget(node, *key, step.target, context);
  good = ReadNth(node, step.target, context) && good;
  if (const YamlNode* session = node.Find("session")) {
    std::optional<std::string> name = ReadSession(*session, context);
    good = name && good;
    step.session = name.value_or(kDefaultSession);
  }
  good = ReadValue(node, step, context) && good;
  if (!good) return std::nullopt;
  return step;
}

}  // namespace streplay
