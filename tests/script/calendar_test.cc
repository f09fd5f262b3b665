#include "script/calendar.h"

#include <cmath>
#include <sstream>

#include "script/strftime.h"
#include "script/table_file.h"

namespace streplay::script {
namespace {

std::string DateOutcome(const PlainResult<CalendarDate>& date) {
  return date.ok() ? IsoText(date.value()) : PlainErrorText(date.error());
}

std::string MomentText(const DateAndTime& moment) {
  return IsoText(moment.date) + "T" + IsoText(moment.time).value();
}

void CheckDate(const TableRow& row) {
  CalendarDate date = ParseIsoDate(row[1]).value();
  CHECK(IsoText(date) == row[1]);
  CHECK(std::to_string(OrdinalOf(date)) == row[2]);
  CHECK(DateOfOrdinal(OrdinalOf(date)) == date);
  CHECK(std::to_string(WeekdayOf(date)) == row[3]);
  IsoWeekDate week = IsoWeekDateOf(date);
  CHECK(std::to_string(week.year) + " " + std::to_string(week.week) + " " +
            std::to_string(week.weekday) ==
        row[4]);
  CHECK(std::to_string(DayOfYear(date)) == row[5]);
  DateAndTime moment{date, {23, 59, 58, 7}};
  CHECK(MomentOfEpoch(EpochMicroseconds(moment)).value() == moment);
}

std::string ParseOutcome(const TableRow& row) {
  std::string text = Unescape(row[1]);
  if (row[0] == "parsedate") return DateOutcome(ParseIsoDate(text));
  if (row[0] == "parsetime") {
    PlainResult<TimeOfDay> time = ParseIsoTime(text);
    return time.ok() ? IsoText(time.value()).value() : PlainErrorText(time.error());
  }
  PlainResult<DateAndTime> moment = ParseIsoMoment(text);
  return moment.ok() ? MomentText(moment.value()) : PlainErrorText(moment.error());
}

}  // namespace

TEST_CASE("dates, their numbers and their texts are CPython's") {
  for (const TableRow& row : ReadTable("calendar")) {
    INFO(row[0] << " " << row[1] << " gives " << row[2]);
    if (row[0] == "date") {
      CheckDate(row);
    } else if (row[0] == "isoweek") {
      std::istringstream parts(row[1]);
      int64_t year = 0;
      int64_t week = 0;
      int64_t weekday = 0;
      parts >> year >> week >> weekday;
      CHECK(DateOutcome(DateOfIsoWeek(year, week, weekday)) == row[2]);
    } else if (row[0] == "strftime") {
      DateAndTime moment = ParseIsoMoment(row[1]).value();
      CHECK(Outcome(FormatMoment(moment, Unescape(row[2]), 1000)) == Unescape(row[3]));
    } else {
      CHECK(ParseOutcome(row) == Unescape(row[2]));
    }
  }
}

TEST_CASE("zones, rare directives and rare week dates are refused") {
  CHECK(ParseIsoTime("10:30Z").error().type == PlainErrorType::kLimit);
  CHECK(ParseIsoMoment("2023-02-03T10:30+01:00").error().type == PlainErrorType::kLimit);
  CHECK(ParseIsoMoment("2023-W06-4T10").error().type == PlainErrorType::kLimit);
  for (const char* format : {"%q", "%Ey", "%10d", "%s", "%-A", "%:z"}) {
    CHECK(FormatMoment({}, format, 1000).error().type == PlainErrorType::kLimit);
  }
}

}  // namespace streplay::script
