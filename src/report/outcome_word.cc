#include "report/outcome_word.h"

#include <algorithm>
#include <array>

namespace streplay {
namespace {

constexpr std::array<std::string_view, kCheckOutcomeCount> kOutcomes = {
    "passed", "updated", "failed", "missing", "invalid", "error", "skipped"};
constexpr std::array<std::string_view, 5> kKinds = {"changed", "moved", "missing", "extra", "form"};

constexpr std::array<std::string_view, 4> kFates = {"failed", "told", "removed", "not-removed"};

template <typename Enum, size_t N>
std::optional<Enum> Parse(const std::array<std::string_view, N>& words, std::string_view word) {
  auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

std::string_view OutcomeWord(CheckOutcome outcome) {
  return kOutcomes[static_cast<size_t>(outcome)];
}

std::optional<CheckOutcome> ParseOutcome(std::string_view word) {
  return Parse<CheckOutcome>(kOutcomes, word);
}

std::string_view KindWord(Difference::Kind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

std::optional<Difference::Kind> ParseKind(std::string_view word) {
  return Parse<Difference::Kind>(kKinds, word);
}

std::string_view FateWord(ObsoleteGoldens::Fate fate) {
  return kFates[static_cast<size_t>(fate)];
}

std::optional<ObsoleteGoldens::Fate> ParseFate(std::string_view word) {
  return Parse<ObsoleteGoldens::Fate>(kFates, word);
}

std::optional<Severity> ParseSeverity(std::string_view word) {
  for (Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    if (SeverityName(severity) == word) return severity;
  }
  return std::nullopt;
}

}  // namespace streplay
