// The layout of the generated table of Unicode's character properties and case mappings; only
// unicode_properties.cc reads it. unicode_table.py writes unicode_table.cc.
#ifndef STREPLAY_SCRIPT_UNICODE_TABLE_H_
#define STREPLAY_SCRIPT_UNICODE_TABLE_H_

#include <cstddef>
#include <cstdint>

namespace streplay::script {

// Bit numbers of PropertyRun::bits, in the order of unicode_table.py's BITS.
enum class UnicodeProperty {
  kAlpha,
  kDecimal,
  kDigit,
  kNumeric,
  kLower,
  kUpper,
  kTitlecase,
  kWhitespace,
  kPrintable,
  kIdentifierStart,
  kIdentifierContinue,
  kCaseIgnorable,
};

// From `first` up to the next run's first.
struct PropertyRun {
  uint32_t first;
  uint16_t bits;
};

// Every `stride`-th code point from `first` to `last` maps to itself plus `delta`.
struct CaseRun {
  uint32_t first;
  uint32_t last;
  uint8_t stride;
  int32_t delta;
};

// A code point that maps to two or three; unused places are 0.
struct SpecialCase {
  uint32_t code_point;
  uint32_t mapped[3];
};

struct CaseMapping {
  const CaseRun* runs;
  size_t run_count;
  const SpecialCase* specials;
  size_t special_count;
};

extern const PropertyRun kPropertyRuns[];
extern const size_t kPropertyRunCount;
extern const CaseMapping kUpperMapping;
extern const CaseMapping kLowerMapping;
extern const CaseMapping kTitleMapping;
extern const CaseMapping kCasefoldMapping;

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_UNICODE_TABLE_H_
