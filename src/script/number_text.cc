// Both begin by reducing the text to ASCII (digits of other scripts to 0-9, other whitespace to
// blanks) and stripping it; what is left must match the grammar exactly.
#include "script/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "script/text_repr.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

constexpr size_t kLongestShownLiteral = 200;

// Characters that cannot be part of a number become '?'. The four information separators count as
// whitespace only in a text with other characters outside ASCII.
std::string ReduceToAscii(std::string_view text) {
  std::string reduced;
  const bool ascii_only = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(text, offset);
    offset += decoded.length;
    bool separator = decoded.code_point >= 0x1C && decoded.code_point <= 0x1F;
    if (IsWhitespace(decoded.code_point) && !(separator && ascii_only)) {
      reduced += ' ';
    } else if (decoded.code_point < 128) {
      reduced += static_cast<char>(decoded.code_point);
    } else {
      int digit = DecimalValue(decoded.code_point);
      reduced += digit < 0 ? '?' : static_cast<char>('0' + digit);
    }
  }
  size_t begin = reduced.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return reduced.substr(begin, reduced.find_last_not_of(' ') + 1 - begin);
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

int DigitValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

PlainError InvalidInt(std::string_view text, int64_t base) {
  std::string shown = TextRepr(text);
  shown = shown.substr(0, OffsetOfCodePoint(shown, kLongestShownLiteral));
  return PlainValueError("invalid literal for int() with base " + std::to_string(base) + ": " +
                         shown);
}

int64_t BaseOfPrefix(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 0;
  switch (digits[1]) {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
    default:
      return 0;
  }
}

// Removes a prefix that fits `base`, and one underscore after it; settles base 0. False for a
// number with a leading zero where base 0 forbids it.
bool TakePrefix(std::string_view& digits, int64_t& base) {
  int64_t prefixed = BaseOfPrefix(digits);
  if (base == 0 && prefixed == 0) {
    base = 10;
    return digits.empty() || digits[0] != '0' ||
           digits.find_first_not_of("0_") == std::string_view::npos;
  }
  if (prefixed == 0 || (base != 0 && base != prefixed)) return true;
  base = prefixed;
  digits.remove_prefix(2);
  if (!digits.empty() && digits[0] == '_') digits.remove_prefix(1);
  return true;
}

// The digits without underscores, or nothing when one is out of place or a character is no digit.
std::optional<std::string> PlainDigits(std::string_view digits, int64_t base) {
  std::string plain;
  bool after_digit = false;
  for (char c : digits) {
    if (c == '_') {
      if (!after_digit) return std::nullopt;
      after_digit = false;
      continue;
    }
    if (DigitValue(c) >= base) return std::nullopt;
    plain += c;
    after_digit = true;
  }
  if (!after_digit) return std::nullopt;
  return plain;
}

PlainResult<int64_t> Accumulate(const std::string& digits, int64_t base, bool negative) {
  int64_t value = 0;
  for (char c : digits) {
    int digit = DigitValue(c);
    if (__builtin_mul_overflow(value, base, &value) ||
        __builtin_sub_overflow(value, static_cast<int64_t>(digit), &value)) {
      return IntegerTooLarge();
    }
  }
  if (negative) return value;
  if (value == std::numeric_limits<int64_t>::min()) return IntegerTooLarge();
  return -value;
}

// Appends the digits at `offset` to `number`, skipping single underscores between them. False when
// an underscore is out of place.
bool TakeDigits(std::string_view text, size_t& offset, std::string& number, bool& any) {
  any = false;
  while (offset < text.size()) {
    if (text[offset] == '_') {
      bool between =
          any && offset + 1 < text.size() && IsDigit(text[offset - 1]) && IsDigit(text[offset + 1]);
      if (!between) return false;
    } else if (IsDigit(text[offset])) {
      number += text[offset];
      any = true;
    } else {
      break;
    }
    ++offset;
  }
  return true;
}

// The exponent part, if there is one. False when it is malformed.
bool TakeExponent(std::string_view text, size_t& offset, std::string& number) {
  if (offset >= text.size() || (text[offset] != 'e' && text[offset] != 'E')) return true;
  number += 'e';
  ++offset;
  if (offset < text.size() && (text[offset] == '+' || text[offset] == '-')) {
    if (text[offset] == '-') number += '-';
    ++offset;
  }
  bool any = false;
  return TakeDigits(text, offset, number, any) && any;
}

// Whether a nonzero number that no float can hold is too large; else it is too small.
bool IsHuge(const std::string& number) {
  size_t mark = std::min(number.find('e'), number.size());
  std::string_view mantissa = std::string_view(number).substr(0, mark);
  auto point = static_cast<int64_t>(std::min(mantissa.find('.'), mantissa.size()));
  auto leading = static_cast<int64_t>(mantissa.find_first_of("123456789"));
  int64_t exponent = 0;
  bool negative = mark + 1 < number.size() && number[mark + 1] == '-';
  for (size_t i = mark + (negative ? 2 : 1); i < number.size(); ++i) {
    exponent = std::min<int64_t>(exponent * 10 + (number[i] - '0'), int64_t{1} << 40);
  }
  return point - leading + (negative ? -exponent : exponent) > 0;
}

// `text` has no sign. Nothing when it is not a number.
std::optional<double> ParseMagnitude(std::string_view text) {
  std::string number;
  size_t offset = 0;
  bool whole = false;
  bool fraction = false;
  if (!TakeDigits(text, offset, number, whole)) return std::nullopt;
  if (offset < text.size() && text[offset] == '.') {
    number += '.';
    ++offset;
    if (!TakeDigits(text, offset, number, fraction)) return std::nullopt;
  }
  if (!whole && !fraction) return std::nullopt;
  if (!TakeExponent(text, offset, number) || offset != text.size()) return std::nullopt;
  double value = 0;
  auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc::result_out_of_range) return value;
  return IsHuge(number) ? std::numeric_limits<double>::infinity() : 0.0;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

PlainResult<int64_t> ParseInt(std::string_view text, int64_t base) {
  if (base != 0 && (base < 2 || base > 36)) {
    return PlainValueError("int() base must be >= 2 and <= 36, or 0");
  }
  const int64_t asked_base = base;
  std::string reduced = ReduceToAscii(text);
  std::string_view digits = reduced;
  bool negative = !digits.empty() && digits[0] == '-';
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  if (!TakePrefix(digits, base)) return InvalidInt(text, asked_base);
  std::optional<std::string> plain = PlainDigits(digits, base);
  if (!plain) return InvalidInt(text, asked_base);
  return Accumulate(*plain, base, negative);
}

PlainResult<double> ParseFloat(std::string_view text) {
  std::string reduced = ReduceToAscii(text);
  std::string_view rest = reduced;
  bool negative = !rest.empty() && rest[0] == '-';
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) rest.remove_prefix(1);
  std::optional<double> magnitude = ParseMagnitude(rest);
  std::string word = LowerAscii(rest);
  if (word == "inf" || word == "infinity") magnitude = std::numeric_limits<double>::infinity();
  if (word == "nan") magnitude = std::numeric_limits<double>::quiet_NaN();
  if (!magnitude) {
    return PlainValueError("could not convert string to float: " + TextRepr(text));
  }
  return negative ? -*magnitude : *magnitude;
}

}  // namespace streplay::script
