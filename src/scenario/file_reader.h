// How the loader reaches files, so that tests use a memory file system.
#ifndef STREPLAY_SCENARIO_FILE_READER_H_
#define STREPLAY_SCENARIO_FILE_READER_H_

#include <cstddef>
#include <optional>
#include <string>

namespace streplay {

struct FileContent {
  enum class Status { kRead, kMissing, kNotARegularFile, kTooLarge, kUnreadable };
  Status status = Status::kMissing;
  std::string text;  // with kRead
};

class FileReader {
 public:
  virtual ~FileReader() = default;

  // The content of the regular file at `path`, following links; a file over `max_bytes` is not
  // read. Never throws.
  virtual FileContent Read(const std::string& path, size_t max_bytes) const = 0;

  // The absolute path with every link and `..` resolved; nothing when the path does not exist.
  virtual std::optional<std::string> RealPath(const std::string& path) const = 0;
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_FILE_READER_H_
