// The words in which machine-readable reports speak of outcomes and differences
// (specs/report-format.md). They never change.
#ifndef STREPLAY_REPORT_OUTCOME_WORD_H_
#define STREPLAY_REPORT_OUTCOME_WORD_H_

#include <optional>
#include <string_view>

#include "report/result.h"

namespace streplay {

// "passed", "updated", "failed", "missing", "invalid", "error", "skipped".
std::string_view OutcomeWord(CheckOutcome outcome);
std::optional<CheckOutcome> ParseOutcome(std::string_view word);

// "changed", "moved", "missing", "extra", "form".
std::string_view KindWord(Difference::Kind kind);
std::optional<Difference::Kind> ParseKind(std::string_view word);

// "failed", "told", "removed", "not-removed".
std::string_view FateWord(ObsoleteGoldens::Fate fate);
std::optional<ObsoleteGoldens::Fate> ParseFate(std::string_view word);

std::optional<Severity> ParseSeverity(std::string_view word);

}  // namespace streplay

#endif  // STREPLAY_REPORT_OUTCOME_WORD_H_
