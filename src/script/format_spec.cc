// A specification is parsed by one function a part, in the order in which the parts may stand. A
// number is then cut into sign, prefix, whole digits and the rest ("." and fraction, exponent,
// "%"), its digits are grouped and the pieces are padded.
#include "script/format_spec.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "script/float_digits.h"

namespace streplay::script {
namespace {

constexpr char32_t kMaxCodePoint = 0x10FFFF;
constexpr int64_t kMaxSize = std::numeric_limits<int64_t>::max();

bool IsAlignment(char32_t c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}

// How messages show a presentation type.
std::string TypeText(char32_t type) {
  if (type > 32 && type < 128) return std::string(1, static_cast<char>(type));
  std::string text;
  for (uint32_t rest = type; rest != 0 || text.empty(); rest /= 16) {
    text.insert(text.begin(), "0123456789abcdef"[rest % 16]);
  }
  return "\\x" + text;
}

class SpecParser {
 public:
  SpecParser(std::string_view text, FormattedType type, std::string_view type_name)
      : text_(text), type_(type), type_name_(type_name) {}

  PlainResult<FormatSpec> Parse() {
    ParseFillAndAlignment();
    ParseSign();
    spec_.no_negative_zero = Take('z');
    spec_.alternate = Take('#');
    ParseZero();
    if (!ParseNumber(spec_.width)) return TooManyDigits();
    if (std::string error = ParseGrouping(); !error.empty()) return PlainValueError(error);
    if (Take('.')) {
      if (!ParseNumber(spec_.precision)) return TooManyDigits();
      if (spec_.precision < 0) return PlainValueError("Format specifier missing precision");
    }
    if (!ParseType()) {
      return PlainValueError("Invalid format specifier '" + std::string(text_) +
                             "' for object of type '" + std::string(type_name_) + "'");
    }
    if (!GroupingFitsType()) {
      char mark = spec_.grouping == Grouping::kComma ? ',' : '_';
      return PlainValueError("Cannot specify '" + std::string(1, mark) + "' with '" +
                             TypeText(spec_.type) + "'.");
    }
    ApplyDefaults();
    return spec_;
  }

 private:
  bool AtEnd() const { return offset_ >= text_.size(); }
  bool Take(char c) {
    if (AtEnd() || text_[offset_] != c) return false;
    ++offset_;
    return true;
  }

  void ParseFillAndAlignment() {
    if (AtEnd()) return;
    size_t length = DecodeCodePoint(text_, 0).length;
    if (length < text_.size() && IsAlignment(static_cast<unsigned char>(text_[length]))) {
      spec_.fill = std::string(text_.substr(0, length));
      fill_given_ = true;
      offset_ = length;
    }
    if (!AtEnd() && IsAlignment(static_cast<unsigned char>(text_[offset_]))) {
      spec_.align = text_[offset_++];
    }
  }

  void ParseSign() {
    for (char sign : {' ', '+', '-'}) {
      if (spec_.sign == 0 && Take(sign)) spec_.sign = sign;
    }
  }

  // A zero before the width: pad with zeros between the sign and the digits.
  void ParseZero() {
    if (fill_given_ || !Take('0')) return;
    spec_.fill = "0";
    if (spec_.align == 0 && type_ != FormattedType::kStr) spec_.align = '=';
  }

  // False when the number is too large; leaves `number` alone when there is none.
  bool ParseNumber(int64_t& number) {
    while (!AtEnd() && text_[offset_] >= '0' && text_[offset_] <= '9') {
      int digit = text_[offset_++] - '0';
      number = std::max<int64_t>(number, 0);
      if (number > (kMaxSize - digit) / 10) return false;
      number = number * 10 + digit;
    }
    return true;
  }
  static PlainError TooManyDigits() {
    return PlainValueError("Too many decimal digits in format string");
  }

