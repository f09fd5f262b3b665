// The file becomes a text, the text a tree, and each key of the tree has a function here. Every
// part is read even when another has a mistake; at the end the errors decide.
#include "scenario/scenario_loader.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

#include "scenario/corpus_place.h"
#include "scenario/load_context.h"
#include "scenario/map_fields.h"
#include "scenario/mapped_scalar.h"
#include "scenario/program_check.h"
#include "scenario/script_file.h"
#include "scenario/step_reader.h"
#include "scenario/stub_reader.h"
#include "scenario/text_file.h"
#include "scenario/timeline.h"
#include "scenario/yaml_reader.h"

namespace streplay {
namespace {

constexpr std::string_view kKeys[] = {"title", "covers",      "tags",   "profiles", "issue",
                                      "stubs", "definitions", "script", "steps"};

bool CheckTag(const YamlNode& node, LoadContext& context) {
  bool good = std::all_of(node.text.begin(), node.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
  if (!good) context.Error(node, "a tag is made of letters, digits, `_`, `-` and `.`");
  return good;
}

bool CheckRuleId(const YamlNode& node, LoadContext& context) {
  const std::vector<std::string>& known = context.options().rule_ids;
  if (known.empty() || std::binary_search(known.begin(), known.end(), node.text)) return true;
  std::vector<std::string_view> names(known.begin(), known.end());
  context.Error(node, "unknown rule " + Quoted(node.text), context.Suggest(node.text, names));
  return false;
}

bool CheckProfile(const YamlNode& node, LoadContext& context) {
  std::vector<std::string_view> known(std::begin(kProfileNames), std::end(kProfileNames));
  if (std::find(known.begin(), known.end(), node.text) != known.end()) return true;
  context.Error(node, "unknown profile " + Quoted(node.text), context.Suggest(node.text, known));
  return false;
}

std::vector<std::string> ReadProfiles(const YamlNode* node, LoadContext& context) {
  std::vector<std::string> all(std::begin(kProfileNames), std::end(kProfileNames));
  if (node == nullptr) return all;
  if (node->IsList() && node->items.empty()) {
    context.Error(*node, "`profiles` must not be empty", "without it, all profiles are meant");
  }
  std::vector<std::string> chosen = ReadNames(
      *node, "`profiles`", [&](const YamlNode& item) { return CheckProfile(item, context); },
      context);
  // After a mistake, so that expectations are not held against a list that is wrong itself.
  if (chosen.empty()) return all;
  std::vector<std::string> ordered;
  for (std::string& name : all) {
    if (std::find(chosen.begin(), chosen.end(), name) != chosen.end()) ordered.push_back(name);
  }
  return ordered;
}

void ReadAbout(const YamlNode& root, Scenario& scenario, LoadContext& context) {
  if (const YamlNode* title = root.Find("title")) {
    scenario.title = ReadName(*title, "`title`", context).value_or("");
  }
  if (const YamlNode* covers = root.Find("covers")) {
    scenario.covers = ReadNames(
        *covers, "`covers`", [&](const YamlNode& item) { return CheckRuleId(item, context); },
        context);
  }
  if (const YamlNode* tags = root.Find("tags")) {
    scenario.tags = ReadNames(
        *tags, "`tags`", [&](const YamlNode& item) { return CheckTag(item, context); }, context);
  }
  scenario.profiles = ReadProfiles(root.Find("profiles"), context);
  if (const YamlNode* issue = root.Find("issue")) {
    scenario.issue = ReadName(*issue, "`issue`", context);
    bool is_address = scenario.issue && (scenario.issue->starts_with("https://") ||
                                         scenario.issue->starts_with("http://"));
    if (scenario.issue && !is_address) {
      context.Error(*issue, "`issue` must be an address", "such as https://…");
    }
  }
  if (const YamlNode* stubs = root.Find("stubs")) scenario.stubs = ReadStubs(*stubs, context);
}

std::optional<MappedText> ReadScript(const YamlNode& node, const CorpusPlace& place,
                                     const FileReader& files, LoadContext& context) {
  constexpr std::string_view kFileKeys[] = {"file"};
  if (node.IsMap()) {
    CheckKeys(node, kFileKeys, context);
    const YamlNode* file = node.Find("file");
    if (file != nullptr) return ReadScriptFile(*file, place, files, context);
    context.Error(node, "`script` needs `file`", "such as {file: app.py}, or the script itself");
    return std::nullopt;
  }
  if (!ExpectString(node, "`script`", context)) return std::nullopt;
  return MapScalar(node, context.source());
}

std::optional<SourceParts> ReadSource(const YamlNode& root, const CorpusPlace& place,
                                      const FileReader& files, LoadContext& context) {
  SourceParts parts;
  bool good = true;
  if (const YamlNode* definitions = root.Find("definitions")) {
    good = ExpectString(*definitions, "`definitions`", context);
    if (good) parts.definitions = MapScalar(*definitions, context.source());
  }
  const YamlNode* script = root.Find("script");
  if (script == nullptr) return std::nullopt;  // reported as a missing key
  std::optional<MappedText> text = ReadScript(*script, place, files, context);
  if (!text || !good) return std::nullopt;
  parts.script = std::move(*text);
  return parts;
}

bool CheckRoot(const YamlNode& root, LoadContext& context) {
  if (!root.IsMap()) {
    context.Error(root, "a scenario must be a map, not " + DescribeNode(root),
                  "with the keys `title`, `script` and `steps`");
    return false;
  }
  CheckKeys(root, kKeys, context);
  for (std::string_view key : {"title", "script", "steps"}) {
    if (root.Find(key) != nullptr) continue;
    AddError(context.diagnostics(), {context.source(), {}, {}},
             "the scenario has no " + Quoted(key));
  }
  return true;
}

std::optional<Scenario> ReadScenario(const std::string& path, const SourceTextPtr& source,
                                     const FileReader& files, const LoadOptions& options,
                                     Diagnostics& diagnostics) {
  std::optional<YamlNode> root = ReadYaml(source, diagnostics);
  if (!root) return std::nullopt;
  LoadContext context(source, options, diagnostics);
  if (!CheckRoot(*root, context)) return std::nullopt;
  CorpusPlace place = FindCorpusPlace(path, files);
  Scenario scenario;
  scenario.path = path;
  scenario.id = place.id;
  scenario.golden_root = place.golden_root;
  scenario.source = source;
  ReadAbout(*root, scenario, context);
  std::optional<SourceParts> parts = ReadSource(*root, place, files, context);
  if (const YamlNode* steps = root->Find("steps")) {
    scenario.steps = ReadSteps(*steps, scenario.profiles, parts, context);
  }
  if (!parts) return std::nullopt;
  CheckPrograms(*parts, scenario.steps, context);
  scenario.definitions = std::move(parts->definitions);
  scenario.script = std::move(parts->script);
  return scenario;
}

// In the order of the file; what stands in another file (a script's) comes last.
void SortByPlace(const SourceTextPtr& source, Diagnostics& diagnostics) {
  auto place = [&](const Diagnostic& diagnostic) {
    const Position& begin = diagnostic.range.begin;
    return std::make_tuple(diagnostic.range.source != source, begin.line, begin.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

void Limit(const SourceTextPtr& source, Diagnostics& diagnostics) {
  if (diagnostics.size() < LoadContext::kMaxErrors) return;
  diagnostics.resize(LoadContext::kMaxErrors);
  diagnostics.push_back(
      {Severity::kNote, {source, {}, {}}, "further errors of this file are not shown", {}});
}

}  // namespace

std::optional<Scenario> LoadScenario(const std::string& path, const FileReader& files,
                                     const LoadOptions& options, Diagnostics& diagnostics) {
  FileContent content = files.Read(path, options.max_file_bytes);
  if (content.status != FileContent::Status::kRead) {
    auto source = std::make_shared<const SourceText>(path, "");
    AddError(diagnostics, {source, {}, {}},
             "the file " + ReadFailureText(content.status, options.max_file_bytes));
    return std::nullopt;
  }
  SourceTextPtr source = DecodeTextFile(path, content.text, diagnostics);
  if (!source) return std::nullopt;
  Diagnostics found;
  std::optional<Scenario> scenario = ReadScenario(path, source, files, options, found);
  if (found.empty()) return scenario;
  SortByPlace(source, found);
  Limit(source, found);
  std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  return std::nullopt;
}

}  // namespace streplay
