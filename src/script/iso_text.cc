// The fromisoformat methods of calendar.h. A date has one of four shapes, told apart by its fifth
// and sixth characters; a time is up to three pairs of digits, all or none separated by colons, and
// a fraction.
#include <array>
#include <optional>

#include "base/utf8.h"
#include "script/calendar.h"
#include "script/text_repr.h"

namespace streplay::script {
namespace {

PlainError InvalidText(std::string_view text) {
  return PlainValueError("Invalid isoformat string: " + TextRepr(text));
}

bool IsAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}

// Takes `count` digits off the front; nothing when they are not there.
std::optional<int> TakeDigits(std::string_view& text, size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (char c : text.substr(0, count)) {
    if (!IsAsciiDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool Take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

// What follows "W"; nothing for a malformed or impossible week.
std::optional<CalendarDate> WeekDate(int year, std::string_view rest, bool separated) {
  std::optional<int> week = TakeDigits(rest, 2);
  std::optional<int> weekday = 1;
  if (!week) return std::nullopt;
  if (!rest.empty()) {
    if (separated && !Take(rest, '-')) return std::nullopt;
    weekday = TakeDigits(rest, 1);
    if (!weekday) return std::nullopt;
  }
  PlainResult<CalendarDate> date = DateOfIsoWeek(year, *week, *weekday);
  if (!date.ok()) return std::nullopt;
  return date.value();
}

// `whole` is what messages show.
PlainResult<CalendarDate> ReadDate(std::string_view text, std::string_view whole) {
  std::optional<int> year = TakeDigits(text, 4);
  if (!year) return InvalidText(whole);
  bool separated = Take(text, '-');
  if (Take(text, 'W')) {
    std::optional<CalendarDate> date = WeekDate(*year, text, separated);
    if (!date) return InvalidText(whole);
    return *date;
  }
  std::optional<int> month = TakeDigits(text, 2);
  if (!month || (separated && !Take(text, '-'))) return InvalidText(whole);
  std::optional<int> day = TakeDigits(text, 2);
  if (!day || !text.empty()) return InvalidText(whole);
  return MakeDate(*year, *month, *day);
}

// A fraction of a second; digits past the sixth are dropped.
std::optional<int> ReadFraction(std::string_view text) {
  size_t counted = text.size() < 6 ? text.size() : 6;
  std::optional<int> value = TakeDigits(text, counted);
  if (!value || counted == 0) return std::nullopt;
  for (; counted < 6; ++counted) *value *= 10;
  for (char c : text) {
    if (!IsAsciiDigit(c)) return std::nullopt;
  }
  return value;
}

// Hour, minute, second, microsecond; nothing when malformed. A fraction may follow any of the first
// three, and a colon may stand for the point after the seconds, as CPython takes it.
std::optional<std::array<int, 4>> ReadParts(std::string_view text) {
  std::array<int, 4> parts = {};
  bool separated = false;
  for (size_t i = 0; i < 3; ++i) {
    std::optional<int> part = TakeDigits(text, 2);
    if (!part) return std::nullopt;
    parts[i] = *part;
    if (text.empty()) return parts;
    if (text.size() == 1) return std::nullopt;
    if (i == 0) separated = text[0] == ':';
    if (separated && Take(text, ':')) continue;
    if (Take(text, '.') || Take(text, ',')) break;
    if (separated) return std::nullopt;
  }
  std::optional<int> fraction = ReadFraction(text);
  if (!fraction) return std::nullopt;
  parts[3] = *fraction;
  return parts;
}

// "Z", or a sign and an offset.
bool IsZone(std::string_view text) {
  return text[0] == 'Z' ? text.size() == 1 : ReadParts(text.substr(1)).has_value();
}

PlainResult<TimeOfDay> ReadTime(std::string_view text, std::string_view whole) {
  size_t zone = text.find_first_of("+-Z");
  std::optional<std::array<int, 4>> parts = ReadParts(text.substr(0, zone));
  bool zone_fits = zone == std::string_view::npos || IsZone(text.substr(zone));
  if (!parts || !zone_fits) return InvalidText(whole);
  if (zone != std::string_view::npos) {
    return PlainLimit("time zones are not supported in scenario scripts");
  }
  return MakeTime((*parts)[0], (*parts)[1], (*parts)[2], (*parts)[3]);
}

}  // namespace

PlainResult<CalendarDate> ParseIsoDate(std::string_view text) {
  if (text.size() != 7 && text.size() != 8 && text.size() != 10) return InvalidText(text);
  return ReadDate(text, text);
}

PlainResult<TimeOfDay> ParseIsoTime(std::string_view text) {
  std::string_view rest = text;
  Take(rest, 'T');
  return ReadTime(rest, text);
}

PlainResult<DateAndTime> ParseIsoMoment(std::string_view text) {
  if (text.size() < 7) return InvalidText(text);
  if (text[4] == 'W' || (text[4] == '-' && text[5] == 'W')) {
    return PlainLimit(
        "week dates in datetime.fromisoformat() are not supported in scenario scripts");
  }
  size_t date_size = text[4] == '-' ? 10 : 8;
  PlainResult<CalendarDate> date = ReadDate(text.substr(0, date_size), text);
  if (!date.ok() && date.error() == InvalidText(text)) return date.error();
  TimeOfDay time;
  if (text.size() > date_size) {
    size_t separator = DecodeCodePoint(text, date_size).length;
    PlainResult<TimeOfDay> parsed = ReadTime(text.substr(date_size + separator), text);
    if (!parsed.ok() && (date.ok() || parsed.error() == InvalidText(text))) return parsed.error();
    if (parsed.ok()) time = parsed.value();
  }
  if (!date.ok()) return date.error();
  return DateAndTime{date.value(), time};
}

}  // namespace streplay::script