  std::string ParseGrouping() {
    const std::string both = "Cannot specify both ',' and '_'.";
    if (Take(',')) spec_.grouping = Grouping::kComma;
    if (Take('_')) {
      if (spec_.grouping != Grouping::kNone) return both;
      spec_.grouping = Grouping::kUnderscore;
    }
    bool comma_next = !AtEnd() && text_[offset_] == ',';
    return comma_next && spec_.grouping == Grouping::kUnderscore ? both : "";
  }

  bool ParseType() {
    if (AtEnd()) {
      if (type_ == FormattedType::kStr) spec_.type = 's';
      if (type_ == FormattedType::kInt) spec_.type = 'd';
      return true;
    }
    DecodedCodePoint decoded = DecodeCodePoint(text_, offset_);
    spec_.type = decoded.code_point;
    return offset_ + decoded.length == text_.size();
  }

  bool GroupingFitsType() {
    if (spec_.grouping == Grouping::kNone) return true;
    switch (spec_.type) {
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F':
      case 0:
        return true;
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (spec_.grouping == Grouping::kComma) return false;
        spec_.grouping = Grouping::kUnderscoreByFour;
        return true;
      default:
        return false;
    }
  }

  void ApplyDefaults() {
    if (spec_.align == 0) spec_.align = type_ == FormattedType::kStr ? '<' : '>';
  }

