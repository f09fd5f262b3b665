// A file system in memory. Every change is counted, and can be made to fail.
#ifndef STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
#define STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "golden/file_system.h"

namespace streplay {

class MemoryFileSystem : public FileSystem {
 public:
  void AddFile(const std::string& path, std::string text) {
    for (size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      directories_.insert(path.substr(0, slash));
    }
    files_[path] = std::move(text);
  }
  void AddLink(const std::string& path) { links_.insert(path); }
  // The text of a file; "(missing)" when it is not there.
  std::string Text(const std::string& path) const {
    std::lock_guard lock(*mutex_);
    auto file = files_.find(path);
    return file == files_.end() ? "(missing)" : file->second;
  }
  const std::map<std::string, std::string>& files() const { return files_; }

  // How many operations that change something were asked for.
  int changes() const { return changes_; }
  // Operation number `change` (from 1) and all after it fail, as on a full disk.
  void FailFrom(int change) { fail_from_ = change; }

  PathKind Inspect(const std::string& path) const override {
    std::lock_guard lock(*mutex_);
    return KindOf(path);
  }

  std::optional<std::string> ReadFile(const std::string& path, std::string& error) const override {
    std::lock_guard lock(*mutex_);
    auto file = files_.find(path);
    if (file != files_.end()) return file->second;
    error = "No such file or directory";
    return std::nullopt;
  }

  std::optional<std::vector<DirectoryEntry>> ListDirectory(const std::string& path,
                                                           std::string& error) const override {
    std::lock_guard lock(*mutex_);
    if (KindOf(path) != PathKind::kDirectory) {
      error = "Not a directory";
      return std::nullopt;
    }
    std::set<std::string> names;
    std::string prefix = path == "." ? "" : path + "/";
    auto add = [&](const std::string& below) {
      if (below.size() <= prefix.size() || below.compare(0, prefix.size(), prefix) != 0) return;
      if (below.find('/', prefix.size()) != std::string::npos) return;
      names.insert(below.substr(prefix.size()));
    };
    for (const auto& [file, text] : files_) add(file);
    for (const std::string& directory : directories_) add(directory);
    for (const std::string& link : links_) add(link);
    std::vector<DirectoryEntry> entries;
    for (const std::string& name : names) entries.push_back({name, KindOf(prefix + name)});
    return entries;
  }

  bool MakeDirectories(const std::string& path, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    for (size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      directories_.insert(path.substr(0, slash));
    }
    directories_.insert(path);
    return true;
  }

  std::optional<std::string> WriteTemporary(const std::string& path, const std::string& text,
                                            std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return std::nullopt;
    std::string name = path + "." + std::to_string(changes_) + ".tmp";
    files_[name] = text;
    return name;
  }

  bool Rename(const std::string& from, const std::string& to, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    files_[to] = files_.at(from);
    files_.erase(from);
    return true;
  }

  void Remove(const std::string& path) override { files_.erase(path); }

 private:
  PathKind KindOf(const std::string& path) const {
    if (links_.contains(path)) return PathKind::kLink;
    if (files_.contains(path)) return PathKind::kFile;
    if (path == "." || directories_.contains(path)) return PathKind::kDirectory;
    return PathKind::kMissing;
  }

  bool MayChange(std::string& error) {
    if (++changes_ < fail_from_ || fail_from_ == 0) return true;
    error = "No space left on device";
    return false;
  }

  std::map<std::string, std::string> files_;
  std::set<std::string> directories_;
  std::set<std::string> links_;
  int changes_ = 0;
  int fail_from_ = 0;
  // Scenarios are checked on several threads. Behind a pointer, so that a world can be moved.
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
