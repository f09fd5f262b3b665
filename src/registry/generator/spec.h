// specs/commands.yaml as data, between reading and writing: names are still text. What the
// attributes mean is said in that file; registry/command.h and registry/delta.h have the same shape
// with names resolved.
#ifndef STREPLAY_REGISTRY_GENERATOR_SPEC_H_
#define STREPLAY_REGISTRY_GENERATOR_SPEC_H_

#include <string>
#include <vector>

#include "base/source_text.h"
#include "registry/vocabulary.h"

namespace streplay::generator {

// A name and where it stands; an empty text means that the attribute was not given.
struct Name {
  std::string text;
  SourceRange range;
};

struct DefaultSpec {
  DefaultKind kind = DefaultKind::kRequired;
  std::string text;  // the value as written: of a bool, int, double or string
};

struct ParameterSpec {
  Name name;
  ParameterKind kind = ParameterKind::kPositional;
  DefaultSpec default_value;
  Meaning meaning = Meaning::kText;
  std::vector<std::string> choices;
  bool identity = false;
};

struct CommandSpec {
  Name name;
  CommandKind kind = CommandKind::kFunction;
  Category category = Category::kStatic;
  Scope scope = Scope::kBoth;
  Name owner;
  CacheFamily family = CacheFamily::kNone;
  Name replaced_by;
  std::vector<Name> deltas;
  std::vector<Name> blocks;
  Name recorded_as;
  Name warns_as;
  ValueKind value = ValueKind::kNone;
  Name initial;
  bool settable = true;
  FormRule in_form = FormRule::kAllowed;
  std::vector<ParameterSpec> parameters;
};

struct FieldSpec {
  Name name;
  FieldKind kind = FieldKind::kString;
  Name proto;
  std::vector<std::string> values;
  std::vector<FieldSpec> fields;
  bool identity = false;
  bool compared = true;
};

struct DeltaSpec {
  Name name;
  StateField state = StateField::kNone;
  bool has_id = false;
  std::vector<FieldSpec> fields;
};

struct BlockSpec {
  Name name;
  Name proto;
  std::vector<FieldSpec> fields;
};

struct PageEntrySpec {
  Name spelling;
  std::vector<Name> commands;
};

struct UnsupportedSpec {
  Name name;
  Name reason;
};

struct Spec {
  std::vector<PageEntrySpec> page_static;
  std::vector<PageEntrySpec> page_widgets;
  std::vector<CommandSpec> commands;
  std::vector<UnsupportedSpec> unsupported;
  std::vector<DeltaSpec> deltas;
  std::vector<BlockSpec> blocks;
};

}  // namespace streplay::generator

#endif  // STREPLAY_REGISTRY_GENERATOR_SPEC_H_
