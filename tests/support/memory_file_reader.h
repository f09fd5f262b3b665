// The scenario loader's view of a MemoryFileSystem.
#ifndef STREPLAY_TESTS_SUPPORT_MEMORY_FILE_READER_H_
#define STREPLAY_TESTS_SUPPORT_MEMORY_FILE_READER_H_

#include <string>

#include "scenario/file_reader.h"
#include "support/memory_file_system.h"

namespace streplay {

class MemoryFileReader : public FileReader {
 public:
  explicit MemoryFileReader(const MemoryFileSystem& files) : files_(files) {}

  FileContent Read(const std::string& path, size_t max_bytes) const override {
    using Status = FileContent::Status;
    PathKind kind = files_.Inspect(path);
    if (kind == PathKind::kMissing) return {Status::kMissing, {}};
    if (kind != PathKind::kFile) return {Status::kNotARegularFile, {}};
    std::string text = files_.Text(path);
    if (text.size() > max_bytes) return {Status::kTooLarge, {}};
    return {Status::kRead, std::move(text)};
  }

  std::optional<std::string> RealPath(const std::string& path) const override {
    if (files_.Inspect(path) == PathKind::kMissing) return std::nullopt;
    return path.starts_with('/') || path == "." ? path : "/memory/" + path;
  }

 private:
  const MemoryFileSystem& files_;
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_MEMORY_FILE_READER_H_
