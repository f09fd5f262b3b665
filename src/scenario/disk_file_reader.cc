// The size is checked again while reading: a file may grow, and some report none.
#include "scenario/disk_file_reader.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace streplay {

FileContent DiskFileReader::Read(const std::string& path, size_t max_bytes) const {
  using Status = FileContent::Status;
  std::error_code error;
  std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return {Status::kMissing, {}};
  if (error) return {Status::kUnreadable, {}};
  if (!std::filesystem::is_regular_file(status)) return {Status::kNotARegularFile, {}};
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return {Status::kUnreadable, {}};
  std::string text;
  char chunk[65536];
  while (stream.read(chunk, sizeof chunk) || stream.gcount() > 0) {
    text.append(chunk, static_cast<size_t>(stream.gcount()));
    if (text.size() > max_bytes) return {Status::kTooLarge, {}};
  }
  if (stream.bad()) return {Status::kUnreadable, {}};
  return {Status::kRead, std::move(text)};
}

std::optional<std::string> DiskFileReader::RealPath(const std::string& path) const {
  std::error_code error;
  std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return std::nullopt;
  return real.string();
}

}  // namespace streplay
