// The records of an element stream (specs/stream-format.md): what happened, in order. The model and
// an external implementation both end here, so nothing after this point can tell them apart.
#ifndef STREPLAY_STREAM_RECORD_H_
#define STREPLAY_STREAM_RECORD_H_

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "stream/delta_path.h"
#include "stream/field_value.h"

namespace streplay {

// What a delta shows, without where: immutable once enqueued, and shared by a replay with the
// recording it came from.
struct Element {
  std::string type;    // the delta's protobuf name: `markdown`, `checkbox`, `tab_container`, …
  std::string widget;  // the widget id; empty when the element is no widget
  Fields fields;

  bool operator==(const Element&) const = default;
};

using ElementPtr = std::shared_ptr<const Element>;

enum class RunCause { kRun, kInteract, kCall, kRerun };

// A script run starts. Runs are numbered from 1 over all sessions of a scenario.
struct RunRecord {
  int run = 0;
  std::string session;
  RunCause cause = RunCause::kRun;
  bool operator==(const RunRecord&) const = default;
};

// One delta, in the order in which it was enqueued; never coalesced. A block makes a container.
struct DeltaRecord {
  enum class Kind { kElement, kBlock };
  Kind kind = Kind::kElement;
  DeltaPath path;
  ElementPtr element;  // never null
  std::string replay;  // the cached function being replayed; empty when it was executed

  bool operator==(const DeltaRecord& other) const {
    return kind == other.kind && path == other.path && *element == *other.element &&
           replay == other.replay;
  }
};

enum class CacheEvent { kMiss, kHit, kStore, kDiscard, kEvict, kClear };
enum class MissReason { kNone, kNoEntry, kNewWidgetValues, kExpired, kInvalid };

// The model's own evidence of what a cache did; external implementations have none.
struct CacheRecord {
  CacheEvent event = CacheEvent::kMiss;
  std::string function;
  MissReason reason = MissReason::kNone;  // of a miss
  bool operator==(const CacheRecord&) const = default;
};

struct PrintRecord {
  std::string text;  // one line, without its line break
  bool operator==(const PrintRecord&) const = default;
};

enum class RunStatus { kOk, kException, kStop, kRerun, kDeadlock, kLimit, kSyntaxError };

struct EndRecord {
  int run = 0;
  RunStatus status = RunStatus::kOk;
  bool operator==(const EndRecord&) const = default;
};

using Record = std::variant<RunRecord, DeltaRecord, CacheRecord, PrintRecord, EndRecord>;

// The words of the stream format for the enumerations; the readers return false for other words.
std::string_view RunCauseName(RunCause cause);
std::string_view CacheEventName(CacheEvent event);
std::string_view MissReasonName(MissReason reason);
std::string_view RunStatusName(RunStatus status);
bool ParseRunCause(std::string_view name, RunCause& cause);
bool ParseCacheEvent(std::string_view name, CacheEvent& event);
bool ParseMissReason(std::string_view name, MissReason& reason);
bool ParseRunStatus(std::string_view name, RunStatus& status);

}  // namespace streplay

#endif  // STREPLAY_STREAM_RECORD_H_
