// Binary search in the generated runs. The whole-text conversions decode once, because the form of
// a sigma depends on its neighbours.
#include "script/unicode_properties.h"

#include <algorithm>

#include "base/utf8.h"
#include "script/unicode_table.h"

namespace streplay::script {
namespace {

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;

bool Has(char32_t c, UnicodeProperty property) {
  const PropertyRun* end = kPropertyRuns + kPropertyRunCount;
  const PropertyRun* after =
      std::upper_bound(kPropertyRuns, end, c,
                       [](char32_t value, const PropertyRun& run) { return value < run.first; });
  return (after[-1].bits >> static_cast<int>(property) & 1) != 0;
}

void AppendMapped(std::string& text, char32_t c, const CaseMapping& mapping) {
  const SpecialCase* specials_end = mapping.specials + mapping.special_count;
  const SpecialCase* special = std::lower_bound(
      mapping.specials, specials_end, c,
      [](const SpecialCase& entry, char32_t value) { return entry.code_point < value; });
  if (special != specials_end && special->code_point == c) {
    for (uint32_t mapped : special->mapped) {
      if (mapped != 0) AppendCodePoint(text, mapped);
    }
    return;
  }
  const CaseRun* runs_end = mapping.runs + mapping.run_count;
  const CaseRun* run =
      std::lower_bound(mapping.runs, runs_end, c,
                       [](const CaseRun& entry, char32_t value) { return entry.last < value; });
  bool found = run != runs_end && run->first <= c && (c - run->first) % run->stride == 0;
  AppendCodePoint(text, found ? c + static_cast<char32_t>(run->delta) : c);
}

std::u32string Decode(std::string_view text) {
  std::u32string decoded;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    decoded += next.code_point;
    offset += next.length;
  }
  return decoded;
}

bool IsCaseIgnorable(char32_t c) {
  return Has(c, UnicodeProperty::kCaseIgnorable);
}

// A sigma is final when a cased character stands before it and none after it, ignorable ones
// skipped.
char32_t LowerSigma(const std::u32string& text, size_t index) {
  size_t before = index;
  while (before > 0 && IsCaseIgnorable(text[before - 1])) --before;
  if (before == 0 || !IsCased(text[before - 1])) return kSmallSigma;
  size_t after = index + 1;
  while (after < text.size() && IsCaseIgnorable(text[after])) ++after;
  return after == text.size() || !IsCased(text[after]) ? kFinalSigma : kSmallSigma;
}

void AppendLower(std::string& result, const std::u32string& text, size_t index) {
  if (text[index] == kCapitalSigma) {
    AppendCodePoint(result, LowerSigma(text, index));
  } else {
    AppendMapped(result, text[index], kLowerMapping);
  }
}

std::string Map(std::string_view text, const CaseMapping& mapping) {
  std::string result;
  for (char32_t c : Decode(text)) AppendMapped(result, c, mapping);
  return result;
}

}  // namespace

bool IsAlpha(char32_t c) {
  return Has(c, UnicodeProperty::kAlpha);
}
bool IsDecimal(char32_t c) {
  return Has(c, UnicodeProperty::kDecimal);
}
bool IsDigit(char32_t c) {
  return Has(c, UnicodeProperty::kDigit);
}
bool IsNumeric(char32_t c) {
  return Has(c, UnicodeProperty::kNumeric);
}
bool IsLower(char32_t c) {
  return Has(c, UnicodeProperty::kLower);
}
bool IsUpper(char32_t c) {
  return Has(c, UnicodeProperty::kUpper);
}
bool IsTitlecase(char32_t c) {
  return Has(c, UnicodeProperty::kTitlecase);
}
bool IsCased(char32_t c) {
  return IsLower(c) || IsUpper(c) || IsTitlecase(c);
}
bool IsWhitespace(char32_t c) {
  return Has(c, UnicodeProperty::kWhitespace);
}
bool IsPrintable(char32_t c) {
  return Has(c, UnicodeProperty::kPrintable);
}
bool IsIdentifierStart(char32_t c) {
  return Has(c, UnicodeProperty::kIdentifierStart);
}
bool IsIdentifierContinue(char32_t c) {
  return Has(c, UnicodeProperty::kIdentifierContinue);
}

// Decimal digits stand in blocks of ten from a zero on; blocks may follow one another.
int DecimalValue(char32_t c) {
  if (!IsDecimal(c)) return -1;
  char32_t zero = c;
  while (IsDecimal(zero - 1)) --zero;
  return static_cast<int>((c - zero) % 10);
}

bool IsLineBreak(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

std::string UpperText(std::string_view text) {
  return Map(text, kUpperMapping);
}
std::string CasefoldText(std::string_view text) {
  return Map(text, kCasefoldMapping);
}

std::string LowerText(std::string_view text) {
  std::u32string decoded = Decode(text);
  std::string result;
  for (size_t i = 0; i < decoded.size(); ++i) AppendLower(result, decoded, i);
  return result;
}

std::string TitleText(std::string_view text) {
  std::u32string decoded = Decode(text);
  std::string result;
  bool after_cased = false;
  for (size_t i = 0; i < decoded.size(); ++i) {
    if (after_cased) {
      AppendLower(result, decoded, i);
    } else {
      AppendMapped(result, decoded[i], kTitleMapping);
    }
    after_cased = IsCased(decoded[i]);
  }
  return result;
}

std::string CapitalizedText(std::string_view text) {
  std::u32string decoded = Decode(text);
  std::string result;
  for (size_t i = 0; i < decoded.size(); ++i) {
    if (i == 0) {
      AppendMapped(result, decoded[i], kTitleMapping);
    } else {
      AppendLower(result, decoded, i);
    }
  }
  return result;
}

std::string SwapcaseText(std::string_view text) {
  std::u32string decoded = Decode(text);
  std::string result;
  for (size_t i = 0; i < decoded.size(); ++i) {
    if (IsUpper(decoded[i])) {
      AppendLower(result, decoded, i);
    } else if (IsLower(decoded[i])) {
      AppendMapped(result, decoded[i], kUpperMapping);
    } else {
      AppendCodePoint(result, decoded[i]);
    }
  }
  return result;
}

}  // namespace streplay::script
