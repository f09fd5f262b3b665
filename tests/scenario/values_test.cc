// Scalars, durations, calendar texts and the values of widgets.
#include <algorithm>
#include <memory>

#include "base/diagnostic_formatter.h"
#include "scenario/calendar_text.h"
#include "scenario/core_schema.h"
#include "scenario/duration.h"
#include "scenario/widget_value.h"
#include "support/catch.h"

using namespace streplay;
using Kind = PlainValue::Kind;

TEST_CASE("plain scalars follow the core schema of YAML 1.2") {
  for (const char* text : {"", "~", "null", "Null", "NULL"}) {
    CHECK(ClassifyPlainScalar(text) == Kind::kNull);
  }
  for (const char* text : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    CHECK(ClassifyPlainScalar(text) == Kind::kBool);
  }
  for (const char* text : {"0", "-1", "+7", "007", "0x1F", "0o17"}) {
    CHECK(ClassifyPlainScalar(text) == Kind::kInt);
  }
  for (const char* text : {"1.", ".5", "-1.5e3", "1e5", "+.inf", "-.INF", ".nan"}) {
    CHECK(ClassifyPlainScalar(text) == Kind::kFloat);
  }
  for (const char* text :
       {"yes", "no", "on", "off", "y",     "tRUE",       "nULL", "1_000", "0b1", "0x",
        "-",   ".",  "1e", "e5",  "08:45", "2023-02-09", "-0x1", "1.2.3", "inf", "."}) {
    INFO(text);
    CHECK(ClassifyPlainScalar(text) == Kind::kString);
  }
}

TEST_CASE("numbers have their values") {
  CHECK(ResolvePlainScalar("0x1F")->integer == 31);
  CHECK(ResolvePlainScalar("0o17")->integer == 15);
  CHECK(ResolvePlainScalar("+7")->integer == 7);
  CHECK(ResolvePlainScalar("-9223372036854775808")->integer == INT64_MIN);
  CHECK_FALSE(ResolvePlainScalar("9223372036854775808").has_value());
  CHECK(ResolvePlainScalar("+1.5")->number == 1.5);
  CHECK(ResolvePlainScalar("1.50")->text == "1.50");
  CHECK(ResolvePlainScalar("-.inf")->number < 0);
  CHECK_FALSE(ResolvePlainScalar("1e999").has_value());
}

TEST_CASE("durations are exact") {
  CHECK(ParseDuration("90s").microseconds == 90'000'000);
  CHECK(ParseDuration("0.001ms").microseconds == 1);
  CHECK(ParseDuration("1.5h").microseconds == 5'400'000'000);
  CHECK(ParseDuration("0s").microseconds == 0);
  CHECK(ParseDuration("36500d").microseconds == kMaxAdvanceMicroseconds);
  CHECK(ParseDuration("0.1s").microseconds == 100'000);
  for (const char* text : {"", "s", "1", "1.", ".5s", "1.5", "1 s", "1sec", "1S", "-1s", "+1s",
                           "1e3s", "36500.1d", "1.0000001s", "0.0001ms", "9999999999999d"}) {
    INFO(text);
    CHECK_FALSE(ParseDuration(text).error.empty());
  }
}

TEST_CASE("dates and times exist") {
  CHECK(IsDateText("2024-02-29"));
  CHECK_FALSE(IsDateText("2023-02-29"));
  CHECK_FALSE(IsDateText("0000-01-01"));
  CHECK_FALSE(IsDateText("2023-1-01"));
  CHECK(IsTimeText("23:59"));
  CHECK_FALSE(IsTimeText("23:60"));
  CHECK_FALSE(IsTimeText("8:45"));
  CHECK(IsDateTimeText("2023-02-09T08:45"));
  CHECK(IsDateTimeText("2023-02-09 08:45"));
  CHECK_FALSE(IsDateTimeText("2023-02-09"));
}

TEST_CASE("the names of the widgets are sorted and complete") {
  auto names = WidgetCommandNames();
  CHECK(names.size() == 17);
  CHECK(std::is_sorted(names.begin(), names.end()));
}

TEST_CASE("a value is checked later too, for a widget that was named by its key") {
  auto source = std::make_shared<const SourceText>("f", "value");
  SourceRange range{source, {1, 1}, {1, 6}};
  Diagnostics diagnostics;
  CHECK(CheckWidgetValue("button", std::nullopt, range, diagnostics));
  CHECK(diagnostics.empty());
  CHECK_FALSE(CheckWidgetValue("slider", std::nullopt, range, diagnostics));
  CHECK(FormatDiagnostics(diagnostics).starts_with("f:1:1: error: `slider` takes a number"));
}
