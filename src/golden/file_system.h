// What the program needs of a file system to find scenarios and keep goldens. Behind an interface,
// so that tests run in memory and can make any operation fail.
//
// No function throws. Those that can fail return false (or nothing) and say why in `error`, in the
// words of the system ("No space left on device"), without the path.
#ifndef STREPLAY_GOLDEN_FILE_SYSTEM_H_
#define STREPLAY_GOLDEN_FILE_SYSTEM_H_

#include <optional>
#include <string>
#include <vector>

namespace streplay {

enum class PathKind { kMissing, kFile, kDirectory, kLink, kOther };

struct DirectoryEntry {
  std::string name;
  PathKind kind = PathKind::kOther;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // What stands at `path` itself: a link is kLink, wherever it leads.
  virtual PathKind Inspect(const std::string& path) const = 0;

  [[nodiscard]] virtual std::optional<std::string> ReadFile(const std::string& path,
                                                            std::string& error) const = 0;

  // Sorted by name, in byte order; without `.` and `..`.
  [[nodiscard]] virtual std::optional<std::vector<DirectoryEntry>> ListDirectory(
      const std::string& path, std::string& error) const = 0;

  // The directory and those above it; one that is there already is fine.
  [[nodiscard]] virtual bool MakeDirectories(const std::string& path, std::string& error) = 0;

  // Writes `text` to a new hidden file beside `path` and makes sure that it is on the disk. Nothing
  // else ever has the file's name, which is returned.
  [[nodiscard]] virtual std::optional<std::string> WriteTemporary(const std::string& path,
                                                                  const std::string& text,
                                                                  std::string& error) = 0;

  // `to` is replaced at once: it is the old file or the new one at any moment.
  [[nodiscard]] virtual bool Rename(const std::string& from, const std::string& to,
                                    std::string& error) = 0;

  virtual void Remove(const std::string& path) = 0;
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_FILE_SYSTEM_H_
