// `streplay schema`: the JSON Schema of a format, for editors and other programs.
#include <memory>

#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/program_command.h"
#include "cli/schema.h"
#include "cli/usage_error.h"
#include "golden/atomic_file.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Prints the JSON Schema of a format. An editor that knows YAML schemas completes
and checks scenario files with it.

Usage: streplay schema [NAME] [OPTIONS]

NAME is scenario (default), the format of scenario files.

  --out FILE           write it to FILE instead
)";

struct SchemaOptions {
  std::vector<std::string> names;
  std::optional<std::string> out;
};

const Schema* FindSchema(const std::string& name) {
  for (const Schema& schema : AllSchemas()) {
    if (schema.name == name) return &schema;
  }
  return nullptr;
}

int RunSchema(const SchemaOptions& options, Environment& environment) {
  if (options.names.size() > 1) {
    return UsageError("unexpected argument `" + options.names[1] + "`",
                      "see `streplay schema --help`", environment);
  }
  const Schema* schema = &AllSchemas().front();
  if (!options.names.empty()) schema = FindSchema(options.names.front());
  if (schema == nullptr) {
    std::vector<std::string> known;
    for (const Schema& each : AllSchemas()) known.emplace_back(each.name);
    std::string hint = DidYouMean(options.names.front(), known);
    return UsageError("there is no schema `" + options.names.front() + "`",
                      hint.empty() ? "see `streplay schema --help`" : hint, environment);
  }
  if (!options.out) {
    environment.out << schema->text;
    return kExitGood;
  }
  std::string error;
  if (WriteAtomically(environment.files, *options.out, std::string(schema->text), error)) {
    return kExitGood;
  }
  return UsageError(*options.out + " cannot be written: " + error, "", environment);
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto schema = std::make_shared<SchemaOptions>();
  options.OptionalArguments("NAME", schema->names);
  options.Text("--out", schema->out);
  return [schema](Environment& world, bool) { return RunSchema(*schema, world); };
}

}  // namespace

ProgramCommand SchemaCommand() {
  return {"schema", "schema [NAME]", "the JSON Schema of scenario files", kHelp, Declare};
}

}  // namespace streplay
