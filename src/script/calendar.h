// The proleptic Gregorian calendar, times of day and durations as plain data: what the `datetime`
// module computes. Years 1 to 9999; days are numbered from 0001-01-01, which is day 1. Naive only:
// there are no time zones.
#ifndef STREPLAY_SCRIPT_CALENDAR_H_
#define STREPLAY_SCRIPT_CALENDAR_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "script/plain_result.h"

namespace streplay::script {

inline constexpr int kMinYear = 1;
inline constexpr int kMaxYear = 9999;
inline constexpr int64_t kMaxOrdinal = 3652059;
inline constexpr int64_t kEpochOrdinal = 719163;  // 1970-01-01
inline constexpr int64_t kMicrosecondsPerSecond = 1'000'000;
inline constexpr int64_t kSecondsPerDay = 86'400;
inline constexpr int64_t kMicrosecondsPerDay = kSecondsPerDay * kMicrosecondsPerSecond;

struct CalendarDate {
  int year = 1;
  int month = 1;
  int day = 1;
  auto operator<=>(const CalendarDate&) const = default;
};

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int microsecond = 0;
  auto operator<=>(const TimeOfDay&) const = default;
};

struct DateAndTime {
  CalendarDate date;
  TimeOfDay time;
  auto operator<=>(const DateAndTime&) const = default;
};

struct IsoWeekDate {
  int year = 1;
  int week = 1;
  int weekday = 1;  // Monday is 1
};

bool IsLeapYear(int year);
int DaysInMonth(int year, int month);
int DayOfYear(const CalendarDate& date);  // 1 to 366

// Whether the parts are those of a day (an hour …), with ValueError's message when they are not.
PlainResult<CalendarDate> MakeDate(int64_t year, int64_t month, int64_t day);
PlainResult<TimeOfDay> MakeTime(int64_t hour, int64_t minute, int64_t second, int64_t microsecond);

int64_t OrdinalOf(const CalendarDate& date);
CalendarDate DateOfOrdinal(int64_t ordinal);  // 1 to kMaxOrdinal
int WeekdayOf(const CalendarDate& date);      // Monday is 0
IsoWeekDate IsoWeekDateOf(const CalendarDate& date);
PlainResult<CalendarDate> DateOfIsoWeek(int64_t year, int64_t week, int64_t weekday);

int64_t MicrosecondOf(const TimeOfDay& time);  // of the day
TimeOfDay TimeOfMicrosecond(int64_t microsecond);

// Microseconds since 1970-01-01, and back (nothing but OverflowError or ValueError outside the
// years).
int64_t EpochMicroseconds(const DateAndTime& moment);
PlainResult<DateAndTime> MomentOfEpoch(int64_t microseconds);

// `timespec` is "auto", "hours", "minutes", "seconds", "milliseconds" or "microseconds".
std::string IsoText(const CalendarDate& date);
PlainResult<std::string> IsoText(const TimeOfDay& time, std::string_view timespec = "auto");

// The fromisoformat methods. A time with a zone is refused (kLimit).
PlainResult<CalendarDate> ParseIsoDate(std::string_view text);
PlainResult<TimeOfDay> ParseIsoTime(std::string_view text);
PlainResult<DateAndTime> ParseIsoMoment(std::string_view text);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_CALENDAR_H_
