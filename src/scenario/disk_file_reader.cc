// One descriptor answers what the file is and what is in it. The size is checked while reading: a
// file may grow, and some report none. Without O_NONBLOCK, to open a pipe would wait for a writer.
#include "scenario/disk_file_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace streplay {
namespace {

using Status = FileContent::Status;

FileContent ReadOpenFile(int descriptor, size_t max_bytes) {
  struct stat status;
  if (::fstat(descriptor, &status) != 0) return {Status::kUnreadable, {}};
  if (!S_ISREG(status.st_mode)) return {Status::kNotARegularFile, {}};
  std::string text;
  char chunk[65536];
  while (true) {
    ssize_t count = ::read(descriptor, chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {Status::kUnreadable, {}};
    if (count == 0) return {Status::kRead, std::move(text)};
    text.append(chunk, static_cast<size_t>(count));
    if (text.size() > max_bytes) return {Status::kTooLarge, {}};
  }
}

// Of a file that cannot be opened.
FileContent WhyNotOpened(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) {
    bool is_missing = errno == ENOENT || errno == ENOTDIR;
    return {is_missing ? Status::kMissing : Status::kUnreadable, {}};
  }
  return {S_ISREG(status.st_mode) ? Status::kUnreadable : Status::kNotARegularFile, {}};
}

}  // namespace

FileContent DiskFileReader::Read(const std::string& path, size_t max_bytes) const {
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return WhyNotOpened(path);
  FileContent content = ReadOpenFile(descriptor, max_bytes);
  ::close(descriptor);
  return content;
}

std::optional<std::string> DiskFileReader::RealPath(const std::string& path) const {
  std::error_code error;
  std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return std::nullopt;
  return real.string();
}

}  // namespace streplay
