// The folders are taken from the path as given; where it does not name `scenarios`, from the real
// path of its folder. The corpus root is then so many `..` above the folder, which keeps a relative
// path relative.
#include "scenario/corpus_place.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <vector>

namespace streplay {
namespace {

namespace fs = std::filesystem;

// The folders of `folder` below the last one named `scenarios`, or nothing when none is.
std::optional<std::vector<std::string>> FoldersBelowScenarios(const fs::path& folder) {
  std::vector<std::string> parts;
  for (const fs::path& part : folder) parts.push_back(part.string());
  auto last = std::find(parts.rbegin(), parts.rend(), "scenarios");
  if (last == parts.rend()) return std::nullopt;
  return std::vector<std::string>(last.base(), parts.end());
}

std::string Normal(const fs::path& path) {
  std::string text = path.lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text.empty() ? "." : text;
}

}  // namespace

CorpusPlace FindCorpusPlace(const std::string& path, const FileReader& files) {
  fs::path normal = fs::path(path).lexically_normal();
  fs::path folder = normal.parent_path().empty() ? fs::path(".") : normal.parent_path();
  std::optional<std::vector<std::string>> below = FoldersBelowScenarios(folder);
  if (!below) {
    std::optional<std::string> real = files.RealPath(folder.string());
    if (real) below = FoldersBelowScenarios(*real);
  }
  std::string stem = normal.stem().string();
  if (!below) return {Normal(folder), Normal(folder), Normal(folder / "golden"), stem};
  fs::path root = folder;
  std::string id;
  for (const std::string& name : *below) {
    root /= "..";
    id += name + "/";
  }
  return {Normal(folder), Normal(root), Normal(root / ".." / "golden"), id + stem};
}

}  // namespace streplay
