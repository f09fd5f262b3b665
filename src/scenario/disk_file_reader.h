// The FileReader of the program: the machine's file system.
#ifndef STREPLAY_SCENARIO_DISK_FILE_READER_H_
#define STREPLAY_SCENARIO_DISK_FILE_READER_H_

#include <optional>
#include <string>

#include "scenario/file_reader.h"

namespace streplay {

class DiskFileReader : public FileReader {
 public:
  FileContent Read(const std::string& path, size_t max_bytes) const override;
  std::optional<std::string> RealPath(const std::string& path) const override;
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_DISK_FILE_READER_H_
