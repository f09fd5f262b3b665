// One function an entry type, each with the list of keys that the entry may have.
#include "registry/generator/spec_reader.h"

#include <charconv>

#include "registry/generator/yaml_reader.h"

namespace streplay::generator {
namespace {

constexpr Key kSpecKeys[] = {
    {"page", true}, {"commands", true}, {"unsupported", true}, {"deltas", true}, {"blocks", true}};
constexpr Key kPageKeys[] = {{"static", true}, {"widgets", true}};
constexpr Key kPageEntryKeys[] = {{"spelling", true}, {"commands"}};
constexpr Key kCommandKeys[] = {
    {"name", true},  {"kind"},     {"category", true}, {"scope"},       {"owner", true}, {"family"},
    {"replaced_by"}, {"delta"},    {"block"},          {"recorded_as"}, {"warns_as"},    {"value"},
    {"initial"},     {"settable"}, {"in_form"},        {"parameters"}};
constexpr Key kParameterKeys[] = {{"name", true},    {"kind"},    {"default"},
                                  {"meaning", true}, {"choices"}, {"identity"}};
constexpr Key kUnsupportedKeys[] = {{"name", true}, {"reason", true}};
constexpr Key kDeltaKeys[] = {{"name", true}, {"state"}, {"has_id"}, {"fields"}};
constexpr Key kBlockKeys[] = {{"name", true}, {"proto"}, {"fields"}};
constexpr Key kFieldKeys[] = {{"name", true}, {"kind", true}, {"proto"},   {"values"},
                              {"fields"},     {"identity"},   {"compared"}};

std::vector<std::string> PlainTexts(const std::vector<Name>& names) {
  std::vector<std::string> texts;
  for (const Name& name : names) texts.push_back(name.text);
  return texts;
}

template <typename Number>
bool IsNumber(const std::string& text) {
  Number number;
  const char* end = text.data() + text.size();
  auto result = std::from_chars(text.data(), end, number);
  return result.ec == std::errc() && result.ptr == end;
}

// An unquoted scalar. Texts are quoted, so that a mistyped word cannot become one.
DefaultSpec ReadPlainDefault(YamlReader& reader, const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (text == "true" || text == "false") return {DefaultKind::kBool, text};
  if (IsNumber<long long>(text)) return {DefaultKind::kInt, text};
  if (IsNumber<double>(text)) return {DefaultKind::kDouble, text};
  reader.Report(reader.RangeOf(node), "`" + text + "` is no default value", "put a text in quotes");
  return {};
}

DefaultSpec ReadSentinel(YamlReader& reader, const YAML::Node& node) {
  constexpr Key kKeys[] = {{"sentinel", true}};
  if (!reader.CheckMap(node, "a default", kKeys)) return {};
  Name name = reader.Text(node, "sentinel");
  if (name.text == Word(DefaultKind::kNoValue)) return {DefaultKind::kNoValue, {}};
  if (name.text == Word(DefaultKind::kStr)) return {DefaultKind::kStr, {}};
  if (!name.text.empty()) reader.Report(name.range, "`" + name.text + "` is no sentinel");
  return {};
}

DefaultSpec ReadDefault(YamlReader& reader, const YAML::Node& node) {
  if (!node) return {};
  if (node.IsNull()) return {DefaultKind::kNone, {}};
  if (node.IsMap()) return ReadSentinel(reader, node);
  if (node.IsScalar() && node.Tag() == "!") return {DefaultKind::kString, node.Scalar()};
  if (node.IsScalar()) return ReadPlainDefault(reader, node);
  if (node.size() != 0) reader.Report(reader.RangeOf(node), "a default list must be empty");
  return {DefaultKind::kEmpty, {}};
}

std::vector<ParameterSpec> ReadParameters(YamlReader& reader, const YAML::Node& map) {
  std::vector<ParameterSpec> parameters;
  for (const YAML::Node& node : reader.Items(map, "parameters")) {
    if (!reader.CheckMap(node, "a parameter", kParameterKeys)) continue;
    ParameterSpec parameter;
    parameter.name = reader.Text(node, "name");
    parameter.kind = reader.WordOf(node, "kind", ParameterKind::kPositional);
    parameter.default_value = ReadDefault(reader, node["default"]);
    parameter.meaning = reader.WordOf(node, "meaning", Meaning::kText);
    parameter.choices = PlainTexts(reader.Texts(node, "choices"));
    parameter.identity = reader.Bool(node, "identity", false);
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

std::vector<CommandSpec> ReadCommands(YamlReader& reader, const YAML::Node& root) {
  std::vector<CommandSpec> commands;
  for (const YAML::Node& node : reader.Items(root, "commands")) {
    if (!reader.CheckMap(node, "a command", kCommandKeys)) continue;
    CommandSpec command;
    command.name = reader.Text(node, "name");
    command.kind = reader.WordOf(node, "kind", CommandKind::kFunction);
    command.category = reader.WordOf(node, "category", Category::kStatic);
    command.scope = reader.WordOf(node, "scope", Scope::kBoth);
    command.owner = reader.Text(node, "owner");
    command.family = reader.WordOf(node, "family", CacheFamily::kNone);
    command.replaced_by = reader.Text(node, "replaced_by");
    command.deltas = reader.Texts(node, "delta");
    command.blocks = reader.Texts(node, "block");
    command.recorded_as = reader.Text(node, "recorded_as");
    command.warns_as = reader.Text(node, "warns_as");
    command.value = reader.WordOf(node, "value", ValueKind::kNone);
    command.initial = reader.Text(node, "initial");
    command.settable = reader.Bool(node, "settable", true);
    command.in_form = reader.WordOf(node, "in_form", FormRule::kAllowed);
    command.parameters = ReadParameters(reader, node);
    commands.push_back(std::move(command));
  }
  return commands;
}

std::vector<FieldSpec> ReadFields(YamlReader& reader, const YAML::Node& map) {
  std::vector<FieldSpec> fields;
  for (const YAML::Node& node : reader.Items(map, "fields")) {
    if (!reader.CheckMap(node, "a field", kFieldKeys)) continue;
    FieldSpec field;
    field.name = reader.Text(node, "name");
    field.kind = reader.WordOf(node, "kind", FieldKind::kString);
    field.proto = reader.Text(node, "proto");
    field.values = PlainTexts(reader.Texts(node, "values"));
    field.fields = ReadFields(reader, node);
    field.identity = reader.Bool(node, "identity", false);
    field.compared = reader.Bool(node, "compared", true);
    fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<DeltaSpec> ReadDeltas(YamlReader& reader, const YAML::Node& root) {
  std::vector<DeltaSpec> deltas;
  for (const YAML::Node& node : reader.Items(root, "deltas")) {
    if (!reader.CheckMap(node, "a delta", kDeltaKeys)) continue;
    deltas.push_back({reader.Text(node, "name"), reader.WordOf(node, "state", StateField::kNone),
                      reader.Bool(node, "has_id", false), ReadFields(reader, node)});
  }
  return deltas;
}

std::vector<BlockSpec> ReadBlocks(YamlReader& reader, const YAML::Node& root) {
  std::vector<BlockSpec> blocks;
  for (const YAML::Node& node : reader.Items(root, "blocks")) {
    if (!reader.CheckMap(node, "a block", kBlockKeys)) continue;
    blocks.push_back(
        {reader.Text(node, "name"), reader.Text(node, "proto"), ReadFields(reader, node)});
  }
  return blocks;
}

std::vector<UnsupportedSpec> ReadUnsupported(YamlReader& reader, const YAML::Node& root) {
  std::vector<UnsupportedSpec> names;
  for (const YAML::Node& node : reader.Items(root, "unsupported")) {
    if (!reader.CheckMap(node, "an unsupported name", kUnsupportedKeys)) continue;
    names.push_back({reader.Text(node, "name"), reader.Text(node, "reason")});
  }
  return names;
}

// An entry without `commands` stands for the command of its spelling, less the `st.`.
std::vector<PageEntrySpec> ReadPageList(YamlReader& reader, const YAML::Node& page,
                                        const char* key) {
  std::vector<PageEntrySpec> entries;
  for (const YAML::Node& node : reader.Items(page, key)) {
    if (!reader.CheckMap(node, "a page entry", kPageEntryKeys)) continue;
    PageEntrySpec entry{reader.Text(node, "spelling"), reader.Texts(node, "commands")};
    if (!entry.spelling.text.starts_with("st.")) {
      reader.Report(entry.spelling.range, "a spelling must start with `st.`");
      continue;
    }
    if (entry.commands.empty()) {
      entry.commands.push_back({entry.spelling.text.substr(3), entry.spelling.range});
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

Spec ReadRoot(YamlReader& reader, const YAML::Node& root) {
  Spec spec;
  if (!reader.CheckMap(root, "the file", kSpecKeys)) return spec;
  if (YAML::Node page = root["page"]; page && reader.CheckMap(page, "`page`", kPageKeys)) {
    spec.page_static = ReadPageList(reader, page, "static");
    spec.page_widgets = ReadPageList(reader, page, "widgets");
  }
  spec.commands = ReadCommands(reader, root);
  spec.unsupported = ReadUnsupported(reader, root);
  spec.deltas = ReadDeltas(reader, root);
  spec.blocks = ReadBlocks(reader, root);
  return spec;
}

}  // namespace

std::optional<Spec> ReadSpec(const SourceTextPtr& source, Diagnostics& diagnostics) {
  try {
    size_t before = diagnostics.size();
    YamlReader reader(source, diagnostics);
    Spec spec = ReadRoot(reader, YAML::Load(source->text()));
    if (diagnostics.size() != before) return std::nullopt;
    return spec;
  } catch (const YAML::Exception& error) {
    Position at{error.mark.line + 1, error.mark.column + 1};
    AddError(diagnostics, {source, at, at}, "invalid YAML: " + error.msg);
    return std::nullopt;
  }
}

}  // namespace streplay::generator
