// The text goes to a temporary file beside the old one and is flushed before the name moves over:
// else the loss of power could leave the name on a file without its text. A program that dies
// leaves at most the temporary file, which golden/golden_folder.h finds again.
#include "golden/atomic_file.h"

#include "golden/path_text.h"

namespace streplay {

bool WriteAtomically(FileSystem& files, const std::string& path, const std::string& text,
                     std::string& error) {
  std::string folder = FolderOf(path);
  if (!files.MakeDirectories(folder, error)) return false;
  std::optional<std::string> temporary = files.CreateTemporary(path, error);
  if (!temporary) return false;
  bool replaced = files.Fill(*temporary, text, error) && files.Flush(*temporary, error) &&
                  files.Rename(*temporary, path, error);
  if (replaced) {
    files.FlushDirectory(folder);
    return true;
  }
  std::string why_it_stays;  // the first error is the one to tell
  files.Remove(*temporary, why_it_stays);
  return false;
}

}  // namespace streplay
