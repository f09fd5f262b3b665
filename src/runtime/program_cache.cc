#include "runtime/program_cache.h"

#include "base/diagnostic.h"
#include "script/parser.h"

namespace streplay {

std::shared_ptr<const script::Program> ProgramCache::Parse(const MappedText& text) {
  auto known = programs_.find(text.text);
  if (known != programs_.end()) return known->second;
  Diagnostics mistakes;  // an edit may break the script: its runs then end with `syntax-error`
  std::shared_ptr<const script::Program> program =
      script::ParseProgram(text, symbols_, {}, mistakes);
  programs_.emplace(text.text, program);
  return program;
}

}  // namespace streplay
