// A call's program ends with its text, whose lines are known; an edit changes only what stands
// before them. So the text is taken from the end of the program and put after the definitions as
// they are without edits. When the definitions or the script have errors, the calls are not
// looked at: each would repeat those of the definitions.
#include "scenario/program_check.h"

#include <algorithm>
#include <variant>

#include "script/parser.h"
#include "script/symbol.h"

namespace streplay {
namespace {

MappedText CallText(const CallStep& step) {
  auto lines = std::count(step.text.begin(), step.text.end(), '\n');
  if (step.text.back() != '\n') ++lines;
  return {step.text, {step.program.origins.end() - lines, step.program.origins.end()}};
}

}  // namespace

void CheckPrograms(const SourceParts& source, const std::vector<Step>& steps,
                   LoadContext& context) {
  script::SymbolTable symbols;
  script::ParseLimits limits{context.options().max_script_nesting};
  auto parses = [&](MappedText text) {
    return script::ParseProgram(std::move(text), symbols, limits, context.diagnostics()) != nullptr;
  };
  if (!parses(Concatenate(source.definitions, source.script))) return;
  for (const Step& step : steps) {
    const CallStep* call = std::get_if<CallStep>(&step.action);
    if (call != nullptr) parses(Concatenate(source.definitions, CallText(*call)));
  }
}

}  // namespace streplay
