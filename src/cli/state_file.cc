#include "cli/state_file.h"

#include "golden/atomic_file.h"

namespace streplay {
namespace {

constexpr const char* kFolder = ".streplay";

std::string PathOf(const std::string& home, const std::string& name) {
  return home + kFolder + "/" + name;
}

// Makes the folder, with a word to Git that it is nobody else's business. False when that cannot be
// done, or when something else is in its place.
bool MakeFolder(FileSystem& files, const std::string& home) {
  PathKind folder = files.Inspect(home + kFolder);
  if (folder == PathKind::kDirectory) return true;
  std::string error;
  return folder == PathKind::kMissing && files.MakeDirectories(home + kFolder, error) &&
         WriteAtomically(files, PathOf(home, ".gitignore"), "*\n", error);
}

}  // namespace

std::optional<std::string> ReadStateFile(const FileSystem& files, const std::string& home,
                                         const std::string& name) {
  bool is_plain = files.Inspect(home + kFolder) == PathKind::kDirectory &&
                  files.Inspect(PathOf(home, name)) == PathKind::kFile;
  std::string error;
  return is_plain ? files.ReadFile(PathOf(home, name), error) : std::nullopt;
}

void WriteStateFile(FileSystem& files, const std::string& home, const std::string& name,
                    const std::string& text) {
  if (!MakeFolder(files, home) || files.Inspect(PathOf(home, name)) == PathKind::kLink) return;
  std::string error;
  if (!WriteAtomically(files, PathOf(home, name), text, error)) return;
}

}  // namespace streplay
