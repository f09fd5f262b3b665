// A program of an earlier simulation is only taken for a text that stands in the same place: where
// an error is reported must not depend on what another simulation parsed first.
#include "runtime/program_cache.h"

#include <algorithm>
#include <utility>

#include "base/diagnostic.h"
#include "script/parser.h"

namespace streplay {
namespace {

bool IsOf(const script::Program& program, const MappedText& text) {
  const std::vector<LineOrigin>& origins = program.text().origins;
  return std::equal(origins.begin(), origins.end(), text.origins.begin(), text.origins.end(),
                    [](const LineOrigin& a, const LineOrigin& b) {
                      return a.source == b.source && a.begin == b.begin &&
                             a.is_literal == b.is_literal;
                    });
}

}  // namespace

void ProgramCache::BeginSimulation(SourceTextPtr file) {
  if (file == nullptr || file != file_) {
    earlier_.clear();
  } else {
    earlier_.merge(programs_);
  }
  programs_.clear();
  file_ = std::move(file);
}

std::shared_ptr<const script::Program> ProgramCache::Parse(const MappedText& text) {
  auto known = programs_.find(text.text);
  if (known != programs_.end()) return known->second;
  auto earlier = earlier_.find(text.text);
  bool is_earlier = earlier != earlier_.end() && earlier->second != nullptr;
  std::shared_ptr<const script::Program> program;
  if (is_earlier && IsOf(*earlier->second, text)) {
    program = earlier->second;
  } else {
    Diagnostics mistakes;  // an edit may break the script: its runs then end with `syntax-error`
    program = script::ParseProgram(text, symbols_, {}, mistakes);
  }
  programs_.emplace(text.text, program);
  return program;
}

}  // namespace streplay
