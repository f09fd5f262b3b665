// Lists that entries refer to (parameters, fields, choices …) are written first as named arrays,
// the entries' table then names them. Empty lists have no array: C++ has no empty ones.
#include "registry/generator/table_writer.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace streplay::generator {
namespace {

// components.v1.html -> ComponentsV1Html, number-or-range -> NumberOrRange.
std::string CamelCase(std::string_view name) {
  std::string result;
  bool upper = true;
  for (char c : name) {
    if (c == '.' || c == '_' || c == '-') {
      upper = true;
      continue;
    }
    result += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = false;
  }
  return result;
}

std::string Enumerator(std::string_view type, std::string_view name) {
  return std::string(type) + "::k" + CamelCase(name);
}

std::string Text(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string Bool(bool value) {
  return value ? "true" : "false";
}

// The names of all fields at any depth, in order of first appearance.
void CollectFieldNames(const std::vector<FieldSpec>& fields, std::vector<std::string>& names) {
  for (const FieldSpec& field : fields) {
    if (std::ranges::find(names, field.name.text) == names.end()) names.push_back(field.name.text);
    CollectFieldNames(field.fields, names);
  }
}

std::vector<std::string> FieldNames(const Spec& spec) {
  std::vector<std::string> names;
  for (const DeltaSpec& delta : spec.deltas) CollectFieldNames(delta.fields, names);
  for (const BlockSpec& block : spec.blocks) CollectFieldNames(block.fields, names);
  return names;
}

template <typename Entry>
std::vector<std::string> EntryNames(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.push_back(entry.name.text);
  return names;
}

std::string WriteEnum(std::string_view type, std::string_view count,
                      const std::vector<std::string>& names) {
  std::string out = "enum class " + std::string(type) + " : uint16_t {\n";
  for (const std::string& name : names) out += "  k" + CamelCase(name) + ",\n";
  out += "};\n";
  out += "inline constexpr size_t " + std::string(count) + " = " + std::to_string(names.size());
  return out + ";\n\n";
}

// `constexpr TYPE NAME[] = {ITEMS};`, or nothing for no items.
std::string WriteArray(std::string_view type, const std::string& name,
                       const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string out = "constexpr " + std::string(type) + " " + name + "[] = {\n";
  for (const std::string& item : items) out += "    " + item + ",\n";
  return out + "};\n";
}

// Writes the array before the entry that needs it and returns what the entry names it by.
std::string SpanOf(std::string_view type, const std::string& name,
                   const std::vector<std::string>& items, std::string& out) {
  out += WriteArray(type, name, items);
  return items.empty() ? "{}" : name;
}

std::vector<std::string> TextItems(const std::vector<std::string>& texts) {
  std::vector<std::string> items;
  for (const std::string& text : texts) items.push_back(Text(text));
  return items;
}

std::vector<std::string> EnumItems(std::string_view type, const std::vector<Name>& names) {
  std::vector<std::string> items;
  for (const Name& name : names) items.push_back(Enumerator(type, name.text));
  return items;
}

std::string DefaultItem(const DefaultSpec& value) {
  auto text_if = [&value](DefaultKind kind, const char* otherwise) {
    return value.kind == kind ? value.text : std::string(otherwise);
  };
  return "{" + Enumerator("DefaultKind", Word(value.kind)) + ", " +
         text_if(DefaultKind::kBool, "false") + ", " + text_if(DefaultKind::kInt, "0") + ", " +
         text_if(DefaultKind::kDouble, "0") + ", " + Text(text_if(DefaultKind::kString, "")) + "}";
}

std::string ParameterItem(const std::string& array, const ParameterSpec& parameter,
                          std::string& out) {
  bool variadic = parameter.kind == ParameterKind::kVarPositional ||
                  parameter.kind == ParameterKind::kVarKeyword;
  bool required = !variadic && parameter.default_value.kind == DefaultKind::kRequired;
  std::string choices = SpanOf("std::string_view", array + "_" + CamelCase(parameter.name.text),
                               TextItems(parameter.choices), out);
  return "{" + Text(parameter.name.text) + ", " +
         Enumerator("ParameterKind", Word(parameter.kind)) + ", " + Bool(required) + ", " +
         DefaultItem(parameter.default_value) + ", " +
         Enumerator("Meaning", Word(parameter.meaning)) + ", " + Bool(parameter.identity) + ", " +
         choices + "}";
}

int InitialIndex(const CommandSpec& command) {
  auto found = std::ranges::find(command.parameters, command.initial.text,
                                 [](const ParameterSpec& p) { return p.name.text; });
  return found == command.parameters.end() ? -1
                                           : static_cast<int>(found - command.parameters.begin());
}

bool Lists(const std::vector<PageEntrySpec>& entries, const std::string& command) {
  return std::ranges::any_of(entries, [&](const PageEntrySpec& entry) {
    return std::ranges::any_of(entry.commands,
                               [&](const Name& name) { return name.text == command; });
  });
}

std::string PageListOf(const Spec& spec, const std::string& command) {
  if (Lists(spec.page_static, command)) return "PageList::kStatic";
  return Lists(spec.page_widgets, command) ? "PageList::kWidget" : "PageList::kNone";
}

std::string CommandItem(const Spec& spec, const CommandSpec& command, std::string& out) {
  const std::string array = "kCommand" + CamelCase(command.name.text);
  std::vector<std::string> parameters;
  for (const ParameterSpec& parameter : command.parameters) {
    parameters.push_back(ParameterItem(array, parameter, out));
  }
  std::string deltas =
      SpanOf("DeltaType", array + "_Deltas", EnumItems("DeltaType", command.deltas), out);
  std::string blocks =
      SpanOf("BlockType", array + "_Blocks", EnumItems("BlockType", command.blocks), out);
  // A command is recorded under its delta's name unless the file says otherwise.
  std::string recorded_as = command.recorded_as.text;
  if (recorded_as.empty() && !command.deltas.empty()) recorded_as = command.deltas.front().text;
  std::string item = "{" + Enumerator("CommandId", command.name.text);
  item += ", " + Text(command.name.text);
  item += ", " + Enumerator("CommandKind", Word(command.kind));
  item += ", " + Enumerator("Category", Word(command.category));
  item += ", " + Enumerator("Scope", Word(command.scope));
  item += ", " + PageListOf(spec, command.name.text);
  item += ", " + Text(command.owner.text);
  item += ", " + Enumerator("CacheFamily", Word(command.family));
  item += ", " + Text(command.replaced_by.text);
  item += ", " + deltas + ", " + blocks;
  item += ", " + Text(recorded_as) + ", " + Text(command.warns_as.text);
  item += ", " + Enumerator("ValueKind", Word(command.value));
  item += ", " + std::to_string(InitialIndex(command)) + ", " + Bool(command.settable);
  item += ", " + Enumerator("FormRule", Word(command.in_form));
  return item + ", " + SpanOf("Parameter", array + "_Parameters", parameters, out) + "}";
}

// Writes the arrays that the fields need and returns the fields as the items of one.
std::vector<std::string> FieldItems(const std::string& array, const std::vector<FieldSpec>& fields,
                                    std::string& out) {
  std::vector<std::string> items;
  for (const FieldSpec& field : fields) {
    const std::string own = array + "_" + CamelCase(field.name.text);
    std::string values = SpanOf("std::string_view", own, TextItems(field.values), out);
    std::string members = SpanOf("Field", own, FieldItems(own, field.fields, out), out);
    std::string proto = field.proto.text.empty() ? field.name.text : field.proto.text;
    if (field.kind == FieldKind::kFact) proto.clear();
    items.push_back("{" + Enumerator("FieldId", field.name.text) + ", " + Text(field.name.text) +
                    ", " + Text(proto) + ", " + Enumerator("FieldKind", Word(field.kind)) + ", " +
                    Bool(field.identity) + ", " + Bool(field.compared) + ", " + values + ", " +
                    (field.fields.empty() ? "nullptr" : members) + ", " +
                    std::to_string(field.fields.size()) + "}");
  }
  return items;
}

std::string DeltaItem(const DeltaSpec& delta, std::string& out) {
  const std::string array = "kDelta" + CamelCase(delta.name.text);
  std::string fields = SpanOf("Field", array, FieldItems(array, delta.fields, out), out);
  return "{" + Enumerator("DeltaType", delta.name.text) + ", " + Text(delta.name.text) + ", " +
         Enumerator("StateField", Word(delta.state)) + ", " + Bool(delta.has_id) + ", " + fields +
         "}";
}

std::string BlockItem(const BlockSpec& block, std::string& out) {
  const std::string array = "kBlock" + CamelCase(block.name.text);
  std::string fields = SpanOf("Field", array, FieldItems(array, block.fields, out), out);
  const std::string& proto = block.proto.text.empty() ? block.name.text : block.proto.text;
  return "{" + Enumerator("BlockType", block.name.text) + ", " + Text(block.name.text) + ", " +
         Text(proto) + ", " + fields + "}";
}

std::string WriteByName(std::string_view type, const std::string& array,
                        std::vector<std::string> names) {
  std::ranges::sort(names);
  for (std::string& name : names) name = Enumerator(type, name);
  return WriteArray(type, array, names);
}

std::string WritePageList(const std::string& array, const std::vector<PageEntrySpec>& entries) {
  std::string out;
  std::vector<std::string> items;
  for (size_t i = 0; i < entries.size(); ++i) {
    std::string commands = SpanOf("CommandId", array + std::to_string(i),
                                  EnumItems("CommandId", entries[i].commands), out);
    items.push_back("{" + Text(entries[i].spelling.text) + ", " + commands + "}");
  }
  return out + WriteArray("PageEntry", array, items) + "\n";
}

}  // namespace

std::string WriteIds(const Spec& spec) {
  return "namespace streplay {\n\n" +
         WriteEnum("CommandId", "kCommandCount", EntryNames(spec.commands)) +
         WriteEnum("DeltaType", "kDeltaCount", EntryNames(spec.deltas)) +
         WriteEnum("BlockType", "kBlockCount", EntryNames(spec.blocks)) +
         WriteEnum("FieldId", "kFieldCount", FieldNames(spec)) + "}  // namespace streplay\n";
}

std::string WriteTables(const Spec& spec) {
  std::string out;
  std::vector<std::string> commands, deltas, blocks, unsupported;
  for (const CommandSpec& command : spec.commands) {
    commands.push_back(CommandItem(spec, command, out));
  }
  for (const DeltaSpec& delta : spec.deltas) deltas.push_back(DeltaItem(delta, out));
  for (const BlockSpec& block : spec.blocks) blocks.push_back(BlockItem(block, out));
  for (const UnsupportedSpec& name : spec.unsupported) {
    unsupported.push_back("{" + Text(name.name.text) + ", " + Text(name.reason.text) + "}");
  }
  out += WriteArray("Command", "kCommands", commands);
  out += WriteByName("CommandId", "kCommandsByName", EntryNames(spec.commands));
  out += WriteArray("Delta", "kDeltas", deltas);
  out += WriteByName("DeltaType", "kDeltasByName", EntryNames(spec.deltas));
  out += WriteArray("Block", "kBlocks", blocks);
  out += WriteByName("BlockType", "kBlocksByName", EntryNames(spec.blocks));
  out += WriteArray("std::string_view", "kFieldNames", TextItems(FieldNames(spec)));
  out += WriteArray("UnsupportedName", "kUnsupported", unsupported);
  return out + WritePageList("kPageStatic", spec.page_static) +
         WritePageList("kPageWidgets", spec.page_widgets);
}

}  // namespace streplay::generator
