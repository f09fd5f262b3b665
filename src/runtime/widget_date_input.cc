// st.date_input: a date, or a range of up to two.
#include <algorithm>
#include <cstdio>

#include "runtime/element_call.h"
#include "runtime/script_run.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "runtime/widget_options.h"
#include "script/datetime_arguments.h"
#include "script/datetime_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::CalendarDate;
using script::Comparison;
using script::Interpreter;
using script::Value;

constexpr int kYearsAround = 10;  // how far the bounds lie from the value when they are not given

// Streamlit's text of a date: like C's %Y, the year has no leading zeros.
std::string DateText(const CalendarDate& date) {
  char text[32];
  std::snprintf(text, sizeof text, "%d/%02d/%02d", date.year, date.month, date.day);
  return text;
}

// With leading zeros, to be compared.
std::string SortableText(const CalendarDate& date) {
  std::string text = script::IsoText(date);
  std::replace(text.begin(), text.end(), '-', '/');
  return text;
}

class DateSerde : public WidgetSerde {
 public:
  DateSerde(std::vector<Value> initial, bool is_range)
      : initial_(std::move(initial)), is_range_(is_range) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const auto* picked = wire != nullptr ? std::get_if<std::vector<std::string>>(wire) : nullptr;
    std::vector<Value> dates = initial_;
    if (picked != nullptr && !ReadDates(run, *picked, dates)) return {};
    if (is_range_) return run.heap().MakeTuple(std::move(dates));
    return dates.front();
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    Interpreter& interpreter = run.interpreter();
    std::vector<Value> values = {value};
    if (IsRangeValue(value)) {
      values.clear();
      if (!script::CollectItems(interpreter, value, values)) return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const Value& each : values) {
      std::optional<CalendarDate> date = script::DateOf(each);
      if (!date) {
        interpreter.RaiseTypeError(
            "descriptor 'strftime' for 'datetime.date' objects doesn't apply to a '" +
            script::TypeName(interpreter, each) + "' object");
        return std::nullopt;
      }
      texts.push_back(DateText(*date));
    }
    return texts;
  }

 private:
  static bool ReadDates(ScriptRun& run, const std::vector<std::string>& texts,
                        std::vector<Value>& dates) {
    dates.clear();
    for (const std::string& text : texts) {
      std::string iso = text;
      std::replace(iso.begin(), iso.end(), '/', '-');
      auto date = script::ParseIsoDate(iso);
      if (!date.ok()) {
        run.interpreter().RaiseValueError("time data '" + text +
                                          "' does not match format '%Y/%m/%d'");
        return false;
      }
      dates.push_back(script::MakeDateValue(run.heap(), date.value()));
    }
    return true;
  }

  std::vector<Value> initial_;
  bool is_range_;
};

struct DateRange {
  std::vector<Value> values;  // of a range: as given, and so perhaps no dates before the checks
  bool is_range = false;
  CalendarDate min;
  CalendarDate max;
};

std::optional<CalendarDate> Today(CommandCall& call) {
  std::optional<script::DateAndTime> now = script::CurrentMoment(call.interpreter);
  if (!now) return std::nullopt;
  return now->date;
}

// A datetime counts as its day.
Value AsDay(CommandCall& call, const Value& value) {
  std::optional<CalendarDate> date = script::DateOf(value);
  return date ? script::MakeDateValue(call.run.heap(), *date) : value;
}

bool ReadValues(CommandCall& call, DateRange& range) {
  const Value& value = call.Argument("value");
  if (value.is_none()) {
    std::optional<CalendarDate> today = Today(call);
    if (today) range.values = {script::MakeDateValue(call.run.heap(), *today)};
    return today.has_value();
  }
  if (script::DateOf(value)) {
    range.values = {AsDay(call, value)};
    return true;
  }
  range.is_range = IsRangeValue(value);
  std::vector<Value> items;
  if (range.is_range && !script::CollectItems(call.interpreter, value, items)) return false;
  if (!range.is_range || items.size() > 2) {
    RaiseBadArgument(call, "the value must be a date or a list of at most two");
    return false;
  }
  for (const Value& item : items) range.values.push_back(AsDay(call, item));
  return true;
}

