// Answers are read for what the protocol says and no more: further keys are ignored, so that an
// adapter of a later streplay still works. Records are checked to the last key.
#include "adapter/protocol.h"

#include <utility>
#include <variant>

#include "adapter/scenario_request.h"
#include "base/utf8.h"
#include "stream/json_reader.h"
#include "stream/record_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kShownCodePoints = 120;

// The beginning of a line that is not what it should be.
std::string Shown(std::string_view line) {
  if (FindInvalidUtf8(line)) return "bytes that are no UTF-8";
  std::string text(line.substr(0, OffsetOfCodePoint(line, kShownCodePoints)));
  return "`" + text + (text.size() < line.size() ? "…" : "") + "`";
}

template <typename T>
const T* Find(const Fields& fields, std::string_view key) {
  const FieldValue* value = FindField(fields, key);
  return value == nullptr ? nullptr : std::get_if<T>(&value->data);
}

std::string TextOr(const Fields& fields, std::string_view key, const char* otherwise) {
  const auto* text = Find<std::string>(fields, key);
  return text == nullptr ? otherwise : *text;
}

std::optional<Fields> ReadObject(std::string_view line, std::string& problem) {
  if (line.empty()) {
    problem = "an empty line is no answer";
    return std::nullopt;
  }
  JsonError error;
  std::optional<FieldValue> json;
  if (!FindInvalidUtf8(line)) json = ReadJson(line, error);
  if (json) {
    if (auto* fields = std::get_if<Fields>(&json->data)) return std::move(*fields);
  }
  problem = Shown(line) + " is no JSON object";
  if (!error.message.empty()) {
    problem += ": " + error.message + " at byte " + std::to_string(error.offset + 1);
  }
  return std::nullopt;
}

std::string RecordProblemText(size_t index, const RecordProblem& problem) {
  std::string text = "record " + std::to_string(index + 1) + ": " + problem.message;
  if (problem.key == "op") text += " (`op`)";
  return problem.hint.empty() ? text : text + "; " + problem.hint;
}

std::optional<RunAnswer> ReadRecords(FieldList list, std::string& problem) {
  RunAnswer answer;
  RunOrder order;
  RecordProblem found;
  for (size_t i = 0; i < list.size(); ++i) {
    std::optional<Record> record = ReadRecord(std::move(list[i]), found);
    if (!record || !order.Accept(*record, found)) {
      problem = RecordProblemText(i, found);
      return std::nullopt;
    }
    answer.records.push_back(std::move(*record));
  }
  if (order.AcceptEnd(found)) return answer;
  problem = "the stream: " + found.message;
  return std::nullopt;
}

std::optional<RunAnswer> ReadError(const FieldValue& error, std::string& problem) {
  const auto* fields = std::get_if<Fields>(&error.data);
  const auto* phase = fields == nullptr ? nullptr : Find<std::string>(*fields, "phase");
  const auto* message = fields == nullptr ? nullptr : Find<std::string>(*fields, "message");
  if (phase == nullptr || message == nullptr) {
    problem = "`error` must have the texts `phase` and `message`";
    return std::nullopt;
  }
  return RunAnswer{RunAnswer::Kind::kError, {}, *phase, *message, ""};
}

std::optional<RunAnswer> ReadByKind(Fields& fields, std::string& problem) {
  if (const FieldValue* stream = FindField(fields, "stream")) {
    if (const auto* list = std::get_if<FieldList>(&stream->data)) {
      return ReadRecords(*list, problem);
    }
    problem = "`stream` must be a list of records";
  } else if (FindField(fields, "skipped") != nullptr) {
    if (const auto* why = Find<std::string>(fields, "skipped")) {
      return RunAnswer{RunAnswer::Kind::kSkipped, {}, "", *why, TextOr(fields, "issue", "")};
    }
    problem = "`skipped` must be a text";
  } else if (const FieldValue* error = FindField(fields, "error")) {
    return ReadError(*error, problem);
  } else {
    problem = "the answer has none of `stream`, `skipped` and `error`";
  }
  return std::nullopt;
}

}  // namespace

std::string AdapterInfoText(const AdapterInfo& info) {
  std::string text = info.name + " " + info.version;
  return info.language.empty() ? text : text + " (" + info.language + ")";
}

std::string HelloRequest() {
  return R"({"cmd":"hello","protocol":)" + std::to_string(kAdapterProtocol) + "}";
}

std::string ByeRequest() {
  return R"({"cmd":"bye"})";
}

std::string UnknownRequest() {
  return R"({"cmd":"streplay-unknown"})";
}

std::string RunRequest(int64_t id, const Scenario& scenario, std::chrono::milliseconds budget) {
  std::string text = R"({"cmd":"run","id":)" + std::to_string(id) + R"(,"scenario":)";
  AppendFieldValue(text, ScenarioRequest(scenario));
  return text + R"(,"budget_ms":)" + std::to_string(budget.count()) + "}";
}

std::optional<AdapterInfo> ReadHelloAnswer(std::string_view line, std::string& problem) {
  std::optional<Fields> fields = ReadObject(line, problem);
  if (!fields) return std::nullopt;
  if (Find<int64_t>(*fields, "protocol") == nullptr) {
    problem = Shown(line) + " is no answer to hello: it must have the integer `protocol`";
    return std::nullopt;
  }
  AdapterInfo info;
  info.name = TextOr(*fields, "name", "");
  info.version = TextOr(*fields, "version", "");
  info.language = TextOr(*fields, "language", "");
  if (info.name.empty() || info.version.empty()) {
    problem = "the answer to hello must have the texts `name` and `version`";
    return std::nullopt;
  }
  if (const auto* features = Find<FieldList>(*fields, "features")) {
    for (const FieldValue& feature : *features) {
      if (const auto* text = std::get_if<std::string>(&feature.data)) {
        info.features.push_back(*text);
      }
    }
  }
  return info;
}

std::optional<RunAnswer> ReadRunAnswer(std::string_view line, int64_t id, std::string& problem) {
  std::optional<Fields> fields = ReadObject(line, problem);
  if (!fields) return std::nullopt;
  const auto* got = Find<int64_t>(*fields, "id");
  if (got == nullptr || *got != id) {
    std::string wanted = "an answer to case " + std::to_string(id) + " was due, ";
    problem = wanted + (got == nullptr ? "but " + Shown(line) + " came, which names none"
                                       : "and one to case " + std::to_string(*got) + " came");
    return std::nullopt;
  }
  return ReadByKind(*fields, problem);
}

bool IsErrorAnswer(std::string_view line, std::string& problem) {
  std::optional<Fields> fields = ReadObject(line, problem);
  if (!fields) return false;
  const FieldValue* error = FindField(*fields, "error");
  if (error != nullptr) return ReadError(*error, problem).has_value();
  problem = Shown(line) + " has no `error`";
  return false;
}

std::optional<int64_t> ProtocolOf(std::string_view line) {
  std::string problem;
  std::optional<Fields> fields = ReadObject(line, problem);
  const auto* number = fields ? Find<int64_t>(*fields, "protocol") : nullptr;
  if (number == nullptr) return std::nullopt;
  return *number;
}

}  // namespace streplay
