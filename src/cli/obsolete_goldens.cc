// A golden is kept when a result of the run has it, or when a scenario file stands where its
// scenario would: one that is invalid, hidden from the run, or of a corpus beside it.
#include "cli/obsolete_goldens.h"

#include <algorithm>

#include "cli/scenario_files.h"
#include "golden/golden_folder.h"
#include "golden/golden_store.h"
#include "golden/path_text.h"

namespace streplay {
namespace {

// By name alone: `a` holds `a` and `a/b`; `.` holds every path that does not leave it.
bool Holds(const std::string& folder, const std::string& path) {
  if (folder == path) return true;
  if (folder == ".") return !path.starts_with('/') && path != ".." && !path.starts_with("../");
  return path.starts_with(folder.ends_with('/') ? folder : folder + "/");
}

bool HoldWhole(const std::vector<std::string>& paths, const std::string& corpus) {
  return std::any_of(paths.begin(), paths.end(),
                     [&corpus](const std::string& path) { return Holds(TidyPath(path), corpus); });
}

}  // namespace

ObsoleteSearch::ObsoleteSearch(const std::vector<std::string>& paths,
                               const std::vector<CorpusFile>& corpus, bool is_full_run) {
  if (!is_full_run) return;
  for (const CorpusFile& file : corpus) corpora_[file.golden_root].insert(file.corpus_root);
  std::erase_if(corpora_, [&paths](const auto& corpora) {
    return !std::all_of(corpora.second.begin(), corpora.second.end(),
                        [&paths](const std::string& root) { return HoldWhole(paths, root); });
  });
}

std::set<std::string> ObsoleteSearch::golden_roots() const {
  std::set<std::string> roots;
  for (const auto& corpora : corpora_) roots.insert(corpora.first);
  return roots;
}

void ObsoleteSearch::Add(const ScenarioResult& result) {
  if (result.golden_path.empty()) return;
  golden_paths_.insert(result.golden_path);
  scenario_paths_.insert(result.path);
}

ObsoleteGoldens ObsoleteSearch::Finish(ObsoletePolicy policy, bool all_good,
                                       FileSystem& files) const {
  using Fate = ObsoleteGoldens::Fate;
  ObsoleteGoldens found;
  found.fate = policy == ObsoletePolicy::kWarn ? Fate::kTold : Fate::kFailed;
  bool is_removing = policy == ObsoletePolicy::kDelete && all_good;
  if (policy == ObsoletePolicy::kDelete) found.fate = all_good ? Fate::kRemoved : Fate::kNotRemoved;
  for (const auto& [golden_root, corpora] : corpora_) {
    GoldenStore store(files, golden_root);
    for (const std::string& name : FindBelow(golden_root, corpora, files, found.error)) {
      std::string path = PathBelow(golden_root, name);
      std::string error;
      if (is_removing && !store.Remove(name, error) && found.error.empty()) {
        found.error = path + " cannot be removed: " + error;
      }
      found.paths.push_back(std::move(path));
    }
  }
  if (is_removing && !found.error.empty()) found.fate = Fate::kNotRemoved;
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

ObsoleteSearch::Names ObsoleteSearch::FindBelow(const std::string& golden_root,
                                                const std::set<std::string>& corpora,
                                                const FileSystem& files, std::string& error) const {
  std::string why;
  auto folder = ListGoldens(files, golden_root, why);
  if (!folder) {
    if (error.empty()) error = why;
    return {};
  }
  Names names;
  for (const std::string& name : folder->goldens) {
    if (IsObsolete(golden_root, corpora, name, files)) names.push_back(name);
  }
  for (const std::string& name : folder->pending) {
    if (IsObsolete(golden_root, corpora, name, files)) names.push_back(PendingPath(name));
  }
  return names;
}

bool ObsoleteSearch::IsObsolete(const std::string& golden_root,
                                const std::set<std::string>& corpora, const std::string& name,
                                const FileSystem& files) const {
  size_t slash = name.find('/');
  if (slash == std::string::npos) return false;  // goldens stand in their profile's folder
  if (golden_paths_.contains(PathBelow(golden_root, name))) return false;
  std::string id = name.substr(slash + 1, name.size() - slash - 1 - kGoldenExtension.size());
  std::set<std::string> folders = corpora;
  folders.insert(FolderOf(golden_root));
  folders.insert(PathBelow(FolderOf(golden_root), "scenarios"));
  for (const std::string& folder : folders) {
    for (const char* extension : {".yaml", ".yml"}) {
      std::string path = TidyPath(PathBelow(folder, id + extension));
      bool is_there = files.Inspect(path) != PathKind::kMissing;
      if (is_there && !scenario_paths_.contains(path)) return false;
    }
  }
  return true;
}

}  // namespace streplay
