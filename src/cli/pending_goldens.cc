#include "cli/pending_goldens.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "cli/scenario_files.h"
#include "golden/golden_folder.h"
#include "golden/golden_store.h"
#include "golden/path_text.h"
#include "report/style.h"
#include "stream/stream_reader.h"

namespace streplay {
namespace {

constexpr size_t kMaxCandidates = 20;  // that an error names

bool EndsIn(const std::string& path, const std::string& suffix) {
  return path == suffix || path.ends_with("/" + suffix);
}

// Indices of the goldens that a suffix may mean. One that is the whole path means that one alone.
std::vector<size_t> Candidates(const std::vector<PendingGolden>& pending, std::string suffix) {
  suffix = TidyPath(suffix);
  if (suffix.ends_with(kPendingExtension)) {
    suffix.resize(suffix.size() - kPendingExtension.size());
  }
  if (!suffix.ends_with(kGoldenExtension)) suffix += kGoldenExtension;
  std::vector<size_t> found;
  for (size_t i = 0; i < pending.size(); ++i) {
    if (pending[i].path == suffix) return {i};
    if (EndsIn(pending[i].path, suffix)) found.push_back(i);
  }
  return found;
}

void ListPaths(const std::vector<std::string>& paths, const Environment& environment) {
  size_t shown = std::min(paths.size(), kMaxCandidates);
  for (size_t i = 0; i < shown; ++i) environment.err << "    " << EscapeControls(paths[i]) << "\n";
  if (shown < paths.size()) environment.err << "    … and " << paths.size() - shown << " more\n";
}

void ExplainSuffix(const std::string& suffix, const std::vector<PendingGolden>& pending,
                   const std::vector<size_t>& candidates, const Environment& environment) {
  std::vector<std::string> paths;
  for (const PendingGolden& golden : pending) {
    if (candidates.empty()) paths.push_back(golden.path);
  }
  for (size_t i : candidates) paths.push_back(pending[i].path);
  std::string quoted = "`" + EscapeControls(suffix) + "`";
  environment.err << "streplay: ";
  if (pending.empty()) {
    environment.err << "no golden is pending, so none ends in " << quoted << "\n";
  } else if (candidates.empty()) {
    environment.err << "no pending golden ends in " << quoted << "; these are pending:\n";
  } else {
    environment.err << quoted << " is the end of " << Counted(paths.size(), "pending golden")
                    << "; name more of the path:\n";
  }
  ListPaths(paths, environment);
}

}  // namespace

std::optional<std::vector<PendingGolden>> FindPending(const std::optional<std::string>& root,
                                                      const Environment& environment) {
  std::string folder = TidyPath(root.value_or("."));
  std::string error;
  auto found = ListGoldens(environment.files, folder, error);
  if (!found) {
    environment.err << "streplay: " << EscapeControls(error) << "\n";
    return std::nullopt;
  }
  std::vector<PendingGolden> pending;
  for (const std::string& name : found->pending) {
    pending.push_back({folder, name, PathBelow(folder, name)});
  }
  return pending;
}

std::optional<std::vector<PendingGolden>> SelectPending(const std::vector<PendingGolden>& pending,
                                                        const std::vector<std::string>& suffixes,
                                                        const Environment& environment) {
  if (suffixes.empty()) return pending;
  std::vector<bool> is_selected(pending.size());
  bool ok = true;
  for (const std::string& suffix : suffixes) {
    std::vector<size_t> candidates = Candidates(pending, suffix);
    if (candidates.size() == 1) {
      is_selected[candidates.front()] = true;
    } else {
      ExplainSuffix(suffix, pending, candidates, environment);
      ok = false;
    }
  }
  if (!ok) return std::nullopt;
  std::vector<PendingGolden> selected;
  for (size_t i = 0; i < pending.size(); ++i) {
    if (is_selected[i]) selected.push_back(pending[i]);
  }
  return selected;
}

bool CheckSelection(const std::vector<std::string>& suffixes, bool all, const std::string& command,
                    const Environment& environment) {
  if (suffixes.empty() == all) return true;
  environment.err << "streplay: "
                  << (all ? "--all is all, without a SUFFIX beside it\n"
                          : "which goldens? Name the ends of their paths, or --all\n")
                  << "  = see `streplay " << command << " --help`, and `streplay pending`\n";
  return false;
}

PendingContent ReadPending(const PendingGolden& pending, FileSystem& files) {
  GoldenStore store(files, pending.root);
  GoldenFile file = store.Read(PendingPath(pending.name));
  PendingContent content;
  content.text = std::move(file.text);
  auto source = std::make_shared<const SourceText>(PendingPath(pending.path), content.text);
  if (file.status != GoldenFile::Status::kRead) {
    bool is_missing = file.status == GoldenFile::Status::kMissing;
    AddError(content.diagnostics, {source, {}, {}}, is_missing ? "does not exist" : file.reason);
    return content;
  }
  auto stream = ReadStream(source, content.diagnostics);
  if (!stream) return content;
  content.stream = std::move(*stream);
  content.comparison =
      CompareWithGolden(store.Read(pending.name), pending.path, content.stream, content.text);
  return content;
}

}  // namespace streplay