// Ten years before or after a day; the 29th of February may become the 28th.
std::optional<CalendarDate> YearsFrom(CommandCall& call, CalendarDate date, int years) {
  const int year = date.year + years;
  if (year < script::kMinYear || year > script::kMaxYear) {
    call.interpreter.RaiseValueError("year " + std::to_string(year) + " is out of range");
    return std::nullopt;
  }
  return CalendarDate{year, date.month, std::min(date.day, script::DaysInMonth(year, date.month))};
}

// A bound: given, or ten years from `nearest` (empty: from today).
std::optional<CalendarDate> ReadBound(CommandCall& call, const char* argument, const Value& nearest,
                                      int years) {
  const Value& given = call.Argument(argument);
  if (std::optional<CalendarDate> date = script::DateOf(given)) return date;
  if (!given.is_none()) {
    RaiseBadArgument(call, "the bounds must be dates, datetimes or None");
    return std::nullopt;
  }
  std::optional<CalendarDate> start = nearest.empty() ? Today(call) : script::DateOf(nearest);
  if (start) return YearsFrom(call, *start, years);
  if (call.interpreter.failed()) return std::nullopt;
  call.interpreter.RaiseTypeError(
      std::string("unsupported operand type(s) for ") + (years < 0 ? "-" : "+") + ": '" +
      script::TypeName(call.interpreter, nearest) + "' and 'relativedelta'");
  return std::nullopt;
}

bool CheckRange(CommandCall& call, const DateRange& range) {
  if (range.min > range.max) {
    RaiseBadArgument(call, "min_value is after max_value");
    return false;
  }
  if (range.values.empty()) return true;
  script::Heap& heap = call.run.heap();
  std::optional<bool> is_outside =
      script::Holds(call.interpreter, Comparison::kLess, range.values.front(),
                    script::MakeDateValue(heap, range.min));
  if (is_outside && !*is_outside) {
    is_outside = script::Holds(call.interpreter, Comparison::kGreater, range.values.back(),
                               script::MakeDateValue(heap, range.max));
  }
  if (is_outside && *is_outside) RaiseBadArgument(call, "the value must lie within its bounds");
  return is_outside && !*is_outside;
}

std::optional<DateRange> ReadRange(CommandCall& call) {
  DateRange range;
  if (!ReadValues(call, range)) return std::nullopt;
  const Value first = range.values.empty() ? Value() : range.values.front();
  const Value last = range.values.empty() ? Value() : range.values.back();
  std::optional<CalendarDate> min = ReadBound(call, "min_value", first, -kYearsAround);
  if (!min) return std::nullopt;
  std::optional<CalendarDate> max = ReadBound(call, "max_value", last, kYearsAround);
  if (!max) return std::nullopt;
  range.min = *min;
  range.max = *max;
  if (!CheckRange(call, range)) return std::nullopt;
  return range;
}

void SetRange(ElementBuilder& builder, const DateRange& range) {
  FieldList initial;
  std::vector<std::string> texts;
  for (const Value& value : range.values) {
    texts.push_back(DateText(*script::DateOf(value)));
    initial.push_back({texts.back()});
  }
  builder.Set(FieldId::kDefault, {std::move(initial)})
      .SetText(FieldId::kMin, DateText(range.min))
      .SetText(FieldId::kMax, DateText(range.max))
      .SetBool(FieldId::kIsRange, range.is_range);
  WidgetFacts& facts = *builder.message().widget;
  facts.default_value = std::move(texts);
  facts.min_date = SortableText(range.min);
  facts.max_date = SortableText(range.max);
  facts.is_range = range.is_range;
}

}  // namespace

Value DateInput(CommandCall& call) {
  script::EnsureDatetimeClasses(call.run.heap());
  std::optional<WidgetRequest> request = BeginWidget(call, !call.Argument("value").is_none());
  if (!request) return {};
  std::optional<DateRange> range = ReadRange(call);
  ElementBuilder builder(DeltaType::kDateInput);
  if (!range || !SetLabel(call, builder)) return {};
  SetRange(builder, *range);
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<DateSerde>(std::move(range->values), range->is_range);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
