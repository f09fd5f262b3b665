#include "cli/list_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "registry/command.h"
#include "scenario/coverage.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr int64_t kFormat = 1;

FieldValue TextValue(std::string_view text) {
  return {std::string(text)};
}

FieldValue TextsValue(const std::vector<std::string>& texts) {
  FieldList list;
  for (const std::string& text : texts) list.push_back({text});
  return {std::move(list)};
}

// {"format":1,"NAME":[…],…}
void PrintDocument(std::vector<std::pair<std::string, FieldList>> lists, std::ostream& out) {
  Fields document;
  document.emplace_back("format", FieldValue{kFormat});
  for (auto& [name, list] : lists) document.emplace_back(name, FieldValue{std::move(list)});
  out << FieldValueText({std::move(document)}) << "\n";
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += (joined.empty() ? "" : ", ") + text;
  return EscapeControls(joined);
}

void PrintDetail(std::string_view name, const std::vector<std::string>& texts, const Style& style,
                 std::ostream& out) {
  std::string joined = Joined(texts);
  if (joined.empty()) return;
  std::string padded(name);
  padded.resize(10, ' ');
  out << "    " << style.In(Colour::kDim, padded) << joined << "\n";
}

template <typename Items, typename NameOf>
size_t WidestName(const Items& items, NameOf name_of) {
  size_t width = 0;
  for (const auto& item : items) width = std::max(width, DisplayWidth(name_of(item)));
  return width;
}

std::string_view LevelName(Rule::Level level) {
  return level == Rule::Level::kMust ? "must" : "may";
}

// As scripts spell it: `st.checkbox`, or a container's `.add_rows`.
std::string SpellingOf(const Command& command) {
  return (command.scope == Scope::kContainer ? "." : "st.") + std::string(command.name);
}

std::vector<const Command*> SortedCommands() {
  std::vector<const Command*> commands;
  for (const Command& command : AllCommands()) commands.push_back(&command);
  std::sort(commands.begin(), commands.end(),
            [](const Command* a, const Command* b) { return SpellingOf(*a) < SpellingOf(*b); });
  return commands;
}

}  // namespace

void PrintScenariosText(const std::vector<Scenario>& scenarios, const ListStyle& list,
                        std::ostream& out) {
  size_t width = WidestName(scenarios, [](const Scenario& scenario) { return scenario.id; });
  for (const Scenario& scenario : scenarios) {
    out << list.style.In(Colour::kBold, scenario.id)
        << (list.has_details ? "" : PaddingTo(scenario.id, width)) << "  "
        << EscapeControls(scenario.title) << "\n";
    if (!list.has_details) continue;
    PrintDetail("path", {scenario.path}, list.style, out);
    PrintDetail("profiles", scenario.profiles, list.style, out);
    PrintDetail("tags", scenario.tags, list.style, out);
    PrintDetail("rules", scenario.covers, list.style, out);
  }
  out << Counted(scenarios.size(), "scenario") << "\n";
}

void PrintScenariosJson(const std::vector<Scenario>& scenarios, std::ostream& out) {
  FieldList listed;
  for (const Scenario& scenario : scenarios) {
    Fields fields;
    fields.emplace_back("id", TextValue(scenario.id));
    fields.emplace_back("path", TextValue(scenario.path));
    fields.emplace_back("title", TextValue(scenario.title));
    fields.emplace_back("profiles", TextsValue(scenario.profiles));
    fields.emplace_back("tags", TextsValue(scenario.tags));
    fields.emplace_back("rules", TextsValue(scenario.covers));
    listed.push_back({std::move(fields)});
  }
  PrintDocument({{"scenarios", std::move(listed)}}, out);
}

std::vector<ListedRule> ListRules(const std::vector<Rule>& rules,
                                  const std::vector<Scenario>& scenarios) {
  Coverage coverage = CoverRules(rules, scenarios);
  std::vector<ListedRule> listed;
  for (size_t i = 0; i < rules.size(); ++i) {
    std::vector<std::string> ids;
    for (size_t scenario : coverage.by_rule[i]) ids.push_back(scenarios[scenario].id);
    listed.push_back({rules[i], std::move(ids)});
  }
  return listed;
}

void PrintRulesText(const std::vector<ListedRule>& rules, const ListStyle& list,
                    std::ostream& out) {
  size_t width = WidestName(rules, [](const ListedRule& listed) { return listed.rule.id; });
  for (const ListedRule& listed : rules) {
    std::string level(LevelName(listed.rule.level));
    level.resize(4, ' ');
    out << list.style.In(Colour::kBold, listed.rule.id) << PaddingTo(listed.rule.id, width) << "  "
        << level << "  " << Counted(listed.scenarios.size(), "scenario") << "\n";
    if (!list.has_details) continue;
    PrintDetail("source", {listed.rule.source}, list.style, out);
    PrintDetail("text", {listed.rule.text}, list.style, out);
    PrintDetail("scenarios", listed.scenarios, list.style, out);
  }
  out << Counted(rules.size(), "rule") << "\n";
}

void PrintRulesJson(const std::vector<ListedRule>& rules, std::ostream& out) {
  FieldList items;
  for (const ListedRule& listed : rules) {
    Fields fields;
    fields.emplace_back("id", TextValue(listed.rule.id));
    fields.emplace_back("level", TextValue(LevelName(listed.rule.level)));
    fields.emplace_back("source", TextValue(listed.rule.source));
    fields.emplace_back("text", TextValue(listed.rule.text));
    fields.emplace_back("scenarios", TextsValue(listed.scenarios));
    items.push_back({std::move(fields)});
  }
  PrintDocument({{"rules", std::move(items)}}, out);
}

void PrintCommandsText(const Style& style, std::ostream& out) {
  std::vector<const Command*> commands = SortedCommands();
  size_t width = WidestName(commands, [](const Command* command) { return SpellingOf(*command); });
  for (const Command* command : commands) {
    std::string spelling = SpellingOf(*command);
    out << style.In(Colour::kBold, spelling) << PaddingTo(spelling, width) << "  "
        << Word(command->category);
    if (!command->replaced_by.empty()) {
      out << style.In(Colour::kDim, "  deprecated, use st." + std::string(command->replaced_by));
    }
    out << "\n";
  }
  out << Counted(commands.size(), "command") << "\n\nNot modelled:\n";
  width = WidestName(AllUnsupported(), [](const UnsupportedName& name) { return name.name; });
  for (const UnsupportedName& refused : AllUnsupported()) {
    out << "st." << refused.name << PaddingTo(refused.name, width) << "  " << refused.reason
        << "\n";
  }
}

void PrintCommandsJson(std::ostream& out) {
  FieldList commands;
  for (const Command* command : SortedCommands()) {
    Fields fields;
    fields.emplace_back("name", TextValue(SpellingOf(*command)));
    fields.emplace_back("category", TextValue(Word(command->category)));
    if (!command->replaced_by.empty()) {
      fields.emplace_back("replaced_by", TextValue("st." + std::string(command->replaced_by)));
    }
    commands.push_back({std::move(fields)});
  }
  FieldList refused;
  for (const UnsupportedName& name : AllUnsupported()) {
    Fields fields;
    fields.emplace_back("name", TextValue("st." + std::string(name.name)));
    fields.emplace_back("reason", TextValue(name.reason));
    refused.push_back({std::move(fields)});
  }
  PrintDocument({{"commands", std::move(commands)}, {"not_modelled", std::move(refused)}}, out);
}

}  // namespace streplay
