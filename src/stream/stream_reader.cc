// Line by line: JSON, then the record's shape, then its place in the order of runs. A line that
// fails does not stop the next ones, but the order is judged only up to the first failure.
#include "stream/stream_reader.h"

#include "base/utf8.h"
#include "stream/json_reader.h"
#include "stream/record_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kMaxReported = 20;  // errors of one file

bool IsConflictMarker(std::string_view line) {
  for (std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
    if (!line.starts_with(marker)) continue;
    if (line.size() == marker.size() || line[marker.size()] == ' ') return true;
  }
  return false;
}

SourceRange WholeLine(const SourceTextPtr& source, int line) {
  auto width = static_cast<int>(CountCodePoints(source->Line(line)));
  return {source, {line, 1}, {line, std::max(width, 1) + 1}};
}

// JSON keeps no positions, so a key is found again by its text; the whole line when it is not.
SourceRange KeyRange(const SourceTextPtr& source, int line, const std::string& key) {
  std::string_view text = source->Line(line);
  std::string quoted = JsonStringText(key);
  size_t offset = text.find(quoted + ":");
  if (key.empty() || offset == std::string_view::npos) return WholeLine(source, line);
  auto column = static_cast<int>(CountCodePoints(text.substr(0, offset))) + 1;
  return {source, {line, column}, {line, column + static_cast<int>(CountCodePoints(quoted))}};
}

std::optional<Position> FindConflictMarker(const SourceText& source) {
  for (int line = 1; line <= source.line_count(); ++line) {
    if (IsConflictMarker(source.Line(line))) return Position{line, 1};
  }
  return std::nullopt;
}

class GoldenReader {
 public:
  GoldenReader(SourceTextPtr source, Diagnostics& diagnostics)
      : source_(std::move(source)), diagnostics_(diagnostics) {}

  std::optional<ElementStream> Read() {
    for (int line = 1; line <= LastLine() && errors_ < kMaxReported; ++line) ReadLine(line);
    RecordProblem problem;
    if (errors_ == 0 && !order_.AcceptEnd(problem)) AddProblem(LastLine(), problem);
    if (errors_ > 0) return std::nullopt;
    return std::move(stream_);
  }

 private:
  // The text after the last line break is a line only when it is not empty.
  int LastLine() const {
    int last = source_->line_count();
    bool ended = !source_->text().empty() && source_->text().back() == '\n';
    return ended ? last - 1 : last;
  }

  void ReadLine(int line) {
    std::string_view text = source_->Line(line);
    if (auto invalid = FindInvalidUtf8(text)) {
      return Add({source_, ColumnAt(line, *invalid), ColumnAt(line, *invalid)}, "not valid UTF-8",
                 "");
    }
    JsonError error;
    std::optional<FieldValue> json = ReadJson(text, error);
    if (!json) {
      Position at = ColumnAt(line, error.offset);
      return Add({source_, at, at}, std::move(error.message),
                 line == 1 ? "the first line names the scenario and the profile"
                           : "every line is one JSON object");
    }
    line == 1 ? TakeHeader(std::move(*json)) : TakeRecord(line, std::move(*json));
  }

  void TakeHeader(FieldValue json) {
    RecordProblem problem;
    std::optional<StreamHeader> header = ReadHeader(std::move(json), problem);
    if (!header) return AddProblem(1, problem);
    stream_.scenario = std::move(header->scenario);
    stream_.profile = std::move(header->profile);
  }

  void TakeRecord(int line, FieldValue json) {
    RecordProblem problem;
    std::optional<Record> record = ReadRecord(std::move(json), problem);
    if (!record) return AddProblem(line, problem);
    if (errors_ == 0 && !order_.Accept(*record, problem)) return AddProblem(line, problem);
    stream_.records.push_back(std::move(*record));
  }

  Position ColumnAt(int line, size_t offset) const {
    std::string_view before = source_->Line(line).substr(0, offset);
    return {line, static_cast<int>(CountCodePoints(before)) + 1};
  }

  void AddProblem(int line, const RecordProblem& problem) {
    Add(KeyRange(source_, line, problem.key), problem.message, problem.hint);
  }

  void Add(SourceRange range, std::string message, std::string hint) {
    ++errors_;
    AddError(diagnostics_, std::move(range), std::move(message), std::move(hint));
  }

  SourceTextPtr source_;
  Diagnostics& diagnostics_;
  ElementStream stream_;
  RunOrder order_;
  size_t errors_ = 0;
};

}  // namespace

std::optional<ElementStream> ReadStream(const SourceTextPtr& source, Diagnostics& diagnostics) {
  if (auto marker = FindConflictMarker(*source)) {
    AddError(diagnostics, WholeLine(source, marker->line),
             "a merge left its conflict markers in this golden",
             "resolve the merge, or record the golden again with --update");
    return std::nullopt;
  }
  if (source->text().empty()) {
    AddError(diagnostics, {source, {}, {}}, "the golden is empty", "record it again with --update");
    return std::nullopt;
  }
  return GoldenReader(source, diagnostics).Read();
}

}  // namespace streplay
