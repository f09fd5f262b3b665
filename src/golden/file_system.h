// What the program needs of a file system to find scenarios and keep goldens. Behind an interface,
// so that tests run in memory and can make any operation fail. Whole files are written by
// golden/atomic_file.h.
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

  // Makes an empty, hidden file beside `path`. Nothing else ever has its path, which is returned.
  [[nodiscard]] virtual std::optional<std::string> CreateTemporary(const std::string& path,
                                                                   std::string& error) = 0;

  // Whether `path` is a temporary file that a program left behind when it died.
  virtual bool IsAbandoned(const std::string& path) const = 0;

  // Fills an empty file. After a failure it may hold any beginning of the text.
  [[nodiscard]] virtual bool Fill(const std::string& path, const std::string& text,
                                  std::string& error) = 0;

  // From now on the loss of power cannot take from the file what is in it.
  [[nodiscard]] virtual bool Flush(const std::string& path, std::string& error) = 0;

  // `to` is replaced at once: it is the old file or the new one at any moment. The loss of power
  // may undo this until the directory is flushed.
  [[nodiscard]] virtual bool Rename(const std::string& from, const std::string& to,
                                    std::string& error) = 0;

  // A file system that cannot do this has nothing better to offer, so it is no error.
  virtual void FlushDirectory(const std::string& path) = 0;

  // A file or a link, not what it leads to.
  virtual bool Remove(const std::string& path, std::string& error) = 0;
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_FILE_SYSTEM_H_