  std::string_view text_;
  FormattedType type_;
  std::string_view type_name_;
  FormatSpec spec_;
  size_t offset_ = 0;
  bool fill_given_ = false;
};

// A number's text in the pieces that padding and grouping treat differently.
struct NumberPieces {
  std::string sign;    // "" or one character
  std::string prefix;  // "0x"
  std::string digits;  // whole part; empty for inf, nan and the type 'c'
  std::string rest;    // everything after it
  size_t rest_width = 0;
};

void AppendRepeated(std::string& text, std::string_view piece, int64_t count) {
  for (int64_t i = 0; i < count; ++i) text += piece;
}

// Groups digits from the right and fills with zeros until `min_width` characters are reached; a
// text never begins with a separator.
std::string GroupDigits(const std::string& digits, Grouping grouping, int64_t min_width) {
  auto remaining = static_cast<int64_t>(digits.size());
  if (grouping == Grouping::kNone) {
    return std::string(static_cast<size_t>(std::max<int64_t>(min_width - remaining, 0)), '0') +
           digits;
  }
  const int64_t group = grouping == Grouping::kUnderscoreByFour ? 4 : 3;
  const char separator = grouping == Grouping::kComma ? ',' : '_';
  std::string reversed;
  while (true) {
    int64_t length = std::min(group, std::max<int64_t>(std::max(remaining, min_width), 1));
    int64_t taken = std::min(remaining, length);
    for (int64_t i = 0; i < taken; ++i) reversed += digits[static_cast<size_t>(--remaining)];
    reversed.append(static_cast<size_t>(length - taken), '0');
    min_width -= length;
    if (remaining <= 0 && min_width <= 0) break;
    reversed += separator;
    --min_width;
  }
  return {reversed.rbegin(), reversed.rend()};
}

std::string SignText(const std::string& sign, char option) {
  if (sign == "-" || option == 0 || option == '-') return sign;
  return std::string(1, option);
}

std::string LayOut(const NumberPieces& pieces, const FormatSpec& spec) {
  std::string sign = SignText(pieces.sign, spec.sign);
  auto others = static_cast<int64_t>(sign.size() + pieces.prefix.size() + pieces.rest_width);
  int64_t min_width = spec.fill == "0" && spec.align == '=' ? spec.width - others : 0;
  std::string digits;
  if (!pieces.digits.empty()) digits = GroupDigits(pieces.digits, spec.grouping, min_width);
  int64_t padding = std::max<int64_t>(spec.width - others - static_cast<int64_t>(digits.size()), 0);
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  int64_t inner = spec.align == '=' ? padding : 0;
  std::string text;
  AppendRepeated(text, spec.fill, left);
  text += sign + pieces.prefix;
  AppendRepeated(text, spec.fill, inner);
  text += digits + pieces.rest;
  AppendRepeated(text, spec.fill, padding - left - inner);
  return text;
}

PlainError UnknownType(char32_t type, std::string_view type_name) {
  return PlainValueError("Unknown format code '" + TypeText(type) + "' for object of type '" +
                         std::string(type_name) + "'");
}

// Grouping adds at most one character to three, and a whole part has at most 309 digits.
bool ExceedsLimit(const FormatSpec& spec, size_t limit) {
  auto signed_limit = static_cast<int64_t>(std::min<size_t>(limit, kMaxSize));
  return spec.width > signed_limit || spec.precision > signed_limit;
}

PlainError TextTooLong(size_t limit) {
  return PlainLimit("a formatted text would have more than " + std::to_string(limit) +
                    " characters");
}

PlainResult<std::string> FormatCharacter(int64_t value, const FormatSpec& spec) {
  if (spec.sign != 0) {
    return PlainValueError("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return PlainValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value < 0 || value > static_cast<int64_t>(kMaxCodePoint)) {
    return PlainOverflowError("%c arg not in range(0x110000)");
  }
  if (value >= 0xD800 && value <= 0xDFFF) {
    return PlainLimit("surrogate code points are not supported in texts");
  }
  NumberPieces pieces;
  AppendCodePoint(pieces.rest, static_cast<char32_t>(value));
  pieces.rest_width = 1;
  return LayOut(pieces, spec);
}

std::string DigitsInBase(uint64_t magnitude, unsigned base, bool upper_case) {
  const char* alphabet = upper_case ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string reversed;
  do {
    reversed += alphabet[magnitude % base];
    magnitude /= base;
  } while (magnitude != 0);
  return {reversed.rbegin(), reversed.rend()};
}

std::string IntegerLayout(int64_t value, const FormatSpec& spec) {
  unsigned base = 10;
  if (spec.type == 'b') base = 2;
  if (spec.type == 'o') base = 8;
  if (spec.type == 'x' || spec.type == 'X') base = 16;
  NumberPieces pieces;
  uint64_t magnitude = static_cast<uint64_t>(value);
  if (value < 0) {
    pieces.sign = "-";
    magnitude = 0 - magnitude;
  }
  if (spec.alternate && base != 10) pieces.prefix = std::string("0") + static_cast<char>(spec.type);
  pieces.digits = DigitsInBase(magnitude, base, spec.type == 'X');
  return LayOut(pieces, spec);
}

// The float presentation for a spec whose type is known to be one of a float's.
FloatLayout LayoutOf(const FormatSpec& spec) {
  FloatLayout layout;
  char32_t type = spec.type;
  layout.upper_case = type == 'E' || type == 'F' || type == 'G';
  layout.alternate = spec.alternate;
  layout.precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
  if (type == 0) {
    layout.add_dot_zero = true;
    layout.type = spec.precision < 0 ? 'r' : 'g';
  } else if (type == 'e' || type == 'E') {
    layout.type = 'e';
  } else if (type == 'f' || type == 'F' || type == '%') {
    layout.type = 'f';
  } else {
    layout.type = 'g';
  }
  return layout;
}

bool IsNegativeZeroText(const std::string& text) {
  size_t end = text.find_first_of("eE");
  return text.substr(0, end).find_first_of("123456789iInN") == std::string::npos;
}

PlainResult<std::string> FormatFloatAs(double value, const FormatSpec& spec, size_t limit) {
  if (spec.precision > std::numeric_limits<int>::max()) return PlainValueError("precision too big");
  if (ExceedsLimit(spec, limit)) return TextTooLong(limit);
  bool percent = spec.type == '%';
  std::string text = FloatDigits(percent ? value * 100 : value, LayoutOf(spec));
  NumberPieces pieces;
  if (text[0] == '-') {
    pieces.sign = "-";
    text.erase(0, 1);
    if (spec.no_negative_zero && IsNegativeZeroText(text)) pieces.sign.clear();
  }
  size_t whole = std::min(text.find_first_not_of("0123456789"), text.size());
  pieces.digits = text.substr(0, whole);
  pieces.rest = text.substr(whole) + (percent ? "%" : "");
  pieces.rest_width = pieces.rest.size();
  return LayOut(pieces, spec);
}

bool IsFloatType(char32_t type) {
  return type != 0 && type < 128 &&
         std::string_view("eEfFgG%").find(static_cast<char>(type)) != std::string_view::npos;
}

bool IsIntegerType(char32_t type) {
  return type != 0 && type < 128 &&
         std::string_view("bdonxX").find(static_cast<char>(type)) != std::string_view::npos;
}

std::string TextOptionError(const FormatSpec& spec) {
  const std::string place = " in string format specifier";
  if (spec.sign == ' ') return "Space not allowed" + place;
  if (spec.sign != 0) return "Sign not allowed" + place;
  if (spec.no_negative_zero) return "Negative zero coercion (z) not allowed" + place;
  if (spec.alternate) return "Alternate form (#) not allowed" + place;
  if (spec.align == '=') return "'=' alignment not allowed" + place;
  return "";
}

}  // namespace

PlainResult<FormatSpec> ParseFormatSpec(std::string_view text, FormattedType type,
                                        std::string_view type_name) {
  return SpecParser(text, type, type_name).Parse();
}

PlainResult<std::string> FormatText(std::string_view value, std::string_view spec_text,
                                    size_t limit, std::string_view type_name) {
  if (spec_text.empty()) return std::string(value);
  PlainResult<FormatSpec> parsed = ParseFormatSpec(spec_text, FormattedType::kStr, type_name);
  if (!parsed.ok()) return parsed.error();
  const FormatSpec& spec = parsed.value();
  if (spec.type != 's') return UnknownType(spec.type, type_name);
  if (std::string error = TextOptionError(spec); !error.empty()) return PlainValueError(error);
  if (spec.width > 0 && static_cast<size_t>(spec.width) > limit) return TextTooLong(limit);
  if (spec.precision >= 0) {
    value = value.substr(0, OffsetOfCodePoint(value, static_cast<size_t>(spec.precision)));
  }
  auto width = static_cast<int64_t>(CountCodePoints(value));
  int64_t padding = std::max<int64_t>(spec.width - width, 0);
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  std::string text;
  AppendRepeated(text, spec.fill, left);
  text += value;
  AppendRepeated(text, spec.fill, padding - left);
  return text;
}

PlainResult<std::string> FormatInt(int64_t value, std::string_view spec_text, size_t limit,
                                   std::string_view type_name) {
  if (spec_text.empty()) return std::to_string(value);
  PlainResult<FormatSpec> parsed = ParseFormatSpec(spec_text, FormattedType::kInt, type_name);
  if (!parsed.ok()) return parsed.error();
  const FormatSpec& spec = parsed.value();
  if (IsFloatType(spec.type)) return FormatFloatAs(static_cast<double>(value), spec, limit);
  if (!IsIntegerType(spec.type) && spec.type != 'c') return UnknownType(spec.type, type_name);
  if (spec.precision >= 0) {
    return PlainValueError("Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return PlainValueError("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (ExceedsLimit(spec, limit)) return TextTooLong(limit);
  if (spec.type == 'c') return FormatCharacter(value, spec);
  return IntegerLayout(value, spec);
}

PlainResult<std::string> FormatFloat(double value, std::string_view spec_text, size_t limit,
                                     std::string_view type_name) {
  PlainResult<FormatSpec> parsed = ParseFormatSpec(spec_text, FormattedType::kFloat, type_name);
  if (!parsed.ok()) return parsed.error();
  const FormatSpec& spec = parsed.value();
  if (spec.type != 0 && spec.type != 'n' && !IsFloatType(spec.type)) {
    return UnknownType(spec.type, type_name);
  }
  return FormatFloatAs(value, spec, limit);
}

}  // namespace streplay::script
