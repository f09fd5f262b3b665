#include "golden/golden_store.h"

#include <string_view>
#include <utility>

#include "golden/atomic_file.h"
#include "golden/golden_folder.h"

namespace streplay {
namespace {

bool LeavesRoot(std::string_view name) {
  if (name.empty() || name.front() == '/') return true;
  while (true) {
    size_t slash = name.find('/');
    std::string_view part = name.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return true;
    if (slash == std::string_view::npos) return false;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace

GoldenStore::GoldenStore(FileSystem& files, std::string root)
    : files_(files), root_(std::move(root)) {
}

GoldenFile GoldenStore::Read(const std::string& name) const {
  PathKind kind = PathKind::kMissing;
  std::string refusal = WhyRefused(name, kind);
  if (!refusal.empty()) return {GoldenFile::Status::kRefused, "", refusal};
  if (kind == PathKind::kMissing) return {};
  std::string error;
  std::optional<std::string> text = files_.ReadFile(PathOf(name), error);
  if (!text) return {GoldenFile::Status::kRefused, "", "the golden cannot be read: " + error};
  return {GoldenFile::Status::kRead, std::move(*text), ""};
}

bool GoldenStore::Write(const std::string& name, const std::string& text, std::string& error) {
  GoldenFile old = Read(name);
  if (old.status == GoldenFile::Status::kRefused) {
    error = old.reason;
    return false;
  }
  if (old.status == GoldenFile::Status::kRead && old.text == text) return true;
  return WriteAtomically(files_, PathOf(name), text, error);
}

bool GoldenStore::Remove(const std::string& name, std::string& error) {
  PathKind kind = PathKind::kMissing;
  error = WhyRefused(name, kind);
  if (!error.empty()) return false;
  if (kind == PathKind::kMissing) return true;
  return files_.Remove(PathOf(name), error);
}

void GoldenStore::RemoveAbandoned() {
  std::string error;
  auto folder = ListGoldens(files_, root_, error);
  if (!folder) return;
  for (const std::string& name : folder->abandoned) files_.Remove(PathOf(name), error);
}

std::string GoldenStore::WhyRefused(const std::string& name, PathKind& kind) const {
  std::string refusal = WhyFoldersRefused(name, kind);
  if (!refusal.empty() || kind == PathKind::kMissing) return refusal;
  kind = files_.Inspect(PathOf(name));
  if (kind == PathKind::kLink) return "the golden is a link, and goldens are plain files";
  if (kind == PathKind::kMissing || kind == PathKind::kFile) return "";
  return "the golden is no plain file";
}

std::string GoldenStore::WhyFoldersRefused(const std::string& name, PathKind& kind) const {
  if (LeavesRoot(name)) return "the golden would lie outside its root";
  kind = PathKind::kDirectory;
  std::string folder = name.substr(0, name.rfind('/') + 1);
  if (folder == plain_folder_) return "";
  for (size_t slash = name.find('/'); slash != std::string::npos;
       slash = name.find('/', slash + 1)) {
    kind = files_.Inspect(PathOf(name.substr(0, slash)));
    if (kind == PathKind::kLink) {
      return "`" + name.substr(0, slash) + "` is a link, and goldens are not reached through links";
    }
    if (kind == PathKind::kMissing) return "";
    if (kind != PathKind::kDirectory) return "`" + name.substr(0, slash) + "` is no directory";
  }
  plain_folder_ = std::move(folder);
  return "";
}

}  // namespace streplay
