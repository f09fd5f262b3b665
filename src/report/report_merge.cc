#include "report/report_merge.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/result_text.h"

namespace streplay {
namespace {

class Merger {
 public:
  Merger(const std::vector<NamedReport>& reports, Diagnostics& diagnostics)
      : reports_(reports), diagnostics_(diagnostics) {}

  bool Fit() {
    size_t before = diagnostics_.size();
    const NamedReport& first = reports_.front();
    for (const NamedReport& other : reports_) CompareWithFirst(first, other);
    bool is_one_deal = diagnostics_.size() == before;
    if (is_one_deal && first.report.info.shard) FindGaps(*first.report.info.shard);
    if (is_one_deal) FindDoubles();
    return diagnostics_.size() == before;
  }

 private:
  void CompareWithFirst(const NamedReport& first, const NamedReport& other) {
    const RunInfo& a = first.report.info;
    const RunInfo& b = other.report.info;
    if (a.version != b.version) {
      Refuse(other, "it is of streplay " + b.version + ", and " + first.name + " of streplay " +
                        a.version);
    } else if (a.shard.has_value() != b.shard.has_value()) {
      Refuse(other, b.shard ? "it is a shard, and " + first.name + " is none"
                            : "it is no shard, and " + first.name + " is one");
    } else if (a.shard && (a.shard->count != b.shard->count || a.shard->kind != b.shard->kind)) {
      Refuse(other, "it is shard " + ShardText(*b.shard) + ", and " + first.name + " is shard " +
                        ShardText(*a.shard));
    }
  }

  void FindGaps(const ShardInfo& deal) {
    std::map<size_t, const NamedReport*> by_index;
    for (const NamedReport& report : reports_) {
      auto [known, is_new] = by_index.emplace(report.report.info.shard->index, &report);
      if (is_new) continue;
      Refuse(report, "shard " + ShardText(*report.report.info.shard) + " is in " +
                         known->second->name + " already");
    }
    std::string missing;
    size_t missing_count = deal.count - by_index.size();
    for (size_t index = 1, named = 0; index <= deal.count && named < kMaxNamed; ++index) {
      if (by_index.contains(index)) continue;
      missing += (named++ == 0 ? "" : ", ") + std::to_string(index);
    }
    if (missing_count == 0) return;
    if (missing_count > kMaxNamed) missing += ", …";
    AddError(diagnostics_, {},
             (missing_count == 1 ? "shard " : "shards ") + missing + " of " +
                 std::to_string(deal.count) + (missing_count == 1 ? " is missing" : " are missing"),
             "name the reports of all shards");
  }

  void FindDoubles() {
    std::map<std::pair<std::string, std::string>, const NamedReport*> known;
    size_t found = 0;
    for (const NamedReport& report : reports_) {
      for (const ScenarioResult& result : report.report.results) {
        auto [other, is_new] = known.emplace(std::pair(result.path, result.profile), &report);
        if (is_new || ++found > kMaxNamed) continue;
        std::string profile = result.profile.empty() ? "" : " " + result.profile;
        Refuse(report,
               "it holds " + result.path + profile + ", and so does " + other->second->name);
      }
    }
  }

  void Refuse(const NamedReport& report, std::string message) {
    AddError(diagnostics_, {std::make_shared<SourceText>(report.name, ""), {}, {}},
             std::move(message));
  }

  static constexpr size_t kMaxNamed = 10;

  const std::vector<NamedReport>& reports_;
  Diagnostics& diagnostics_;
};

// The order in which a check walks through folders: name by name, so that `/` comes before all.
bool ComesBefore(const ScenarioResult& a, const ScenarioResult& b) {
  auto rank = [](char letter) {
    return letter == '/' ? 0 : 1 + static_cast<unsigned char>(letter);
  };
  return std::lexicographical_compare(
      a.path.begin(), a.path.end(), b.path.begin(), b.path.end(),
      [&rank](char left, char right) { return rank(left) < rank(right); });
}

// A shard is no full run, so there is only something where whole checks are merged.
void Append(ObsoleteGoldens& all, const ObsoleteGoldens& more) {
  if (!more.IsWorthTelling()) return;
  if (!all.IsWorthTelling() || more.fails()) all.fate = more.fate;
  all.paths.insert(all.paths.end(), more.paths.begin(), more.paths.end());
  std::sort(all.paths.begin(), all.paths.end());
  if (all.error.empty()) all.error = more.error;
}

}  // namespace

std::optional<CheckReport> MergeReports(std::vector<NamedReport> reports,
                                        Diagnostics& diagnostics) {
  if (!Merger(reports, diagnostics).Fit()) return std::nullopt;
  CheckReport merged;
  merged.info = reports.front().report.info;
  merged.info.shard.reset();
  for (NamedReport& named : reports) {
    Append(merged.totals.obsolete, named.report.totals.obsolete);
    merged.totals.scenario_count += named.report.totals.scenario_count;
    for (ScenarioResult& result : named.report.results) {
      merged.totals.Add(result);
      merged.results.push_back(std::move(result));
    }
  }
  merged.info.scenario_count = merged.totals.scenario_count;
  std::stable_sort(merged.results.begin(), merged.results.end(), ComesBefore);
  return merged;
}

}  // namespace streplay
