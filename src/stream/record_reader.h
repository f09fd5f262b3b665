// Turns parsed JSON objects into records, checking their shape: which keys an op has, of which
// kind, and which words an enumeration knows. A golden's lines and an adapter's answer come through
// here.
#ifndef STREPLAY_STREAM_RECORD_READER_H_
#define STREPLAY_STREAM_RECORD_READER_H_

#include <optional>
#include <string>

#include "stream/record.h"

namespace streplay {

// Why a JSON value is no record.
struct RecordProblem {
  std::string key;      // where in the object; empty: the object as a whole
  std::string message;  // as in a Diagnostic
  std::string hint;     // may be empty
};

[[nodiscard]] std::optional<Record> ReadRecord(FieldValue json, RecordProblem& problem);

struct StreamHeader {
  std::string scenario;
  std::string profile;
};

[[nodiscard]] std::optional<StreamHeader> ReadHeader(FieldValue json, RecordProblem& problem);

// Checks the order of a stream's records as they come: runs count from 1, each is ended by its own
// `end` before the next starts, elements, blocks and printed lines stand inside a run. (What a
// cache did may stand between runs: a `clear` step happens there.)
class RunOrder {
 public:
  // False when `record` may not come next; `problem` says why.
  bool Accept(const Record& record, RecordProblem& problem);
  // False when the stream may not end here.
  bool AcceptEnd(RecordProblem& problem) const;

 private:
  int last_run_ = 0;
  bool inside_run_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_STREAM_RECORD_READER_H_
