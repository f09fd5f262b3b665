// CheckSpec is at the end; one function a rule or a group of rules on the same entry.
#include "registry/generator/spec_rules.h"

#include <set>

#include "base/nearest_name.h"

namespace streplay::generator {
namespace {

using NameSet = std::set<std::string_view>;

// The names of `entries`; reports each that is there twice.
template <typename Entry>
NameSet UniqueNames(const std::vector<Entry>& entries, Name Entry::*name, std::string_view what,
                    Diagnostics& diagnostics) {
  NameSet names;
  for (const Entry& entry : entries) {
    const Name& candidate = entry.*name;
    if (!names.insert(candidate.text).second) {
      AddError(diagnostics, candidate.range,
               "the " + std::string(what) + " `" + candidate.text + "` is described twice");
    }
  }
  return names;
}

void CheckReference(const Name& name, std::string_view what, const NameSet& names,
                    Diagnostics& diagnostics) {
  if (name.text.empty() || names.contains(name.text)) return;
  std::vector<std::string_view> candidates(names.begin(), names.end());
  auto nearest = NearestName(name.text, candidates);
  AddError(diagnostics, name.range, "there is no " + std::string(what) + " `" + name.text + "`",
           nearest ? "did you mean `" + std::string(*nearest) + "`?" : std::string());
}

bool IsVariadic(const ParameterSpec& parameter) {
  return parameter.kind == ParameterKind::kVarPositional ||
         parameter.kind == ParameterKind::kVarKeyword;
}

// Positional, *args, keyword-only, **kwargs; no required positional one after one with a default.
void CheckParameterOrder(const CommandSpec& command, Diagnostics& diagnostics) {
  static constexpr int kRank[] = {0, 2, 1, 3};  // by ParameterKind
  int rank = 0;
  bool optional_seen = false;
  for (const ParameterSpec& parameter : command.parameters) {
    int own_rank = kRank[static_cast<size_t>(parameter.kind)];
    if (own_rank < rank) {
      AddError(diagnostics, parameter.name.range,
               "a " + std::string(Word(parameter.kind)) + " parameter cannot stand here");
    }
    rank = own_rank;
    bool has_default = parameter.default_value.kind != DefaultKind::kRequired;
    if (IsVariadic(parameter) && has_default) {
      AddError(diagnostics, parameter.name.range,
               "a " + std::string(Word(parameter.kind)) + " parameter has no default");
    }
    if (own_rank == 0 && optional_seen && !has_default) {
      AddError(diagnostics, parameter.name.range,
               "a required parameter follows one with a default");
    }
    optional_seen = optional_seen || has_default;
  }
}

void CheckParameters(const CommandSpec& command, Diagnostics& diagnostics) {
  NameSet names = UniqueNames(command.parameters, &ParameterSpec::name, "parameter", diagnostics);
  CheckReference(command.initial, "parameter", names, diagnostics);
  CheckParameterOrder(command, diagnostics);
  for (const ParameterSpec& parameter : command.parameters) {
    if ((parameter.meaning == Meaning::kChoice) == parameter.choices.empty()) {
      AddError(diagnostics, parameter.name.range,
               "`choices` goes with the meaning `choice`, and only with it");
    }
    if (parameter.identity && command.category != Category::kWidget) {
      AddError(diagnostics, parameter.name.range, "only a widget's parameter can be its identity");
    }
  }
}

void CheckWidget(const CommandSpec& command, Diagnostics& diagnostics) {
  bool widget = command.category == Category::kWidget;
  if (widget != (command.value != ValueKind::kNone)) {
    AddError(diagnostics, command.name.range, "`value` goes with widgets, and only with them");
  }
  if (widget && command.deltas.size() != 1) {
    AddError(diagnostics, command.name.range, "a widget has one delta");
  }
  if (!widget && !command.initial.text.empty()) {
    AddError(diagnostics, command.initial.range, "only a widget has an initial value");
  }
}

void CheckCommands(const Spec& spec, const NameSet& commands, const NameSet& deltas,
                   const NameSet& blocks, Diagnostics& diagnostics) {
  for (const CommandSpec& command : spec.commands) {
    for (const Name& delta : command.deltas) CheckReference(delta, "delta", deltas, diagnostics);
    for (const Name& block : command.blocks) CheckReference(block, "block", blocks, diagnostics);
    CheckReference(command.replaced_by, "command", commands, diagnostics);
    CheckParameters(command, diagnostics);
    CheckWidget(command, diagnostics);
    if ((command.category == Category::kCache) == (command.family == CacheFamily::kNone)) {
      AddError(diagnostics, command.name.range,
               "`family` goes with cache commands, and only with them");
    }
  }
}

void CheckFields(const std::vector<FieldSpec>& fields, Diagnostics& diagnostics) {
  UniqueNames(fields, &FieldSpec::name, "field", diagnostics);
  for (const FieldSpec& field : fields) {
    bool message = field.kind == FieldKind::kMessage || field.kind == FieldKind::kMessageList;
    if ((field.kind == FieldKind::kEnum) == field.values.empty()) {
      AddError(diagnostics, field.name.range,
               "`values` goes with the kind `enum`, and only with it");
    }
    if (message == field.fields.empty()) {
      AddError(diagnostics, field.name.range, "`fields` goes with messages, and only with them");
    }
    if (field.kind == FieldKind::kFact && !field.proto.text.empty()) {
      AddError(diagnostics, field.proto.range, "a fact has no protobuf field");
    }
    if (!field.compared && !field.identity) {
      AddError(diagnostics, field.name.range,
               "a field that is neither compared nor an identity has no use");
    }
    CheckFields(field.fields, diagnostics);
  }
}

// A widget's delta carries a state and an identity; other elements have neither.
void CheckDelta(const DeltaSpec& delta, Diagnostics& diagnostics) {
  CheckFields(delta.fields, diagnostics);
  bool widget = delta.state != StateField::kNone;
  if (widget && !delta.has_id) {
    AddError(diagnostics, delta.name.range, "a delta with a state has an id");
  }
  for (const FieldSpec& field : delta.fields) {
    if (field.identity && !widget) {
      AddError(diagnostics, field.name.range, "only a widget's field can be its identity");
    }
  }
}

// A command stands on one of the page's lists at most, alone or behind a spelling of its own.
void CheckPage(const Spec& spec, const NameSet& commands, Diagnostics& diagnostics) {
  UniqueNames(spec.page_static, &PageEntrySpec::spelling, "spelling", diagnostics);
  UniqueNames(spec.page_widgets, &PageEntrySpec::spelling, "spelling", diagnostics);
  NameSet on_static;
  for (const PageEntrySpec& entry : spec.page_static) {
    for (const Name& name : entry.commands) {
      CheckReference(name, "command", commands, diagnostics);
      on_static.insert(name.text);
    }
  }
  for (const PageEntrySpec& entry : spec.page_widgets) {
    for (const Name& name : entry.commands) {
      CheckReference(name, "command", commands, diagnostics);
      if (on_static.contains(name.text)) {
        AddError(diagnostics, name.range, "`" + name.text + "` is on both lists of the page");
      }
    }
  }
}

}  // namespace

void CheckSpec(const Spec& spec, Diagnostics& diagnostics) {
  NameSet commands = UniqueNames(spec.commands, &CommandSpec::name, "command", diagnostics);
  NameSet deltas = UniqueNames(spec.deltas, &DeltaSpec::name, "delta", diagnostics);
  NameSet blocks = UniqueNames(spec.blocks, &BlockSpec::name, "block", diagnostics);
  UniqueNames(spec.unsupported, &UnsupportedSpec::name, "unsupported name", diagnostics);
  for (const UnsupportedSpec& unsupported : spec.unsupported) {
    if (commands.contains(unsupported.name.text)) {
      AddError(diagnostics, unsupported.name.range,
               "`" + unsupported.name.text + "` is a command as well");
    }
  }
  CheckPage(spec, commands, diagnostics);
  CheckCommands(spec, commands, deltas, blocks, diagnostics);
  for (const DeltaSpec& delta : spec.deltas) CheckDelta(delta, diagnostics);
  for (const BlockSpec& block : spec.blocks) CheckFields(block.fields, diagnostics);
}

}  // namespace streplay::generator
