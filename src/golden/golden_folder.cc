#include "golden/golden_folder.h"

#include <algorithm>

#include "golden/path_text.h"

namespace streplay {
namespace {

constexpr int kMaxFolderDepth = 100;

class Lister {
 public:
  Lister(const FileSystem& files, const std::string& root) : files_(files), root_(root) {}

  // `below` is the path below the root, with a slash at its end; empty for the root itself.
  bool List(const std::string& below, int depth, std::string& error) {
    std::string path = below.empty() ? root_ : PathBelow(root_, below.substr(0, below.size() - 1));
    auto entries = files_.ListDirectory(path, error);
    if (!entries || depth > kMaxFolderDepth) {
      error = path + (entries ? " is nested too deep" : " cannot be read: " + error);
      return false;
    }
    for (const DirectoryEntry& entry : *entries) {
      bool is_hidden = entry.name.starts_with('.');
      if (entry.kind == PathKind::kDirectory && !is_hidden) {
        if (!List(below + entry.name + "/", depth + 1, error)) return false;
      } else if (entry.kind == PathKind::kFile) {
        is_hidden ? AddHidden(below + entry.name) : AddFile(below + entry.name);
      }
    }
    return true;
  }

  GoldenFolder TakeFound() {
    for (auto* paths : {&found_.goldens, &found_.pending, &found_.abandoned}) {
      // They are already, unless `a-b` stands beside `a/`; to look costs a tenth of sorting them.
      if (!std::is_sorted(paths->begin(), paths->end())) std::sort(paths->begin(), paths->end());
    }
    return std::move(found_);
  }

 private:
  void AddFile(std::string path) {
    if (path.ends_with(kGoldenExtension)) {
      found_.goldens.push_back(std::move(path));
    } else if (path.ends_with(PendingPath(std::string(kGoldenExtension)))) {
      path.resize(path.size() - kPendingExtension.size());
      found_.pending.push_back(std::move(path));
    }
  }

  void AddHidden(std::string path) {
    if (files_.IsAbandoned(PathBelow(root_, path))) found_.abandoned.push_back(std::move(path));
  }

  const FileSystem& files_;
  const std::string& root_;
  GoldenFolder found_;
};

}  // namespace

std::string PendingPath(const std::string& golden_path) {
  return golden_path + std::string(kPendingExtension);
}

std::optional<GoldenFolder> ListGoldens(const FileSystem& files, const std::string& root,
                                        std::string& error) {
  if (files.Inspect(root) == PathKind::kMissing) return GoldenFolder{};
  Lister lister(files, root);
  if (!lister.List("", 0, error)) return std::nullopt;
  return lister.TakeFound();
}

}  // namespace streplay
