// Days are counted in the usual cycles of 400, 100, 4 and 1 years. Everything else is arithmetic on
// day numbers and on microseconds.
#include "script/calendar.h"

#include <algorithm>
#include <cstdio>

namespace streplay::script {
namespace {

constexpr int kDaysBeforeMonth[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
constexpr int64_t kDaysIn400Years = 146097;
constexpr int64_t kDaysIn100Years = 36524;
constexpr int64_t kDaysIn4Years = 1461;
constexpr int64_t kDaysInYear = 365;

int64_t DaysBeforeYear(int year) {
  int64_t before = year - 1;
  return before * kDaysInYear + before / 4 - before / 100 + before / 400;
}

int DaysBeforeMonth(int year, int month) {
  return kDaysBeforeMonth[month] + (month > 2 && IsLeapYear(year) ? 1 : 0);
}

int64_t FloorDivide(int64_t value, int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

// The ordinal of the Monday that starts week 1: the week with the year's first Thursday.
int64_t FirstIsoMonday(int year) {
  int64_t first_day = DaysBeforeYear(year) + 1;
  int64_t weekday = (first_day + 6) % 7;
  int64_t monday = first_day - weekday;
  return weekday > 3 ? monday + 7 : monday;
}

template <class... Parts>
std::string Print(const char* format, Parts... parts) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, format, parts...);
  return buffer;
}

}  // namespace

bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int DaysInMonth(int year, int month) {
  if (month == 2) return IsLeapYear(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int DayOfYear(const CalendarDate& date) {
  return DaysBeforeMonth(date.year, date.month) + date.day;
}

PlainResult<CalendarDate> MakeDate(int64_t year, int64_t month, int64_t day) {
  if (year < kMinYear || year > kMaxYear) {
    return PlainValueError("year " + std::to_string(year) + " is out of range");
  }
  if (month < 1 || month > 12) return PlainValueError("month must be in 1..12");
  CalendarDate date{static_cast<int>(year), static_cast<int>(month), 1};
  if (day < 1 || day > DaysInMonth(date.year, date.month)) {
    return PlainValueError("day is out of range for month");
  }
  date.day = static_cast<int>(day);
  return date;
}

PlainResult<TimeOfDay> MakeTime(int64_t hour, int64_t minute, int64_t second, int64_t microsecond) {
  if (hour < 0 || hour > 23) return PlainValueError("hour must be in 0..23");
  if (minute < 0 || minute > 59) return PlainValueError("minute must be in 0..59");
  if (second < 0 || second > 59) return PlainValueError("second must be in 0..59");
  if (microsecond < 0 || microsecond >= kMicrosecondsPerSecond) {
    return PlainValueError("microsecond must be in 0..999999");
  }
  return TimeOfDay{static_cast<int>(hour), static_cast<int>(minute), static_cast<int>(second),
                   static_cast<int>(microsecond)};
}

int64_t OrdinalOf(const CalendarDate& date) {
  return DaysBeforeYear(date.year) + DayOfYear(date);
}

CalendarDate DateOfOrdinal(int64_t ordinal) {
  int64_t days = ordinal - 1;
  int64_t year = days / kDaysIn400Years * 400;
  days %= kDaysIn400Years;
  int64_t centuries = std::min<int64_t>(days / kDaysIn100Years, 3);  // a fourth is the leap day's
  days -= centuries * kDaysIn100Years;
  year += centuries * 100 + days / kDaysIn4Years * 4;
  days %= kDaysIn4Years;
  int64_t years = std::min<int64_t>(days / kDaysInYear, 3);
  days -= years * kDaysInYear;
  CalendarDate date{static_cast<int>(year + years + 1), 1, 1};
  while (days >= DaysInMonth(date.year, date.month)) days -= DaysInMonth(date.year, date.month++);
  date.day = static_cast<int>(days) + 1;
  return date;
}

int WeekdayOf(const CalendarDate& date) {
  return static_cast<int>((OrdinalOf(date) + 6) % 7);
}

IsoWeekDate IsoWeekDateOf(const CalendarDate& date) {
  int64_t ordinal = OrdinalOf(date);
  int year = date.year;
  if (ordinal < FirstIsoMonday(year)) {
    --year;
  } else if (ordinal >= FirstIsoMonday(year + 1)) {
    ++year;
  }
  int64_t days = ordinal - FirstIsoMonday(year);
  return {year, static_cast<int>(days / 7) + 1, static_cast<int>(days % 7) + 1};
}

PlainResult<CalendarDate> DateOfIsoWeek(int64_t year, int64_t week, int64_t weekday) {
  if (year < kMinYear || year > kMaxYear) {
    return PlainValueError("Year is out of range: " + std::to_string(year));
  }
  int whole_year = static_cast<int>(year);
  int64_t weeks = (FirstIsoMonday(whole_year + 1) - FirstIsoMonday(whole_year)) / 7;
  if (week < 1 || week > weeks) return PlainValueError("Invalid week: " + std::to_string(week));
  if (weekday < 1 || weekday > 7) {
    return PlainValueError("Invalid day: " + std::to_string(weekday) + " (range is [1, 7])");
  }
  int64_t ordinal = FirstIsoMonday(whole_year) + (week - 1) * 7 + weekday - 1;
  if (ordinal < 1) return PlainValueError("year 0 is out of range");
  if (ordinal > kMaxOrdinal) return PlainValueError("year 10000 is out of range");
  return DateOfOrdinal(ordinal);
}

int64_t MicrosecondOf(const TimeOfDay& time) {
  int64_t seconds = (int64_t{time.hour} * 60 + time.minute) * 60 + time.second;
  return seconds * kMicrosecondsPerSecond + time.microsecond;
}

TimeOfDay TimeOfMicrosecond(int64_t microsecond) {
  int64_t seconds = microsecond / kMicrosecondsPerSecond;
  return {static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
          static_cast<int>(seconds % 60), static_cast<int>(microsecond % kMicrosecondsPerSecond)};
}

int64_t EpochMicroseconds(const DateAndTime& moment) {
  return (OrdinalOf(moment.date) - kEpochOrdinal) * kMicrosecondsPerDay +
         MicrosecondOf(moment.time);
}

PlainResult<DateAndTime> MomentOfEpoch(int64_t microseconds) {
  int64_t day = FloorDivide(microseconds, kMicrosecondsPerDay);
  int64_t ordinal = day + kEpochOrdinal;
  if (ordinal < 1 || ordinal > kMaxOrdinal) return PlainOverflowError("date value out of range");
  return DateAndTime{DateOfOrdinal(ordinal),
                     TimeOfMicrosecond(microseconds - day * kMicrosecondsPerDay)};
}

std::string IsoText(const CalendarDate& date) {
  return Print("%04d-%02d-%02d", date.year, date.month, date.day);
}

PlainResult<std::string> IsoText(const TimeOfDay& time, std::string_view timespec) {
  if (timespec == "auto") timespec = time.microsecond == 0 ? "seconds" : "microseconds";
  if (timespec == "hours") return Print("%02d", time.hour);
  if (timespec == "minutes") return Print("%02d:%02d", time.hour, time.minute);
  std::string text = Print("%02d:%02d:%02d", time.hour, time.minute, time.second);
  if (timespec == "seconds") return text;
  if (timespec == "milliseconds") return text + Print(".%03d", time.microsecond / 1000);
  if (timespec == "microseconds") return text + Print(".%06d", time.microsecond);
  return PlainValueError("Unknown timespec value");
}

}  // namespace streplay::script
