#include "scenario/calendar_text.h"

#include <chrono>
#include <cstddef>

namespace streplay {
namespace {

// Whether `text` looks like `pattern`, in which 0 stands for a digit.
bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == '0' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

int Number(std::string_view digits) {
  int value = 0;
  for (char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

bool IsDateText(std::string_view text) {
  if (!Matches(text, "0000-00-00")) return false;
  std::chrono::year_month_day date(
      std::chrono::year(Number(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(Number(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(Number(text.substr(8, 2)))));
  return date.ok() && Number(text.substr(0, 4)) >= 1;
}

bool IsTimeText(std::string_view text) {
  return Matches(text, "00:00") && Number(text.substr(0, 2)) < 24 && Number(text.substr(3)) < 60;
}

bool IsDateTimeText(std::string_view text) {
  constexpr size_t kDateLength = 10;
  return text.size() > kDateLength && IsDateText(text.substr(0, kDateLength)) &&
         (text[kDateLength] == 'T' || text[kDateLength] == ' ') &&
         IsTimeText(text.substr(kDateLength + 1));
}

}  // namespace streplay
