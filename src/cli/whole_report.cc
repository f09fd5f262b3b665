#include "cli/whole_report.h"

#include <memory>

namespace streplay {

std::optional<CheckReport> ReadWholeReport(const std::string& path, const Environment& environment,
                                           Diagnostics& diagnostics) {
  std::string error;
  std::optional<std::string> text = environment.files.ReadFile(path, error);
  if (text) return ReadReport(path, *text, diagnostics);
  AddError(diagnostics, {std::make_shared<SourceText>(path, ""), {}, {}},
           "cannot be read: " + error);
  return std::nullopt;
}

}  // namespace streplay
