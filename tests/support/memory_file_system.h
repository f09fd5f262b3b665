// A file system in memory. Every change is an operation that can be made to fail, or to be the last
// one before the program dies; and the power can go.
#ifndef STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
#define STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "golden/file_system.h"

namespace streplay {

// What CrashAt throws: nothing of the program runs after it.
struct Crash {};

class MemoryFileSystem : public FileSystem {
 public:
  void AddFile(const std::string& path, std::string text) {
    AddDirectoriesAbove(path);
    files_[path] = {std::move(text), true};
  }
  void AddLink(const std::string& path) {
    AddDirectoriesAbove(path);
    links_.insert(path);
  }
  // A temporary file of a program that died.
  void AddAbandoned(const std::string& path, std::string text) {
    AddFile(path, std::move(text));
    abandoned_.insert(path);
  }
  // The text of a file; "(missing)" when it is not there.
  std::string Text(const std::string& path) const {
    std::lock_guard lock(*mutex_);
    auto file = files_.find(path);
    return file == files_.end() ? "(missing)" : file->second.text;
  }
  std::map<std::string, std::string> files() const {
    std::lock_guard lock(*mutex_);
    std::map<std::string, std::string> texts;
    for (const auto& [path, file] : files_) texts.emplace(path, file.text);
    return texts;
  }

  // How many operations that change something were asked for. Filling a file counts twice: half of
  // it may be written.
  int changes() const { return changes_; }
  // Operation number `change` (from 1) and all after it fail, as on a full disk, where only
  // removing works.
  void FailFrom(int change) { fail_from_ = change; }
  // Only operation number `change` fails.
  void FailAt(int change) { fail_at_ = change; }
  // The program dies instead of doing operation number `change`.
  void CrashAt(int change) { crash_at_ = change; }
  // Of what was not flushed only half is left.
  void LosePower() {
    for (auto& [path, file] : files_) {
      if (!file.is_flushed) file.text.resize(file.text.size() / 2);
    }
  }

  PathKind Inspect(const std::string& path) const override {
    std::lock_guard lock(*mutex_);
    return KindOf(path);
  }

  std::optional<std::string> ReadFile(const std::string& path, std::string& error) const override {
    std::lock_guard lock(*mutex_);
    auto file = files_.find(path);
    if (file != files_.end()) return file->second.text;
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
    for (const auto& [file, content] : files_) add(file);
    for (const std::string& directory : directories_) add(directory);
    for (const std::string& link : links_) add(link);
    std::vector<DirectoryEntry> entries;
    for (const std::string& name : names) entries.push_back({name, KindOf(prefix + name)});
    return entries;
  }

  bool MakeDirectories(const std::string& path, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    AddDirectoriesAbove(path + "/");
    return true;
  }

  std::optional<std::string> CreateTemporary(const std::string& path, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return std::nullopt;
    size_t name = path.rfind('/') + 1;
    std::string temporary =
        path.substr(0, name) + "." + path.substr(name) + "." + std::to_string(changes_) + ".tmp";
    files_[temporary] = {"", false};
    return temporary;
  }

  bool IsAbandoned(const std::string& path) const override { return abandoned_.contains(path); }

  bool Fill(const std::string& path, const std::string& text, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    files_.at(path) = {text.substr(0, text.size() / 2), false};
    if (!MayChange(error)) return false;
    files_.at(path) = {text, false};
    return true;
  }

  bool Flush(const std::string& path, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    files_.at(path).is_flushed = true;
    return true;
  }

  bool Rename(const std::string& from, const std::string& to, std::string& error) override {
    std::lock_guard lock(*mutex_);
    if (!MayChange(error)) return false;
    files_[to] = files_.at(from);
    files_.erase(from);
    return true;
  }

  void FlushDirectory(const std::string&) override {
    std::lock_guard lock(*mutex_);
    std::string ignored;
    static_cast<void>(MayChange(ignored));
  }

  void Remove(const std::string& path) {
    std::string ignored;
    Remove(path, ignored);
  }
  bool Remove(const std::string& path, std::string& error) override {
    std::lock_guard lock(*mutex_);
    ++changes_;
    DieAtTheCrash();
    if (changes_ == fail_at_) {
      error = "Permission denied";
      return false;
    }
    links_.erase(path);
    files_.erase(path);
    return true;
  }

 private:
  struct File {
    std::string text;
    bool is_flushed = false;
  };

  PathKind KindOf(const std::string& path) const {
    if (links_.contains(path)) return PathKind::kLink;
    if (files_.contains(path)) return PathKind::kFile;
    if (path == "." || directories_.contains(path)) return PathKind::kDirectory;
    return PathKind::kMissing;
  }

  void AddDirectoriesAbove(const std::string& path) {
    for (size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      directories_.insert(path.substr(0, slash));
    }
  }

  void DieAtTheCrash() const {
    if (crash_at_ > 0 && changes_ >= crash_at_) throw Crash{};
  }

  bool MayChange(std::string& error) {
    ++changes_;
    DieAtTheCrash();
    bool fails = changes_ == fail_at_ || (fail_from_ > 0 && changes_ >= fail_from_);
    if (fails) error = "No space left on device";
    return !fails;
  }

  std::map<std::string, File> files_;
  std::set<std::string> directories_;
  std::set<std::string> links_;
  std::set<std::string> abandoned_;
  int changes_ = 0;
  int fail_from_ = 0;
  int fail_at_ = 0;
  int crash_at_ = 0;
  // Scenarios are checked on several threads. Behind a pointer, so that a world can be moved.
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
