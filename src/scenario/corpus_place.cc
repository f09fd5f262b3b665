// The folders are taken from the path as given; where it does not name `scenarios`, from the real
// path of its folder. The corpus root is then so many `..` above the folder, which keeps a relative
// path relative.
#include "scenario/corpus_place.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>
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

// Whether nothing in the path is to be normalised, so that its parts are what stands between the
// slashes.
bool IsNormal(std::string_view path) {
  for (size_t begin = path.starts_with('/') ? 1 : 0;;) {
    size_t slash = std::min(path.find('/', begin), path.size());
    std::string_view part = path.substr(begin, slash - begin);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == path.size()) return true;
    begin = slash + 1;
  }
}

// The place as far as the path itself tells: nearly always, and for a hundredth of the instructions
// that std::filesystem's paths take.
std::optional<CorpusPlace> PlaceByName(const std::string& path) {
  constexpr std::string_view kName = "scenarios";
  if (!IsNormal(path)) return std::nullopt;
  size_t name = ("/" + path).rfind("/scenarios/");
  if (name == std::string::npos) return std::nullopt;
  size_t root_end = name + kName.size();
  size_t folder_end = path.rfind('/');
  size_t dot = path.rfind('.');
  if (dot == std::string::npos || dot <= folder_end + 1) return std::nullopt;
  return CorpusPlace{path.substr(0, folder_end), path.substr(0, root_end),
                     path.substr(0, name) + "golden",
                     path.substr(root_end + 1, dot - root_end - 1)};
}

}  // namespace

CorpusPlace FindCorpusPlace(const std::string& path, const FileReader& files) {
  if (std::optional<CorpusPlace> place = PlaceByName(path)) return *place;
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
