#include "script/program.h"

#include <algorithm>

#include "script/source_lines.h"

namespace streplay::script {

int Program::LineAt(size_t offset) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<int>(after - line_starts_.begin());
}

// The innermost statement around an offset is the last one to begin before it that has not ended.
int Program::FindStatementLine(size_t offset) const {
  auto after = std::upper_bound(statements_in_order_.begin(), statements_in_order_.end(), offset,
                                [](size_t at, const Stmt* stmt) { return at < stmt->begin; });
  while (after != statements_in_order_.begin()) {
    const Stmt& statement = **--after;
    if (offset < statement.end) return LineAt(statement.begin);
  }
  return LineAt(offset);
}

std::string Program::FunctionSource(const Function& function) const {
  return SourceOfFunction(text_.text, function.first_line);
}

}  // namespace streplay::script
