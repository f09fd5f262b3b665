// The document becomes a value, then the model; the first thing that is wrong ends it all. What the
// footer counts must be what stands before it.
#include "report/report_reader.h"

#include <cstdint>

#include "report/json_members.h"
#include "report/json_reporter.h"
#include "report/outcome_word.h"
#include "stream/json_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

// The values of a golden stand some levels deeper here.
constexpr size_t kMaxReportDepth = kMaxJsonDepth + 20;

using Reader = JsonMembersReader;

// The members of list `name`, each made by `read(Reader&)`.
template <typename Item, typename Read>
std::vector<Item> ReadItems(Reader& parent, std::string_view name, std::string& problem,
                            Read read) {
  std::vector<Item> items;
  for (const FieldValue& value : parent.OptionalList(name)) {
    std::string place = parent.PlaceOf(name) + "[" + std::to_string(items.size()) + "]";
    Reader reader(value, std::move(place), problem);
    items.push_back(read(reader));
  }
  return items;
}

class DocumentReader {
 public:
  explicit DocumentReader(const FieldValue& document) : document_(document, "", problem_) {}

  // Empty when all is well.
  const std::string& problem() const { return problem_; }

  CheckReport Read() {
    CheckReport report;
    size_t format = document_.Count("streplay_report");
    if (format != kReportFormat) document_.Refuse("streplay_report", "is no format that is known");
    report.info = ReadInfo();
    document_.List("results");
    report.results = ReadItems<ScenarioResult>(document_, "results", problem_,
                                               [this](Reader& r) { return ReadResult(r); });
    report.totals = ReadFooter();
    report.info.scenario_count = report.totals.scenario_count;
    CheckTotals(report);
    return report;
  }

 private:
  RunInfo ReadInfo() {
    RunInfo info;
    info.version = document_.Text("version");
    info.in_ci = document_.OptionalFlag("ci");
    if (document_.Has("shard")) {
      Reader shard = document_.Object("shard");
      info.shard = ShardInfo{shard.Count("index"), shard.Count("count"), shard.Text("kind")};
      bool fits = info.shard->index >= 1 && info.shard->index <= info.shard->count;
      if (!fits) shard.Refuse("index", "is out of range");
    }
    return info;
  }

  ScenarioResult ReadResult(Reader& reader) {
    ScenarioResult result;
    result.path = reader.Text("path");
    result.id = reader.OptionalText("scenario");
    result.profile = reader.OptionalText("profile");
    result.title = reader.OptionalText("title");
    result.outcome = ReadWord(reader, "outcome", ParseOutcome);
    result.run_count = reader.Count("runs");
    result.record_count = reader.Count("records");
    result.rules = ReadTexts(reader, "rules");
    result.golden_path = reader.OptionalText("golden_path");
    result.golden_written = reader.OptionalFlag("golden_written");
    result.pending_path = reader.OptionalText("pending_path");
    result.differences = ReadItems<ReportedDifference>(
        reader, "differences", problem_, [this](Reader& r) { return ReadDifference(r); });
    result.expectations = ReadItems<ReportedExpectation>(
        reader, "expectations", problem_, [this](Reader& r) { return ReadExpectation(r); });
    result.diagnostics = ReadItems<Diagnostic>(reader, "diagnostics", problem_,
                                               [this](Reader& r) { return ReadDiagnostic(r); });
    result.error = reader.OptionalText("error");
    result.skip_reason = reader.OptionalText("skip_reason");
    if (reader.Has("golden")) result.proposal = ReadProposal(reader.Object("golden"));
    return result;
  }

  template <typename Word>
  Word ReadWord(Reader& reader, std::string_view name,
                std::optional<Word> (*parse)(std::string_view)) {
    std::optional<Word> word = parse(reader.Text(name));
    if (!word) reader.Refuse(name, "is no word that is known");
    return word.value_or(Word{});
  }

  static std::vector<std::string> ReadTexts(Reader& reader, std::string_view name) {
    std::vector<std::string> texts;
    for (const FieldValue& value : reader.OptionalList(name)) {
      const auto* text = std::get_if<std::string>(&value.data);
      if (text == nullptr) reader.Refuse(name, "holds what is no text");
      texts.push_back(text == nullptr ? "" : *text);
    }
    return texts;
  }

  ReportedDifference ReadDifference(Reader& reader) {
    ReportedDifference reported;
    Difference& difference = reported.difference;
    difference.kind = ReadWord(reader, "kind", ParseKind);
    difference.run = static_cast<int>(reader.Count("run"));
    difference.what = reader.Text("what");
    if (reader.Has("path")) difference.path = ReadPath(reader);
    difference.field = reader.OptionalText("field");
    difference.expected = ReadSide(reader, "expected", difference.kind);
    difference.got = ReadSide(reader, "got", difference.kind);
    difference.following = reader.OptionalCount("following");
    if (reader.Has("expected_record")) {
      difference.expected_record = reader.Count("expected_record");
    }
    if (reader.Has("got_record")) difference.got_record = reader.Count("got_record");
    reported.golden_line = static_cast<int>(reader.OptionalCount("golden_line"));
    if (reader.Has("step")) {
      Reader step = reader.Object("step");
      reported.origin = {step.Text("text"), ReadRange(step, nullptr)};
    }
    return reported;
  }

