// The parts of which `explain` makes its sentences.
#ifndef STREPLAY_CLI_EXPLAIN_WORDS_H_
#define STREPLAY_CLI_EXPLAIN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "runtime/call_evidence.h"
#include "scenario/scenario.h"

namespace streplay {

// "checkbox `Negate`"; a key follows in brackets.
std::string WidgetText(const WidgetEvidence& widget);

// "5 s", "0.25 s".
std::string SecondsText(int64_t microseconds);

// "5 s ago"; "just now" for no time.
std::string AgoText(int64_t microseconds);

// "x=2, y=[1]": those of one use, in the order of the call.
std::string ArgumentsText(const std::vector<ArgumentEvidence>& arguments,
                          ArgumentEvidence::Use use);

// "in run 3"; between runs "at step 4 (clear: all)".
std::string MomentText(const Moment& moment, const Scenario& scenario);

// "a", "a and b", "a, b and c". With `joint` "or": "a or b".
std::string Enumeration(const std::vector<std::string>& items, std::string_view joint = "and");

// Likewise; when there are more than `most`, the rest is only counted.
std::string ShortEnumeration(std::vector<std::string> items, size_t most, std::string_view joint);

// Why it missed, a clause: "no entry for these widget values".
std::string MissText(const CallEvidence& call, const Scenario& scenario);

// What became of the entry that a call looked for: "it was cleared in run 3".
std::string LossText(const EntryLoss& loss, const Scenario& scenario);

}  // namespace streplay

#endif  // STREPLAY_CLI_EXPLAIN_WORDS_H_
