#include "scenario/rules.h"

#include <algorithm>
#include <memory>
#include <set>

#include "base/source_text.h"
#include "scenario/load_context.h"
#include "scenario/map_fields.h"
#include "scenario/text_file.h"
#include "scenario/yaml_reader.h"

namespace streplay {
namespace {

constexpr size_t kMaxBytes = size_t{16} << 20;

// A text over several lines, without the line break at its end.
std::string ReadParagraph(const YamlNode& rule, std::string_view key, LoadContext& context) {
  const YamlNode* node = rule.Find(key);
  if (node == nullptr || !ExpectString(*node, Quoted(key), context)) return "";
  return node->text.substr(0, node->text.find_last_not_of(" \n") + 1);
}

Rule::Level ReadLevel(const YamlNode& rule, LoadContext& context) {
  const YamlNode* node = rule.Find("level");
  if (node == nullptr || (node->IsScalar() && node->text == "must")) return Rule::Level::kMust;
  if (!node->IsScalar() || node->text != "may") {
    context.Error(*node, "`level` must be `must` or `may`");
  }
  return Rule::Level::kMay;
}

std::vector<Rule> ReadRules(const YamlNode& list, LoadContext& context) {
  std::vector<Rule> rules;
  if (!list.IsList()) {
    context.Error(list, "the rules must be a list, not " + DescribeNode(list));
    return rules;
  }
  std::set<std::string> ids;
  for (const YamlNode& node : list.items) {
    const YamlNode* id = node.Find("id");
    if (id == nullptr) {
      context.Error(node, "a rule needs an `id`");
      continue;
    }
    std::optional<std::string> name = ReadName(*id, "`id`", context);
    if (!name) continue;
    if (!ids.insert(*name).second)
      context.Error(*id, "there is a rule " + Quoted(*name) + " above");
    rules.push_back({std::move(*name), ReadLevel(node, context),
                     ReadParagraph(node, "source", context), ReadParagraph(node, "text", context)});
  }
  return rules;
}

}  // namespace

std::optional<std::vector<Rule>> LoadRules(const std::string& path, const FileReader& files,
                                           Diagnostics& diagnostics) {
  FileContent content = files.Read(path, kMaxBytes);
  if (content.status != FileContent::Status::kRead) {
    auto empty = std::make_shared<const SourceText>(path, "");
    AddError(diagnostics, {empty, {}, {}},
             "the file " + ReadFailureText(content.status, kMaxBytes));
    return std::nullopt;
  }
  size_t before = diagnostics.size();
  SourceTextPtr source = DecodeTextFile(path, content.text, diagnostics);
  if (!source) return std::nullopt;
  std::optional<YamlNode> root = ReadYaml(source, diagnostics);
  if (!root) return std::nullopt;
  LoadOptions options;
  LoadContext context(source, options, diagnostics);
  const YamlNode* list = root->Find("rules");
  std::vector<Rule> rules = ReadRules(list != nullptr ? *list : *root, context);
  if (diagnostics.size() != before) return std::nullopt;
  return rules;
}

std::optional<std::vector<std::string>> LoadRuleIds(const std::string& path,
                                                    const FileReader& files,
                                                    Diagnostics& diagnostics) {
  std::optional<std::vector<Rule>> rules = LoadRules(path, files, diagnostics);
  if (!rules) return std::nullopt;
  std::vector<std::string> ids;
  for (Rule& rule : *rules) ids.push_back(std::move(rule.id));
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace streplay
