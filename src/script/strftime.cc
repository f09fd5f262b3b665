// One pass over the format. A directive is a number with its width and padding, a name, or a
// shorthand for other directives.
#include "script/strftime.h"

#include <algorithm>
#include <optional>

namespace streplay::script {
namespace {

constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                          "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr size_t kShortName = 3;
constexpr size_t kCtimeSize = 40;

struct Number {
  int value = 0;
  size_t width = 2;
  char padding = '0';
};

int HourOfTwelve(int hour) {
  return hour % 12 == 0 ? 12 : hour % 12;
}

// The week of the year when weeks start on the weekday that is `days` after the year's count
// starts.
int WeekOfYear(const DateAndTime& moment, int weekday_from_start) {
  return (DayOfYear(moment.date) + 6 - weekday_from_start) / 7;
}

std::optional<Number> DateNumber(char directive, const DateAndTime& moment) {
  const CalendarDate& date = moment.date;
  int weekday = WeekdayOf(date);
  switch (directive) {
    case 'd':
      return Number{date.day};
    case 'e':
      return Number{date.day, 2, ' '};
    case 'g':
      return Number{IsoWeekDateOf(date).year % 100};
    case 'G':
      return Number{IsoWeekDateOf(date).year, 1};
    case 'j':
      return Number{DayOfYear(date), 3};
    case 'm':
      return Number{date.month};
    case 'u':
      return Number{weekday + 1, 1};
    case 'U':
      return Number{WeekOfYear(moment, (weekday + 1) % 7)};
    case 'V':
      return Number{IsoWeekDateOf(date).week};
    case 'w':
      return Number{(weekday + 1) % 7, 1};
    case 'W':
      return Number{WeekOfYear(moment, weekday)};
    case 'y':
      return Number{date.year % 100};
    case 'Y':
      return Number{date.year, 1};
    default:
      return std::nullopt;
  }
}

std::optional<Number> TimeNumber(char directive, const TimeOfDay& time) {
  switch (directive) {
    case 'H':
      return Number{time.hour};
    case 'I':
      return Number{HourOfTwelve(time.hour)};
    case 'k':
      return Number{time.hour, 2, ' '};
    case 'l':
      return Number{HourOfTwelve(time.hour), 2, ' '};
    case 'M':
      return Number{time.minute};
    case 'S':
      return Number{time.second};
    default:
      return std::nullopt;
  }
}

std::string Padded(int value, size_t width, char padding) {
  std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, padding) + text;
}

// `flag` is '-', '_', '0' or 0.
std::string NumberText(const Number& number, char flag) {
  if (flag == '-') return std::to_string(number.value);
  char padding = flag == '_' ? ' ' : flag == '0' ? '0' : number.padding;
  return Padded(number.value, number.width, padding);
}

std::optional<std::string> NameText(char directive, const DateAndTime& moment) {
  std::string_view weekday = kWeekdays[WeekdayOf(moment.date)];
  std::string_view month = kMonths[moment.date.month - 1];
  bool morning = moment.time.hour < 12;
  switch (directive) {
    case 'a':
      return std::string(weekday.substr(0, kShortName));
    case 'A':
      return std::string(weekday);
    case 'b':
    case 'h':
      return std::string(month.substr(0, kShortName));
    case 'B':
      return std::string(month);
    case 'f':
      return Padded(moment.time.microsecond, 6, '0');
    case 'n':
      return "\n";
    case 'p':
      return morning ? "AM" : "PM";
    case 'P':
      return morning ? "am" : "pm";
    case 't':
      return "\t";
    case 'z':
    case 'Z':
      return "";  // naive
    case '%':
      return "%";
    default:
      return std::nullopt;
  }
}

std::string_view Shorthand(char directive) {
  switch (directive) {
    case 'c':
      return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x':
      return "%m/%d/%y";
    case 'F':
      return "%Y-%m-%d";
    case 'r':
      return "%I:%M:%S %p";
    case 'R':
      return "%H:%M";
    case 'T':
    case 'X':
      return "%H:%M:%S";
    default:
      return "";
  }
}

// Nothing for a directive that is not supported.
std::optional<std::string> DirectiveText(char directive, char flag, const DateAndTime& moment) {
  std::optional<Number> number = DateNumber(directive, moment);
  if (!number) number = TimeNumber(directive, moment.time);
  if (number) return NumberText(*number, flag);
  if (flag != 0) return std::nullopt;
  if (std::optional<std::string> name = NameText(directive, moment)) return name;
  std::string_view shorthand = Shorthand(directive);
  if (shorthand.empty()) return std::nullopt;
  std::string text;
  for (size_t i = 0; i < shorthand.size(); ++i) {
    if (shorthand[i] == '%') {
      text += *DirectiveText(shorthand[++i], 0, moment);
    } else {
      text += shorthand[i];
    }
  }
  return text;
}

}  // namespace

PlainResult<std::string> FormatMoment(const DateAndTime& moment, std::string_view format,
                                      size_t limit) {
  std::string text;
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      text += format[i];
      continue;
    }
    const size_t begin = i++;
    char flag = 0;
    if ((format[i] == '-' || format[i] == '_' || format[i] == '0') && i + 1 < format.size()) {
      flag = format[i++];
    }
    std::optional<std::string> directive = DirectiveText(format[i], flag, moment);
    if (!directive) {
      return PlainLimit("the strftime directive \"" +
                        std::string(format.substr(begin, i + 1 - begin)) +
                        "\" is not supported in scenario scripts");
    }
    text += *directive;
    if (text.size() > limit) return PlainLimit("a formatted date is too long");
  }
  return text;
}

std::string CtimeText(const DateAndTime& moment) {
  std::string text = FormatMoment(moment, "%a %b %e %H:%M:%S ", kCtimeSize).value();
  return text + Padded(moment.date.year, 4, '0');
}

}  // namespace streplay::script
