// The list of the cases that an implementation is known not to pass (specs/expectations):
//
//     # a comment
//     widgets/negate  # widgets.on.replayed: run 2: checkbox at [0,1]: `default` differs |
//     https://…
//
// One line a case: its id, the rule that the deviation touches, how the message of the failure
// begins, and where it was reported, if it was. What is listed must fail, and fail so.
#ifndef STREPLAY_ADAPTER_EXPECTATION_LIST_H_
#define STREPLAY_ADAPTER_EXPECTATION_LIST_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace streplay {

struct ExpectationEntry {
  std::string id;
  std::string rule;
  std::string message;  // how the failure's message begins; never empty
  std::string issue;    // an address, or empty
  int line = 0;
};

struct ExpectationList {
  SourceTextPtr source;
  std::vector<ExpectationEntry> entries;  // in the order of the lines; ids are distinct

  const ExpectationEntry* Find(std::string_view id) const;
};

// Nothing when a line is malformed; each of them is reported.
[[nodiscard]] std::optional<ExpectationList> ReadExpectationList(const SourceTextPtr& source,
                                                                 Diagnostics& diagnostics);

// What became of a case. `message` is that of a failure.
struct CaseFinding {
  enum class Kind { kPassed, kFailed, kSkipped };
  Kind kind = Kind::kPassed;
  std::string message;
};

enum class ListVerdict {
  kGood,           // it passed or was skipped, and is not listed
  kExpected,       // it failed as listed
  kUnlisted,       // it failed
  kListedPasses,   //
  kListedDiffers,  // it failed, otherwise than listed
  kListedSkipped,  //
};

ListVerdict JudgeByList(const CaseFinding& finding, const ExpectationEntry* entry);

// A failure as the list should have it.
struct KnownFailure {
  std::string id;
  std::string rule;
  std::string message;
  std::string issue;   // may be empty
  std::string reason;  // why it deviates: the comment above its section; may be empty
};

// The text of the list that holds for these failures and no others. Comments and blank lines stay,
// and so does each entry that holds. New ones go, by their ids, below the comment that is their
// reason; without a reason, beside those of their rule.
std::string FixExpectationList(const ExpectationList& list,
                               const std::vector<KnownFailure>& failures);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_EXPECTATION_LIST_H_
