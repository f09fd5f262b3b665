// std::to_chars rounds exactly and knows no locale; it yields the significant digits and the
// decimal exponent in scientific form, and one function lays them out. Fixed notation is to_chars's
// own, the shortest text is base/float_text's.
#include "script/float_digits.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/float_text.h"

namespace streplay::script {
namespace {

constexpr int kFirstPlainExponent = -4;
constexpr size_t kLongestWholePart = 320;  // digits of the largest float, and the point

struct Decimal {
  std::string digits;  // without point; the point stands after the first
  int exponent = 0;
};

Decimal SplitScientific(const std::string& text) {
  size_t mark = text.find('e');
  Decimal decimal{text.substr(0, 1), std::atoi(text.c_str() + mark + 1)};
  if (mark > 2) decimal.digits += text.substr(2, mark - 2);
  return decimal;
}

Decimal RoundedDecimal(double magnitude, int significant_digits) {
  std::string buffer(static_cast<size_t>(significant_digits) + 16, '\0');
  auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                    std::chars_format::scientific, significant_digits - 1);
  buffer.resize(static_cast<size_t>(end - buffer.data()));
  return SplitScientific(buffer);
}

std::string FixedText(double magnitude, const FloatLayout& layout) {
  std::string buffer(static_cast<size_t>(layout.precision) + kLongestWholePart, '\0');
  auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                    std::chars_format::fixed, layout.precision);
  buffer.resize(static_cast<size_t>(end - buffer.data()));
  if (layout.alternate && layout.precision == 0) buffer += '.';
  return buffer;
}

std::string ScientificText(const Decimal& decimal, const FloatLayout& layout) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1 || layout.alternate) text += "." + decimal.digits.substr(1);
  std::string exponent = std::to_string(std::abs(decimal.exponent));
  if (exponent.size() < 2) exponent = "0" + exponent;
  return text + (layout.upper_case ? 'E' : 'e') + (decimal.exponent < 0 ? '-' : '+') + exponent;
}

std::string PlainText(const Decimal& decimal, const FloatLayout& layout) {
  const std::string& digits = decimal.digits;
  if (decimal.exponent < 0) {
    return "0." + std::string(static_cast<size_t>(-decimal.exponent - 1), '0') + digits;
  }
  size_t whole = static_cast<size_t>(decimal.exponent) + 1;
  if (digits.size() > whole) return digits.substr(0, whole) + "." + digits.substr(whole);
  std::string text = digits + std::string(whole - digits.size(), '0');
  if (layout.add_dot_zero) return text + ".0";
  return layout.alternate ? text + "." : text;
}

void StripTrailingZeros(std::string& digits) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
}

std::string GeneralText(double magnitude, const FloatLayout& layout) {
  int precision = layout.precision == 0 ? 1 : layout.precision;
  Decimal decimal = RoundedDecimal(magnitude, precision);
  if (!layout.alternate) StripTrailingZeros(decimal.digits);
  int last_plain = precision - 1 - (layout.add_dot_zero ? 1 : 0);
  bool plain = decimal.exponent >= kFirstPlainExponent && decimal.exponent <= last_plain;
  return plain ? PlainText(decimal, layout) : ScientificText(decimal, layout);
}

std::string ShortestText(double magnitude, const FloatLayout& layout) {
  std::string text = FloatText(magnitude);
  if (layout.alternate && text.find('.') == std::string::npos) text.insert(text.find('e'), ".");
  return text;
}

std::string MagnitudeText(double magnitude, const FloatLayout& layout) {
  if (std::isinf(magnitude)) return layout.upper_case ? "INF" : "inf";
  if (layout.type == 'f') return FixedText(magnitude, layout);
  if (layout.type == 'e') {
    return ScientificText(RoundedDecimal(magnitude, layout.precision + 1), layout);
  }
  if (layout.type == 'r') return ShortestText(magnitude, layout);
  return GeneralText(magnitude, layout);
}

}  // namespace

std::string FloatDigits(double value, const FloatLayout& layout) {
  if (std::isnan(value)) return layout.upper_case ? "NAN" : "nan";
  std::string text = MagnitudeText(std::fabs(value), layout);
  return std::signbit(value) ? "-" + text : text;
}

}  // namespace streplay::script
