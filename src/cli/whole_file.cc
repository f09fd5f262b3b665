#include "cli/whole_file.h"

#include <optional>

namespace streplay {

bool WriteWholeFile(FileSystem& files, const std::string& path, const std::string& text,
                    std::string& error) {
  std::optional<std::string> temporary = files.WriteTemporary(path, text, error);
  if (!temporary) return false;
  if (files.Rename(*temporary, path, error)) return true;
  files.Remove(*temporary);
  return false;
}

}  // namespace streplay
