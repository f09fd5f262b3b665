// std::to_chars gives the shortest digits in scientific form; only the layout is Python's: plain
// notation for exponents from -4 to 15, two exponent digits at least otherwise.
#include "base/float_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace streplay {
namespace {

constexpr int kFirstPlainExponent = -4;
constexpr int kLastPlainExponent = 15;

struct Decimal {
  std::string digits;  // without point; the point stands after the first
  int exponent = 0;
};

Decimal ShortestDecimal(double magnitude) {
  char buffer[40];
  auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific);
  std::string text(buffer, end);
  size_t mark = text.find('e');
  Decimal decimal{text.substr(0, 1), std::atoi(text.c_str() + mark + 1)};
  if (mark > 2) decimal.digits += text.substr(2, mark - 2);
  return decimal;
}

std::string PlainText(const Decimal& decimal) {
  std::string digits = decimal.digits;
  if (decimal.exponent < 0) {
    return "0." + std::string(static_cast<size_t>(-decimal.exponent - 1), '0') + digits;
  }
  auto whole = static_cast<size_t>(decimal.exponent) + 1;
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0') + ".0";
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string ScientificText(const Decimal& decimal) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1) text += "." + decimal.digits.substr(1);
  std::string exponent = std::to_string(std::abs(decimal.exponent));
  if (exponent.size() < 2) exponent = "0" + exponent;
  return text + (decimal.exponent < 0 ? "e-" : "e+") + exponent;
}

}  // namespace

std::string FloatText(double value) {
  if (std::isnan(value)) return "nan";
  std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0) return sign + "0.0";
  Decimal decimal = ShortestDecimal(std::fabs(value));
  bool plain = decimal.exponent >= kFirstPlainExponent && decimal.exponent <= kLastPlainExponent;
  return sign + (plain ? PlainText(decimal) : ScientificText(decimal));
}

}  // namespace streplay
