#include "script/duration.h"

#include <cmath>
#include <map>
#include <sstream>

#include "script/calendar.h"
#include "script/table_file.h"

namespace streplay::script {
namespace {

const std::map<std::string, int64_t> kUnits = {
    {"microseconds", 1},
    {"milliseconds", 1000},
    {"seconds", 1'000'000},
    {"minutes", 60'000'000},
    {"hours", 3'600'000'000},
    {"days", kMicrosecondsPerDay},
    {"weeks", 7 * kMicrosecondsPerDay},
};

std::string ReprOutcome(const PlainResult<Duration>& duration) {
  return duration.ok() ? duration.value().Repr() : PlainErrorText(duration.error());
}

// The argument list of a "make" row: repr, str and total seconds, or the error.
std::string MakeOutcome(const TableRow& row) {
  std::istringstream arguments(row[1]);
  DurationBuilder builder;
  for (std::string argument; arguments >> argument;) {
    size_t equals = argument.find('=');
    int64_t unit = kUnits.at(argument.substr(0, equals));
    std::string value = argument.substr(equals + 1);
    bool is_float = value.find_first_of("xin") != std::string::npos;
    std::optional<PlainError> error =
        is_float ? builder.Add(FloatCell(value), unit) : builder.Add(IntCell(value), unit);
    if (error) return PlainErrorText(*error);
  }
  PlainResult<Duration> made = builder.Build();
  if (!made.ok()) return PlainErrorText(made.error());
  const Duration& duration = made.value();
  std::string seconds = Unescape(row[2]).substr(Unescape(row[2]).rfind('|') + 1);
  CHECK(duration.total_seconds() == FloatCell(seconds));
  return duration.Repr() + "|" + duration.Text() + "|" + seconds;
}

WideInt WideCell(const std::string& cell) {
  WideInt value = 0;
  for (char c : cell) {
    if (c != '-') value = value * 10 + (c - '0');
  }
  return cell[0] == '-' ? -value : value;
}

std::string ScalarOutcome(const TableRow& row, const Duration& duration) {
  if (row[0] == "times") return ReprOutcome(duration.Times(IntCell(row[2])));
  if (row[0] == "divide") return ReprOutcome(duration.DividedBy(IntCell(row[2])));
  if (row[0] == "floordivide") return ReprOutcome(duration.FloorDividedBy(IntCell(row[2])));
  if (row[0] == "timesfloat") return ReprOutcome(duration.Times(FloatCell(row[2])));
  return ReprOutcome(duration.DividedBy(FloatCell(row[2])));
}

void CheckPair(const TableRow& row, const Duration& duration) {
  Duration other = Duration::OfMicroseconds(WideCell(row[2])).value();
  if (row[0] == "plus") {
    CHECK(ReprOutcome(duration.Plus(other)) == row[3]);
  } else if (row[0] == "minus") {
    CHECK(ReprOutcome(duration.Minus(other)) == row[3]);
  } else if (row[0] == "modulo") {
    CHECK(ReprOutcome(duration.Modulo(other)) == row[3]);
  } else if (row[0] == "floorratio") {
    CHECK(Outcome(duration.FloorDividedBy(other)) == row[3]);
  } else {
    CHECK(row[0] == "ratio");
    CHECK(MatchesFloat(row[3], duration.DividedBy(other)));
  }
}

}  // namespace

TEST_CASE("durations are made, printed and computed as CPython does") {
  for (const TableRow& row : ReadTable("duration")) {
    INFO(row[0] << " " << row[1] << " " << row[2]);
    if (row[0] == "make") {
      CHECK(MakeOutcome(row) == row[2]);
      continue;
    }
    Duration duration = Duration::OfMicroseconds(WideCell(row[1])).value();
    bool scalar = row[0] == "times" || row[0] == "divide" || row[0] == "floordivide" ||
                  row[0] == "timesfloat" || row[0] == "dividefloat";
    if (scalar) {
      CHECK(ScalarOutcome(row, duration) == row[3]);
    } else {
      CheckPair(row, duration);
    }
  }
}

}  // namespace streplay::script
