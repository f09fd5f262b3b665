// An ObjectReader takes keys out of the object one by one; what is left at the end is unknown. The
// first problem wins: later takes do nothing, so a record's reader is a plain list of its keys.
#include "stream/record_reader.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/nearest_name.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr std::array<std::string_view, 6> kOps = {"run",   "element", "block",
                                                  "cache", "print",   "end"};

std::string NearestHint(std::string_view word, std::span<const std::string_view> known) {
  auto nearest = NearestName(word, known);
  return nearest ? "did you mean `" + std::string(*nearest) + "`?" : "";
}

class ObjectReader {
 public:
  ObjectReader(FieldValue json, RecordProblem& problem) : problem_(problem) {
    auto* fields = std::get_if<Fields>(&json.data);
    if (fields == nullptr) {
      Fail("", "a record is a JSON object");
    } else {
      fields_ = std::move(*fields);
    }
  }

  bool ok() const { return ok_; }

  std::string TakeString(std::string_view key) {
    return Take<std::string>(key, "a string").value_or("");
  }

  // Absent is the empty string; present must not be empty, or writing it again would differ.
  std::string TakeOptionalString(std::string_view key) {
    if (FindField(fields_, key) == nullptr) {
      known_.push_back(key);
      return {};
    }
    std::string value = TakeString(key);
    if (ok_ && value.empty()) Fail(key, "`" + std::string(key) + "` must not be empty");
    return value;
  }

  int TakeRunNumber(std::string_view key) {
    int64_t number = Take<int64_t>(key, "an integer").value_or(1);
    if (number >= 1 && number <= std::numeric_limits<int>::max()) return static_cast<int>(number);
    Fail(key, "`" + std::string(key) + "` must be the number of a run, from 1");
    return 1;
  }

  int64_t TakeInteger(std::string_view key) { return Take<int64_t>(key, "an integer").value_or(0); }

  Fields TakeFields(std::string_view key) {
    return Take<Fields>(key, "an object").value_or(Fields{});
  }

  DeltaPath TakePath(std::string_view key) {
    FieldList list = Take<FieldList>(key, "a list of indices").value_or(FieldList{});
    DeltaPath path;
    for (const FieldValue& item : list) {
      const auto* index = std::get_if<int64_t>(&item.data);
      if (index == nullptr || *index < 0 || *index > std::numeric_limits<int32_t>::max()) {
        Fail(key, "`" + std::string(key) + "` must be a list of indices");
        return {};
      }
      path.push_back(static_cast<int32_t>(*index));
    }
    if (path.empty()) Fail(key, "`" + std::string(key) + "` must not be empty");
    return path;
  }

  // A word of an enumeration: `parse` is its reader of stream/record.h.
  template <typename Enum>
  Enum TakeWord(std::string_view key, bool (*parse)(std::string_view, Enum&)) {
    Enum value{};
    std::string word = TakeString(key);
    if (ok_ && !parse(word, value)) Fail(key, "unknown " + std::string(key) + " `" + word + "`");
    return value;
  }

  void Fail(std::string_view key, std::string message, std::string hint = {}) {
    if (!ok_) return;
    ok_ = false;
    problem_ = {std::string(key), std::move(message), std::move(hint)};
  }

  // Call last: every key that nobody took is unknown.
  void RefuseOthers() {
    for (const auto& [name, value] : fields_) {
      if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
      Fail(name, "unknown key `" + name + "`", NearestHint(name, known_));
    }
  }

 private:
  template <typename T>
  std::optional<T> Take(std::string_view key, const char* kind) {
    known_.push_back(key);
    if (!ok_) return std::nullopt;
    for (auto& [name, value] : fields_) {
      if (name != key) continue;
      if (auto* data = std::get_if<T>(&value.data)) return std::move(*data);
      Fail(key, "`" + std::string(key) + "` must be " + kind);
      return std::nullopt;
    }
    Fail("", "the key `" + std::string(key) + "` is missing");
    return std::nullopt;
  }

  RecordProblem& problem_;
  Fields fields_;
  std::vector<std::string_view> known_;
  bool ok_ = true;
};

