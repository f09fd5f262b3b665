#include "cli/expectation_file.h"

#include <memory>

#include "golden/atomic_file.h"

namespace streplay {

std::optional<ExpectationList> LoadExpectationFile(const std::string& path, bool may_be_missing,
                                                   const FileSystem& files,
                                                   Diagnostics& diagnostics) {
  std::string error;
  bool is_new = may_be_missing && files.Inspect(path) == PathKind::kMissing;
  std::optional<std::string> text = is_new ? "" : files.ReadFile(path, error);
  auto source = std::make_shared<const SourceText>(path, text.value_or(""));
  if (text) return ReadExpectationList(source, diagnostics);
  AddError(diagnostics, {source, {}, {}}, "cannot be read: " + error);
  return std::nullopt;
}

bool WriteExpectationFile(const std::string& path, const std::string& text, FileSystem& files,
                          std::string& error) {
  PathKind kind = files.Inspect(path);
  if (kind != PathKind::kFile && kind != PathKind::kMissing) {
    error = "it is no plain file";
    return false;
  }
  if (kind == PathKind::kFile && files.ReadFile(path, error) == text) return true;
  return WriteAtomically(files, path, text, error);
}

}  // namespace streplay