  DeltaPath ReadPath(Reader& reader) {
    DeltaPath path;
    for (const FieldValue& value : reader.List("path")) {
      const auto* index = std::get_if<int64_t>(&value.data);
      bool fits = index != nullptr && *index >= INT32_MIN && *index <= INT32_MAX;
      if (!fits) reader.Refuse("path", "holds what is no index");
      path.push_back(fits ? static_cast<int32_t>(*index) : 0);
    }
    return path;
  }

  std::optional<std::string> ReadSide(Reader& reader, std::string_view name,
                                      Difference::Kind kind) {
    if (!reader.Has(name)) return std::nullopt;
    if (kind == Difference::Kind::kForm) return reader.Text(name);
    return FieldValueText(reader.Value(name));
  }

  ReportedExpectation ReadExpectation(Reader& reader) {
    return {ReadRange(reader, nullptr), static_cast<int>(reader.Count("run")),
            reader.Text("what"),        reader.Text("expected"),
            reader.Text("got"),         reader.OptionalText("run_end")};
  }

  Diagnostic ReadDiagnostic(Reader& reader) {
    Diagnostic diagnostic;
    diagnostic.severity = ReadWord(reader, "severity", ParseSeverity);
    diagnostic.message = reader.Text("message");
    diagnostic.hint = reader.OptionalText("hint");
    std::string line = reader.OptionalText("source");
    diagnostic.range = ReadRange(reader, reader.Has("source") ? &line : nullptr);
    return diagnostic;
  }

  SourceRange ReadRange(Reader& reader, const std::string* line) {
    if (!reader.Has("at")) return {};
    Reader place = reader.Object("at");
    std::string file = place.Text("file");
    // Without its line the text is an empty one that begins far behind.
    constexpr int kBehind = INT32_MAX;
    if (!place.Has("line")) return {std::make_shared<SourceText>(file, "", kBehind), {}, {}};
    auto number = [&place](const char* name) { return static_cast<int>(place.Count(name)); };
    Position begin = {number("line"), number("column")};
    int first = line == nullptr || line->find('\n') != std::string::npos ? kBehind : begin.line;
    if (begin.line == 0 || begin.column == 0) place.Refuse("line", "is out of range");
    return {std::make_shared<SourceText>(file, first == kBehind ? "" : *line, first),
            begin,
            {number("end_line"), number("end_column")}};
  }

  static GoldenProposal ReadProposal(Reader reader) {
    GoldenProposal proposal;
    bool is_missing = std::holds_alternative<std::nullptr_t>(reader.Value("expected_digest").data);
    if (!is_missing) proposal.expected_digest = reader.Text("expected_digest");
    proposal.got = reader.Text("got");
    return proposal;
  }

  Totals ReadFooter() {
    Totals totals;
    Reader footer = document_.Object("footer");
    if (!footer.OptionalFlag("complete")) footer.Refuse("complete", "is not true");
    if (document_.Has("obsolete")) totals.obsolete = ReadObsolete(document_.Object("obsolete"));
    Reader counts = footer.Object("counts");
    totals.scenario_count = counts.Count("scenarios");
    for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
      totals.by_outcome[i] = counts.Count(OutcomeWord(static_cast<CheckOutcome>(i)));
    }
    totals.run_count = counts.Count("runs");
    totals.record_count = counts.Count("records");
    return totals;
  }

  ObsoleteGoldens ReadObsolete(Reader reader) {
    ObsoleteGoldens obsolete;
    obsolete.fate = ReadWord(reader, "fate", ParseFate);
    obsolete.paths = ReadTexts(reader, "paths");
    obsolete.error = reader.OptionalText("error");
    return obsolete;
  }

  void CheckTotals(const CheckReport& report) {
    Totals counted;
    counted.scenario_count = report.totals.scenario_count;
    counted.obsolete = report.totals.obsolete;
    for (const ScenarioResult& result : report.results) counted.Add(result);
    if (!(counted == report.totals))
      document_.Refuse("footer", "does not count what stands before");
  }

  std::string problem_;
  Reader document_;
};

void Refuse(const std::string& name, const SourceTextPtr& source, size_t offset,
            std::string message, std::string hint, Diagnostics& diagnostics) {
  // A report is mostly long lines that nobody wants to see.
  auto unseen = std::make_shared<SourceText>(name, "", INT32_MAX);
  Position at = source ? source->PositionAt(offset) : Position{};
  AddError(diagnostics, {unseen, at, at}, std::move(message), std::move(hint));
}

bool IsCutOff(const std::string& text) {
  size_t last = text.find_last_not_of(" \t\r\n");
  return last == std::string::npos || text[last] != '}' || text.find("\"footer\"") == text.npos;
}

}  // namespace

std::optional<CheckReport> ReadReport(const std::string& name, const std::string& text,
                                      Diagnostics& diagnostics) {
  JsonError error;
  std::optional<FieldValue> document = ReadJson(text, error, kMaxReportDepth);
  if (!document && text.find("\"streplay_report\"") != std::string::npos && IsCutOff(text)) {
    Refuse(name, nullptr, 0, "the report is cut off: it ends before its footer",
           "run the check again", diagnostics);
    return std::nullopt;
  }
  if (!document) {
    Refuse(name, std::make_shared<SourceText>(name, text), error.offset, std::move(error.message),
           "a report is what `streplay check --report json:FILE` writes", diagnostics);
    return std::nullopt;
  }
  DocumentReader reader(*document);
  CheckReport report = reader.Read();
  if (reader.problem().empty()) return report;
  Refuse(name, nullptr, 0, "no report: " + reader.problem(),
         "a report is what `streplay check --report json:FILE` writes", diagnostics);
  return std::nullopt;
}

}  // namespace streplay