RunRecord ReadRun(ObjectReader& object) {
  RunRecord record;
  record.run = object.TakeRunNumber("run");
  record.session = object.TakeString("session");
  record.cause = object.TakeWord("cause", ParseRunCause);
  return record;
}

DeltaRecord ReadDelta(ObjectReader& object, DeltaRecord::Kind kind) {
  DeltaRecord record;
  record.kind = kind;
  record.path = object.TakePath("path");
  Element element;
  element.type = object.TakeString("type");
  if (kind == DeltaRecord::Kind::kElement) element.widget = object.TakeOptionalString("widget");
  element.fields = object.TakeFields("fields");
  record.element = std::make_shared<const Element>(std::move(element));
  record.replay = object.TakeOptionalString("replay");
  return record;
}

CacheRecord ReadCache(ObjectReader& object) {
  CacheRecord record;
  record.event = object.TakeWord("event", ParseCacheEvent);
  record.function = object.TakeString("function");
  if (record.event == CacheEvent::kMiss) {
    record.reason = object.TakeWord("reason", ParseMissReason);
  }
  return record;
}

EndRecord ReadEnd(ObjectReader& object) {
  EndRecord record;
  record.run = object.TakeRunNumber("run");
  record.status = object.TakeWord("status", ParseRunStatus);
  return record;
}

Record ReadByOp(ObjectReader& object, std::string_view op) {
  if (op == "run") return ReadRun(object);
  if (op == "element") return ReadDelta(object, DeltaRecord::Kind::kElement);
  if (op == "block") return ReadDelta(object, DeltaRecord::Kind::kBlock);
  if (op == "cache") return ReadCache(object);
  if (op == "print") return PrintRecord{object.TakeString("text")};
  if (op == "end") return ReadEnd(object);
  object.Fail("op", "unknown op `" + std::string(op) + "`", NearestHint(op, kOps));
  return PrintRecord{};
}

}  // namespace

std::optional<Record> ReadRecord(FieldValue json, RecordProblem& problem) {
  ObjectReader object(std::move(json), problem);
  std::string op = object.TakeString("op");
  if (!object.ok()) return std::nullopt;
  Record record = ReadByOp(object, op);
  object.RefuseOthers();
  if (!object.ok()) return std::nullopt;
  return record;
}

std::optional<StreamHeader> ReadHeader(FieldValue json, RecordProblem& problem) {
  ObjectReader object(std::move(json), problem);
  int64_t format = object.TakeInteger("streplay");
  if (object.ok() && format != kStreamFormat) {
    object.Fail("streplay", "format " + std::to_string(format) + " is not known",
                "this streplay reads format " + std::to_string(kStreamFormat));
  }
  StreamHeader header;
  header.scenario = object.TakeString("scenario");
  header.profile = object.TakeString("profile");
  object.RefuseOthers();
  if (!object.ok()) return std::nullopt;
  return header;
}

bool RunOrder::Accept(const Record& record, RecordProblem& problem) {
  if (const auto* run = std::get_if<RunRecord>(&record)) {
    if (inside_run_) {
      problem = {"op", "run " + std::to_string(last_run_) + " has no `end` before this", ""};
      return false;
    }
    if (run->run != last_run_ + 1) {
      problem = {"run",
                 "runs are numbered in order: this must be run " + std::to_string(last_run_ + 1),
                 ""};
      return false;
    }
    last_run_ = run->run;
    inside_run_ = true;
    return true;
  }
  if (!inside_run_ && !std::holds_alternative<CacheRecord>(record)) {
    problem = {"op", "stands outside a run", "a run starts with the op `run`"};
    return false;
  }
  if (const auto* end = std::get_if<EndRecord>(&record)) {
    if (end->run != last_run_) {
      problem = {
          "run",
          "ends run " + std::to_string(end->run) + " inside run " + std::to_string(last_run_), ""};
      return false;
    }
    inside_run_ = false;
  }
  return true;
}

bool RunOrder::AcceptEnd(RecordProblem& problem) const {
  if (!inside_run_) return true;
  problem = {"", "run " + std::to_string(last_run_) + " has no `end`", "the file was cut off"};
  return false;
}

}  // namespace streplay
