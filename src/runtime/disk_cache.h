// The machine's disk as far as caches use it: what `persist="disk"` keeps over a restart.
#ifndef STREPLAY_RUNTIME_DISK_CACHE_H_
#define STREPLAY_RUNTIME_DISK_CACHE_H_

#include <map>
#include <memory>
#include <string>

namespace streplay {

// What one file holds; each kind of index has its own (known_widgets_index.cc,
// decision_tree_index.cc).
class DiskFile {
 public:
  virtual ~DiskFile() = default;
};

class DiskCache {
 public:
  std::shared_ptr<DiskFile> Read(const std::string& name) const {
    auto found = files_.find(name);
    return found == files_.end() ? nullptr : found->second;
  }
  void Write(const std::string& name, std::shared_ptr<DiskFile> file) {
    files_[name] = std::move(file);
  }
  void Remove(const std::string& name) { files_.erase(name); }
  void RemoveAllWithPrefix(const std::string& prefix) {
    std::erase_if(files_, [&](const auto& file) { return file.first.starts_with(prefix); });
  }

 private:
  std::map<std::string, std::shared_ptr<DiskFile>> files_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DISK_CACHE_H_
