// The FileSystem of the program: the machine's.
#ifndef STREPLAY_GOLDEN_DISK_FILE_SYSTEM_H_
#define STREPLAY_GOLDEN_DISK_FILE_SYSTEM_H_

#include "golden/file_system.h"

namespace streplay {

class DiskFileSystem : public FileSystem {
 public:
  PathKind Inspect(const std::string& path) const override;
  std::optional<std::string> ReadFile(const std::string& path, std::string& error) const override;
  std::optional<std::vector<DirectoryEntry>> ListDirectory(const std::string& path,
                                                           std::string& error) const override;
  bool MakeDirectories(const std::string& path, std::string& error) override;
  std::optional<std::string> CreateTemporary(const std::string& path, std::string& error) override;
  bool IsAbandoned(const std::string& path) const override;
  bool Fill(const std::string& path, const std::string& text, std::string& error) override;
  bool Flush(const std::string& path, std::string& error) override;
  bool Rename(const std::string& from, const std::string& to, std::string& error) override;
  void FlushDirectory(const std::string& path) override;
  bool Remove(const std::string& path, std::string& error) override;
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_DISK_FILE_SYSTEM_H_
