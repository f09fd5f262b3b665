// Why the call of a cached function hit or missed, as plain data: what the runtime saw while it
// answered the call. Collected only when asked for (SimulateWithEvidence); texts of values are
// reprs that were made without running any of the script.
#ifndef STREPLAY_RUNTIME_CALL_EVIDENCE_H_
#define STREPLAY_RUNTIME_CALL_EVIDENCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "registry/vocabulary.h"
#include "stream/record.h"

namespace streplay {

// When something happened.
struct Moment {
  size_t step_index = 0;     // the step of the scenario
  int run = 0;               // 0: between runs
  int64_t microseconds = 0;  // since the scenario began
};

struct ArgumentEvidence {
  enum class Use {
    kKeyed,       // part of the key
    kUnderscore,  // left out of the key for its name
    kDefault,     // not given: left out, whatever the default is
    kUnhashable,  // what makes the call fail
  };
  std::string name;  // empty: one of *args
  std::string value;
  Use use = Use::kKeyed;
};

struct WidgetEvidence {
  std::string id;
  std::string command;  // "checkbox"
  std::string label;
  std::optional<std::string> user_key;
};

// A widget that the lookup asked for its value.
struct WidgetInput {
  WidgetEvidence widget;
  std::optional<std::string> value;  // nothing: the session has it not in its state
  bool is_in_state = false;          // false with a value: it would start with it
  // In a tree: the values for which there is a branch here.
  std::vector<std::string> branches;
};

// What an entry demands of a widget.
struct EntryCondition {
  WidgetEvidence widget;
  std::optional<std::string> value;  // nothing: the session must not have it in its state
  std::optional<std::string> now;    // as WidgetInput::value
  bool holds = false;
};

// An entry for the call's arguments, as it was when the call looked for one.
struct EntryEvidence {
  std::vector<EntryCondition> conditions;
  std::optional<int64_t> expires;  // microseconds since the scenario began; nothing: never
  bool has_expired = false;
};

struct LookupEvidence {
  enum class Way {
    kNone,            // the call did not come that far
    kWidgetsInOrder,  // along a tree
    kHashOfKnown,     // by one hash over the widgets known for the arguments
  };
  Way way = Way::kNone;
  std::vector<WidgetInput> widgets;
  std::vector<EntryEvidence> entries;
  std::string entry_key;  // where the lookup ended; empty when it found nothing for the arguments
};

// Why an entry that a call stored is not there any more.
struct EntryLoss {
  enum class Cause {
    kEvicted,
    kExpired,  // and was dropped when another one was stored
    kRefused,  // by `validate`
    kCleared,
    kOptionsChanged,  // the cache was made anew
    kSourceChanged,   // likewise
    kRestarted,
    kStoredTooLate,  // its cache had been dropped while the function was running
  };
  Cause cause = Cause::kCleared;
  Moment when;
  std::vector<std::string> options;  // of kOptionsChanged: which
};

enum class CallAnswer {
  kHit,
  kMiss,
  kDeadlock,  // it waited for a value that only itself could give
  kFailed,    // it ended before it was either
};

struct CallEvidence {
  // --- Which call.
  int run = 0;
  size_t depth = 0;      // how many cached calls it is inside of
  std::string name;      // __name__, as in the stream
  std::string function;  // with its module and classes: "__main__.f"
  CacheFamily family = CacheFamily::kData;
  SourceRange defined_at;  // without source for what is no function of a script
  int64_t now = 0;         // microseconds since the scenario began

  // --- What it was looked up by.
  std::vector<ArgumentEvidence> arguments;
  std::string form_id;               // the form around it, when that is part of the key
  bool is_below_forbidding = false;  // likewise: a function around it forbids widgets
  LookupEvidence lookup;
  std::optional<bool> is_valid;  // what `validate` said of the entry, when asked

  // --- What came of it.
  CallAnswer answer = CallAnswer::kFailed;
  MissReason reason = MissReason::kNone;
  std::optional<EntryLoss> loss;  // of a miss whose entry there was once
  // Of a miss: the arguments for which the function has entries, when there is none for these.
  std::vector<std::vector<ArgumentEvidence>> other_arguments;
  bool is_executed = false;
  bool is_stored = false;
  std::string failure;         // the class of the exception that it ended in; "" when there is none
  bool is_broken_off = false;  // the run ended inside it, without an exception
  // The records of the stream from its lookup to its end, those of calls inside it too.
  size_t first_record = 0;
  size_t end_record = 0;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CALL_EVIDENCE_H_
