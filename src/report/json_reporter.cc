// One line a result. Members that have nothing to say are left out; both sides of a difference are
// canonical JSON already.
#include "report/json_reporter.h"

#include "report/json_text.h"
#include "report/outcome_word.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

// Longer lines are not worth their bytes: a diagnostic shows little of them.
constexpr size_t kMaxKeptLine = 4096;

template <typename Number>
std::string NumberText(Number number) {
  return std::to_string(number);
}

void AddText(JsonMembers& members, std::string_view name, std::string_view text) {
  if (!text.empty()) members.emplace_back(name, JsonText(text));
}

template <typename Item, typename Write>
void AddList(JsonMembers& members, std::string_view name, const std::vector<Item>& items,
             Write write) {
  if (!items.empty()) members.emplace_back(name, JsonList(items, write));
}

void AddRange(JsonMembers& members, const SourceRange& range) {
  if (!range.source) return;
  JsonMembers place = {{"file", JsonText(range.source->name())}};
  if (range.begin.line > 0) {
    place.emplace_back("line", NumberText(range.begin.line));
    place.emplace_back("column", NumberText(range.begin.column));
    place.emplace_back("end_line", NumberText(range.end.line));
    place.emplace_back("end_column", NumberText(range.end.column));
  }
  members.emplace_back("at", JsonObject(place));
}

std::string OriginJson(const RunOrigin& origin) {
  JsonMembers members = {{"text", JsonText(origin.step)}};
  AddRange(members, origin.range);
  return JsonObject(members);
}

// What a golden's form differs in is a line of it, not JSON.
std::string SideJson(Difference::Kind kind, const std::string& side) {
  return kind == Difference::Kind::kForm ? JsonText(side) : WithControlsEscaped(side);
}

std::string DifferenceJson(const ReportedDifference& reported) {
  const Difference& difference = reported.difference;
  JsonMembers members = {{"kind", JsonText(KindWord(difference.kind))},
                         {"run", NumberText(difference.run)}};
  if (!reported.origin.step.empty()) members.emplace_back("step", OriginJson(reported.origin));
  members.emplace_back("what", JsonText(difference.what));
  if (difference.path) members.emplace_back("path", PathText(*difference.path));
  AddText(members, "field", difference.field);
  if (difference.expected) {
    members.emplace_back("expected", SideJson(difference.kind, *difference.expected));
  }
  if (difference.got) members.emplace_back("got", SideJson(difference.kind, *difference.got));
  if (difference.following > 0) {
    members.emplace_back("following", NumberText(difference.following));
  }
  if (reported.golden_line > 0) {
    members.emplace_back("golden_line", NumberText(reported.golden_line));
  }
  if (difference.expected_record) {
    members.emplace_back("expected_record", NumberText(*difference.expected_record));
  }
  if (difference.got_record) members.emplace_back("got_record", NumberText(*difference.got_record));
  return JsonObject(members);
}

std::string ExpectationJson(const ReportedExpectation& expectation) {
  JsonMembers members = {{"what", JsonText(expectation.what)},
                         {"run", NumberText(expectation.run)},
                         {"expected", JsonText(expectation.expected)},
                         {"got", JsonText(expectation.got)}};
  AddText(members, "run_end", expectation.run_end);
  AddRange(members, expectation.range);
  return JsonObject(members);
}

std::string DiagnosticJson(const Diagnostic& diagnostic) {
  JsonMembers members = {{"severity", JsonText(SeverityName(diagnostic.severity))},
                         {"message", JsonText(diagnostic.message)}};
  AddText(members, "hint", diagnostic.hint);
  const SourceRange& range = diagnostic.range;
  AddRange(members, range);
  if (range.source && range.source->HasLine(range.begin.line)) {
    std::string_view line = range.source->Line(range.begin.line);
    if (line.size() <= kMaxKeptLine) members.emplace_back("source", JsonText(line));
  }
  return JsonObject(members);
}

std::string ProposalJson(const GoldenProposal& proposal, const std::string& path) {
  const std::optional<std::string>& digest = proposal.expected_digest;
  return JsonObject({{"path", JsonText(path)},
                     {"expected_digest", digest ? JsonText(*digest) : "null"},
                     {"got", JsonText(proposal.got)}});
}

std::string ResultJson(const ScenarioResult& result) {
  JsonMembers members = {{"path", JsonText(result.path)}};
  AddText(members, "scenario", result.id);
  AddText(members, "profile", result.profile);
  AddText(members, "title", result.title);
  members.emplace_back("outcome", JsonText(OutcomeWord(result.outcome)));
  members.emplace_back("runs", NumberText(result.run_count));
  members.emplace_back("records", NumberText(result.record_count));
  AddList(members, "rules", result.rules, JsonText);
  AddText(members, "golden_path", result.golden_path);
  if (result.golden_written) members.emplace_back("golden_written", "true");
  AddText(members, "pending_path", result.pending_path);
  AddList(members, "differences", result.differences, DifferenceJson);
  AddList(members, "expectations", result.expectations, ExpectationJson);
  AddList(members, "diagnostics", result.diagnostics, DiagnosticJson);
  AddText(members, "error", result.error);
  AddText(members, "skip_reason", result.skip_reason);
  if (result.proposal) {
    members.emplace_back("golden", ProposalJson(*result.proposal, result.golden_path));
  }
  return JsonObject(members);
}

std::string ObsoleteJson(const ObsoleteGoldens& obsolete) {
  JsonMembers members = {{"fate", JsonText(FateWord(obsolete.fate))},
                         {"paths", JsonList(obsolete.paths, JsonText)}};
  AddText(members, "error", obsolete.error);
  return JsonObject(members);
}

std::string CountsJson(const Totals& totals) {
  JsonMembers members = {{"scenarios", NumberText(totals.scenario_count)}};
  for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
    auto outcome = static_cast<CheckOutcome>(i);
    members.emplace_back(OutcomeWord(outcome), NumberText(totals.Of(outcome)));
  }
  members.emplace_back("runs", NumberText(totals.run_count));
  members.emplace_back("records", NumberText(totals.record_count));
  return JsonObject(members);
}

}  // namespace

void JsonReporter::Begin(const RunInfo& info) {
  JsonMembers head = {{"streplay_report", NumberText(kReportFormat)},
                      {"version", JsonText(info.version)},
                      {"ci", JsonBool(info.in_ci)}};
  if (info.shard) {
    head.emplace_back("shard", JsonObject({{"index", NumberText(info.shard->index)},
                                           {"count", NumberText(info.shard->count)},
                                           {"kind", JsonText(info.shard->kind)}}));
  }
  std::string text = JsonObject(head);
  text.pop_back();  // the document goes on
  out_ << text << ",\"results\":[";
}

void JsonReporter::Finished(const ScenarioResult& result) {
  out_ << (any_result_ ? ",\n" : "\n") << ResultJson(result);
  any_result_ = true;
}

void JsonReporter::End(const Totals& totals) {
  out_ << "\n],";
  if (totals.obsolete.IsWorthTelling()) {
    out_ << "\"obsolete\":" << ObsoleteJson(totals.obsolete) << ",";
  }
  out_ << "\"footer\":" << JsonObject({{"complete", "true"}, {"counts", CountsJson(totals)}})
       << "}\n";
}

}  // namespace streplay
