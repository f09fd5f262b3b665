#include "scenario/rules.h"

#include <algorithm>
#include <memory>

#include "base/source_text.h"
#include "scenario/load_context.h"
#include "scenario/map_fields.h"
#include "scenario/text_file.h"
#include "scenario/yaml_reader.h"

namespace streplay {
namespace {

constexpr size_t kMaxBytes = size_t{16} << 20;

std::vector<std::string> ReadIds(const YamlNode& rules, LoadContext& context) {
  std::vector<std::string> ids;
  if (!rules.IsList()) {
    context.Error(rules, "the rules must be a list, not " + DescribeNode(rules));
    return ids;
  }
  for (const YamlNode& rule : rules.items) {
    const YamlNode* id = rule.Find("id");
    if (id == nullptr) {
      context.Error(rule, "a rule needs an `id`");
      continue;
    }
    std::optional<std::string> name = ReadName(*id, "`id`", context);
    if (name) ids.push_back(std::move(*name));
  }
  return ids;
}

}  // namespace

std::optional<std::vector<std::string>> LoadRuleIds(const std::string& path,
                                                    const FileReader& files,
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
  const YamlNode* rules = root->Find("rules");
  std::vector<std::string> ids = ReadIds(rules != nullptr ? *rules : *root, context);
  if (diagnostics.size() != before) return std::nullopt;
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace streplay
