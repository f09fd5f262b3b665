// A file system in memory for the tests: files by normal path, and links.
#ifndef STREPLAY_TESTS_SCENARIO_MEMORY_FILES_H_
#define STREPLAY_TESTS_SCENARIO_MEMORY_FILES_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "scenario/file_reader.h"

namespace streplay {

class MemoryFiles : public FileReader {
 public:
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> links;  // whole paths, resolved once
  std::string current_folder = "/home";

  FileContent Read(const std::string& path, size_t max_bytes) const override {
    auto found = files.find(Resolve(path));
    if (found == files.end()) found = files.find(path);
    if (found == files.end()) return {FileContent::Status::kMissing, {}};
    if (found->second.size() > max_bytes) return {FileContent::Status::kTooLarge, {}};
    return {FileContent::Status::kRead, found->second};
  }

  std::optional<std::string> RealPath(const std::string& path) const override {
    std::string resolved = Resolve(path);
    std::string absolute =
        (std::filesystem::path(current_folder) / resolved).lexically_normal().string();
    if (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
    return absolute;
  }

 private:
  std::string Resolve(const std::string& path) const {
    auto link = links.find(path);
    return link == links.end() ? path : link->second;
  }
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SCENARIO_MEMORY_FILES_H_
