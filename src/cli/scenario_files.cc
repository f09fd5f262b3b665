#include "cli/scenario_files.h"

#include <algorithm>
#include <memory>
#include <set>

namespace streplay {
namespace {

constexpr int kMaxFolderDepth = 100;

bool IsScenarioName(const std::string& name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

// Compares paths part by part: `a/b.yaml` comes before `a-b.yaml`, as `a` comes before `a-b.yaml`.
struct FolderByFolder {
  bool operator()(const std::string& a, const std::string& b) const {
    auto rank = [](char letter) {
      return letter == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(letter)) + 1;
    };
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](char left, char right) { return rank(left) < rank(right); });
  }
};

class Finder {
 public:
  Finder(const FileSystem& files, Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  // A path that the user typed may be a link, unlike what is found below a folder.
  void Add(const std::string& path) {
    PathKind kind = files_.Inspect(path);
    std::string error;
    if (kind == PathKind::kMissing) {
      Fail(path, "does not exist");
    } else if (kind == PathKind::kDirectory ||
               (kind == PathKind::kLink && files_.ListDirectory(path, error))) {
      AddFolder(path, 0);
    } else {
      found_.insert(path);
    }
  }

  std::vector<std::string> TakeFound() { return {found_.begin(), found_.end()}; }
  bool ok() const { return ok_; }

 private:
  void AddFolder(const std::string& folder, int depth) {
    std::string error;
    std::optional<std::vector<DirectoryEntry>> entries = files_.ListDirectory(folder, error);
    if (!entries) return Fail(folder, "cannot be read: " + error);
    if (depth > kMaxFolderDepth) return Fail(folder, "is nested too deep");
    for (const DirectoryEntry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      std::string path = folder == "." ? entry.name : folder + "/" + entry.name;
      if (entry.kind == PathKind::kDirectory) {
        AddFolder(path, depth + 1);
      } else if (entry.kind == PathKind::kFile && IsScenarioName(entry.name)) {
        found_.insert(path);
      }
    }
  }

  void Fail(const std::string& path, std::string message) {
    ok_ = false;
    AddError(diagnostics_, {std::make_shared<const SourceText>(path, ""), {}, {}},
             std::move(message));
  }

  const FileSystem& files_;
  Diagnostics& diagnostics_;
  std::set<std::string, FolderByFolder> found_;
  bool ok_ = true;
};

}  // namespace

std::string TidyPath(const std::string& path) {
  std::string tidy = path.starts_with('/') ? "/" : "";
  for (size_t begin = 0; begin < path.size();) {
    size_t slash = std::min(path.find('/', begin), path.size());
    std::string part = path.substr(begin, slash - begin);
    begin = slash + 1;
    if (part.empty() || part == ".") continue;
    if (!tidy.empty() && tidy.back() != '/') tidy += '/';
    tidy += part;
  }
  return tidy.empty() ? "." : tidy;
}

std::optional<std::vector<std::string>> FindScenarioFiles(const std::vector<std::string>& paths,
                                                          const FileSystem& files,
                                                          Diagnostics& diagnostics) {
  Finder finder(files, diagnostics);
  for (const std::string& path : paths) finder.Add(TidyPath(path));
  if (!finder.ok()) return std::nullopt;
  return finder.TakeFound();
}

}  // namespace streplay
