#include "cli/reported_goldens.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/diagnostic_formatter.h"
#include "base/fnv1a.h"
#include "base/utf8.h"
#include "cli/pending_goldens.h"
#include "cli/whole_report.h"
#include "golden/golden_folder.h"
#include "golden/golden_store.h"
#include "golden/path_text.h"
#include "runtime/profile.h"
#include "stream/stream_reader.h"

namespace streplay {
namespace {

// Relative, and without a part that is empty, `.` or `..`.
bool StaysBelow(std::string_view path) {
  for (size_t begin = 0; begin <= path.size();) {
    size_t end = std::min(path.find('/', begin), path.size());
    std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

bool IsGoldenFolder(const std::string& root) {
  return StaysBelow(root) && (root == "golden" || root.ends_with("/golden"));
}

// Where a result's golden lies: its root, name and path. Nothing when that is not to be believed.
std::optional<PendingGolden> PlaceOf(const ScenarioResult& result,
                                     const std::optional<std::string>& golden_root) {
  std::string name = result.profile + "/" + result.id + std::string(kGoldenExtension);
  if (FindProfile(result.profile) == nullptr || !StaysBelow(name)) return std::nullopt;
  if (golden_root) return PendingGolden{*golden_root, name, PathBelow(*golden_root, name)};
  if (!result.golden_path.ends_with("/" + name)) return std::nullopt;
  std::string root = result.golden_path.substr(0, result.golden_path.size() - name.size() - 1);
  if (!IsGoldenFolder(root)) return std::nullopt;
  return PendingGolden{root, name, result.golden_path};
}

bool IsStreamOf(const ScenarioResult& result, Environment& environment) {
  Diagnostics diagnostics;
  auto source = std::make_shared<const SourceText>(result.golden_path, result.proposal->got);
  auto stream = ReadStream(source, diagnostics);
  environment.err << FormatDiagnostics(diagnostics);
  return stream && stream->scenario == result.id && stream->profile == result.profile;
}

// Whether the golden is what the earlier run compared with, or what it got.
bool IsAsReported(const PendingGolden& golden, const GoldenProposal& proposal, FileSystem& files) {
  GoldenFile file = GoldenStore(files, golden.root).Read(golden.name);
  if (file.status == GoldenFile::Status::kRefused) return false;
  if (file.status == GoldenFile::Status::kMissing) return !proposal.expected_digest;
  return file.text == proposal.got || HexText(Fnv1a(file.text)) == proposal.expected_digest;
}

void Refuse(const std::string& path, const std::string& why, Environment& environment) {
  environment.err << "streplay: " << EscapeControls(path) << ": " << why << "\n";
}

struct Proposed {
  PendingGolden golden;
  const ScenarioResult* result;
};

// Of those that can be believed; false when there are others.
bool FindProposed(const CheckReport& report, const std::optional<std::string>& golden_root,
                  std::vector<Proposed>& proposed, Environment& environment) {
  bool all_fit = true;
  for (const ScenarioResult& result : report.results) {
    if (!result.proposal) continue;
    if (auto golden = PlaceOf(result, golden_root)) {
      proposed.push_back({std::move(*golden), &result});
      continue;
    }
    all_fit = false;
    Refuse(result.golden_path,
           "is not where the golden of this scenario lies below a folder `golden` here; "
           "--golden DIR says where it does",
           environment);
  }
  return all_fit;
}

bool IsSelected(const PendingGolden& golden, const std::vector<PendingGolden>& selected) {
  return std::any_of(selected.begin(), selected.end(),
                     [&](const PendingGolden& each) { return each.path == golden.path; });
}

}  // namespace

std::optional<std::vector<GoldenAcceptance>> ReadReportedGoldens(
    const std::string& report_path, const std::vector<std::string>& suffixes,
    const std::optional<std::string>& golden_root, Environment& environment) {
  Diagnostics diagnostics;
  auto report = ReadWholeReport(report_path, environment, diagnostics);
  environment.err << FormatDiagnostics(diagnostics);
  if (!report) return std::nullopt;
  std::vector<Proposed> proposed;
  bool all_fit = FindProposed(*report, golden_root, proposed, environment);
  std::vector<PendingGolden> goldens;
  for (const Proposed& each : proposed) goldens.push_back(each.golden);
  auto selected = SelectPending(goldens, suffixes, environment);
  if (!selected) return std::nullopt;
  std::vector<GoldenAcceptance> acceptances;
  for (const Proposed& each : proposed) {
    if (!IsSelected(each.golden, *selected)) continue;
    const GoldenProposal& proposal = *each.result->proposal;
    bool is_stream = IsStreamOf(*each.result, environment);
    bool is_as_reported = IsAsReported(each.golden, proposal, environment.files);
    if (!is_stream) {
      Refuse(each.golden.path, "the report has no stream of this scenario for it", environment);
    } else if (!is_as_reported) {
      Refuse(each.golden.path, "is no longer what the report compared with", environment);
    }
    all_fit = all_fit && is_stream && is_as_reported;
    acceptances.push_back({each.golden.root, each.golden.name, each.golden.path, proposal.got});
  }
  if (!all_fit) return std::nullopt;
  return acceptances;
}

}  // namespace streplay
