// Classification by hand-written matchers; numbers are read with std::from_chars, which knows no
// locale.
#include "scenario/core_schema.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace streplay {
namespace {

using Kind = PlainValue::Kind;

bool IsOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool IsOctalDigit(char c) {
  return c >= '0' && c <= '7';
}

std::string_view WithoutSign(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return text;
}

bool IsAll(std::string_view text, bool (*matches)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), matches);
}

bool IsInteger(std::string_view text) {
  if (text.starts_with("0x")) return IsAll(text.substr(2), IsHexDigit);
  if (text.starts_with("0o")) return IsAll(text.substr(2), IsOctalDigit);
  return IsAll(WithoutSign(text), IsDigit);
}

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(std::find_if_not(text.begin(), text.end(), IsDigit) - text.begin());
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool IsDecimal(std::string_view text) {
  text = WithoutSign(text);
  size_t whole = CountDigits(text);
  text.remove_prefix(whole);
  size_t fraction = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = CountDigits(text);
    text.remove_prefix(fraction);
  }
  if (whole + fraction == 0) return false;
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  return IsAll(WithoutSign(text.substr(1)), IsDigit);
}

bool IsInfinity(std::string_view text) {
  return IsOneOf(WithoutSign(text), {".inf", ".Inf", ".INF"});
}

bool IsNotANumber(std::string_view text) {
  return IsOneOf(text, {".nan", ".NaN", ".NAN"});
}

std::optional<int64_t> ReadInteger(std::string_view text) {
  int base = text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : 10;
  if (base != 10) text.remove_prefix(2);
  if (text.starts_with('+')) text.remove_prefix(1);
  int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> ReadFloat(std::string_view text) {
  if (IsNotANumber(text)) return std::numeric_limits<double>::quiet_NaN();
  double infinity = std::numeric_limits<double>::infinity();
  if (IsInfinity(text)) return text[0] == '-' ? -infinity : infinity;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Kind ClassifyPlainScalar(std::string_view text) {
  if (IsOneOf(text, {"", "~", "null", "Null", "NULL"})) return Kind::kNull;
  if (IsOneOf(text, {"true", "True", "TRUE", "false", "False", "FALSE"})) return Kind::kBool;
  if (IsInteger(text)) return Kind::kInt;
  if (IsDecimal(text) || IsInfinity(text) || IsNotANumber(text)) return Kind::kFloat;
  return Kind::kString;
}

std::optional<PlainValue> ResolvePlainScalar(std::string_view text) {
  PlainValue value;
  value.kind = ClassifyPlainScalar(text);
  value.text = text;
  if (value.kind == Kind::kBool) value.boolean = text[0] == 't' || text[0] == 'T';
  if (value.kind == Kind::kInt) {
    std::optional<int64_t> integer = ReadInteger(text);
    if (!integer) return std::nullopt;
    value.integer = *integer;
  }
  if (value.kind == Kind::kFloat) {
    std::optional<double> number = ReadFloat(text);
    if (!number) return std::nullopt;
    value.number = *number;
  }
  return value;
}

}  // namespace streplay
