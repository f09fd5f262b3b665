// The arguments stay Python values, compared and subtracted as Streamlit's Python does it, until
// all checks have passed: so the errors of mixed types are Python's own.
#include "runtime/slider_scale.h"

#include <algorithm>

#include "runtime/element_call.h"
#include "runtime/javascript_number.h"
#include "runtime/proto_value.h"
#include "runtime/script_run.h"
#include "runtime/state_default.h"
#include "runtime/widget_options.h"
#include "script/datetime_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Comparison;
using script::Interpreter;
using script::Value;

constexpr script::CalendarDate kDayOfTimes = {2000, 1, 1};
constexpr int64_t kMicrosecondsPerMinute = 60'000'000;
constexpr script::TimeOfDay kLastTime = {23, 59, 59, 999'999};

bool IsMoment(SliderType type) {
  return type != SliderType::kInt && type != SliderType::kFloat;
}

class ScaleReader {
 public:
  ScaleReader(CommandCall& call, bool is_ignored)
      : call_(call),
        interpreter_(call.interpreter),
        heap_(call.run.heap()),
        is_ignored_(is_ignored) {}

  std::optional<SliderScale> Read() {
    bool good = ReadValue() && InferType() && FillDefaults() && CheckTypes() && PutInOrder() &&
                CheckBrowserBounds() && Convert();
    if (!good) return std::nullopt;
    return std::move(scale_);
  }

 private:
  bool Refuse(std::string_view what) {
    RaiseBadArgument(call_, what);
    return false;
  }

  Value MakeDuration(int64_t microseconds) {
    return script::MakeTimeDeltaValue(heap_,
                                      script::Duration::OfMicroseconds(microseconds).value());
  }

  Value Subtract(const Value& left, const Value& right) {
    return script::BinaryOperation(interpreter_, script::BinaryOperator::kSubtract, left, right);
  }

  // A value that was not given: session_state's, else the least value, else 0. A widget that a
  // cached function ignores is not there to ask session_state.
  bool ReadValue() {
    min_ = call_.Argument("min_value");
    max_ = call_.Argument("max_value");
    step_ = call_.Argument("step");
    Value value = call_.Argument("value");
    if (value.is_none()) {
      value = min_.is_none() ? Value::Int(0) : min_;
      if (!is_ignored_ && !TakeFromState(value)) return false;
    }
    scale_.is_single = IsScalar(value);
    if (scale_.is_single) {
      values_ = {value};
      return true;
    }
    if (IsRangeValue(value) && !script::CollectItems(interpreter_, value, values_)) return false;
    if (IsRangeValue(value) && values_.size() <= 2) return true;
    return Refuse("the value must be a number, date or time, or a list of at most two of them");
  }

  bool TakeFromState(Value& value) {
    const Value& given = call_.Argument("key");
    if (given.is_none()) return true;
    std::optional<std::string> key = script::StrText(interpreter_, given);
    if (!key) return false;
    Value found = call_.run.session().state.VisibleItem(call_.run, *key);
    if (interpreter_.failed()) return false;
    NoteStateDefault(call_.run, *key, value, found);
    if (found.empty()) return true;
    value = std::move(found);
    if (value.is_none()) return Refuse("the value in session_state must not be None");
    return true;
  }

  static bool IsScalar(const Value& value) {
    return value.is_integral() || value.is_float() || value.Is<script::DateObject>() ||
           value.Is<script::DateTimeObject>() || value.Is<script::TimeObject>();
  }

  static std::optional<SliderType> TypeOf(const Value& value) {
    if (value.is_int()) return SliderType::kInt;
    if (value.is_float()) return SliderType::kFloat;
    if (value.Is<script::DateTimeObject>()) return SliderType::kDateTime;
    if (value.Is<script::DateObject>()) return SliderType::kDate;
    if (value.Is<script::TimeObject>()) return SliderType::kTime;
    return std::nullopt;
  }

  bool InferType() {
    if (values_.empty()) return true;  // ints
    script::ClassObject& type = script::TypeOf(interpreter_, values_.front());
    if (&script::TypeOf(interpreter_, values_.back()) != &type) {
      return Refuse("the two values must be of one type");
    }
    std::optional<SliderType> known = TypeOf(values_.front());
    if (!known) {  // Streamlit looks the class up in a dict
      interpreter_.RaiseWith(*interpreter_.classes().key_error, Value(&type));
      return false;
    }
    scale_.type = *known;
    return true;
  }

  struct Defaults {
    Value min;
    Value max;
    Value step;
    const char* format;
  };

  // A day's values reach two weeks either way; that may leave the calendar.
  std::optional<Defaults> FindDefaults() {
    switch (scale_.type) {
      case SliderType::kInt:
        return Defaults{Value::Int(0), Value::Int(100), Value::Int(1), "%d"};
      case SliderType::kFloat:
        return Defaults{Value::Float(0), Value::Float(1), Value::Float(0.01), "%0.2f"};
      case SliderType::kTime:
        return Defaults{script::MakeTimeValue(heap_, {}), script::MakeTimeValue(heap_, kLastTime),
                        MakeDuration(15 * kMicrosecondsPerMinute), "HH:mm"};
      case SliderType::kDate:
      case SliderType::kDateTime:
        break;
    }
    Value two_weeks = MakeDuration(14 * script::kMicrosecondsPerDay);
    Value least = Subtract(values_.front(), two_weeks);
    if (least.empty()) return std::nullopt;
    Value greatest = script::BinaryOperation(interpreter_, script::BinaryOperator::kAdd,
                                             values_.front(), two_weeks);
    if (greatest.empty()) return std::nullopt;
    return Defaults{least, greatest, MakeDuration(script::kMicrosecondsPerDay), "YYYY-MM-DD"};
  }

  bool FillDefaults() {
    std::optional<Defaults> defaults = FindDefaults();
    if (!defaults) return false;
    if (min_.is_none()) min_ = defaults->min;
    if (max_.is_none()) max_ = defaults->max;
    if (step_.is_none()) {
      step_ = defaults->step;
      if (!ShortenStep()) return false;
    }
    scale_.format = call_.Argument("format");
    if (scale_.format.is_none()) scale_.format = heap_.MakeString(defaults->format);
    return true;
  }

  // Less than a day of dates goes by quarters of an hour.
  bool ShortenStep() {
    if (scale_.type != SliderType::kDate && scale_.type != SliderType::kDateTime) return true;
    Value length = Subtract(max_, min_);
    if (length.empty()) return false;
    std::optional<bool> is_short = script::Holds(interpreter_, Comparison::kLess, length,
                                                 MakeDuration(script::kMicrosecondsPerDay));
    if (!is_short) return false;
    if (*is_short) step_ = MakeDuration(15 * kMicrosecondsPerMinute);
    return true;
  }

  bool CheckTypes() {
    std::optional<bool> is_zero = script::AreEqual(interpreter_, step_, Value::Int(0));
    if (!is_zero) return false;
    if (*is_zero) return Refuse("the step must not be 0");
    bool are_integers = min_.is_integral() && max_.is_integral() && step_.is_integral();
    bool are_floats = min_.is_float() && max_.is_float() && step_.is_float();
    bool are_moments = IsMoment(scale_.type) && step_.Is<script::TimeDeltaObject>() &&
                       &script::TypeOf(interpreter_, min_) == &script::TypeOf(interpreter_, max_);
    bool good = (scale_.type == SliderType::kInt && are_integers) ||
                (scale_.type == SliderType::kFloat && are_floats) || are_moments;
    return good || Refuse("the value, its bounds and the step must be of matching types");
  }

  // Python's min(a, b) and max(a, b): a unless b is less, or greater.
  bool Lower(Value& bound, const Value& a, const Value& b) {
    std::optional<bool> is_less = script::Holds(interpreter_, Comparison::kLess, b, a);
    if (is_less) bound = *is_less ? b : a;
    return is_less.has_value();
  }
  bool Raise(Value& bound, const Value& a, const Value& b) {
    std::optional<bool> is_greater = script::Holds(interpreter_, Comparison::kGreater, b, a);
    if (is_greater) bound = *is_greater ? b : a;
    return is_greater.has_value();
  }

  // The bounds ascend and take in the values.
  bool PutInOrder() {
    if (!Lower(min_, Value(min_), Value(max_)) || !Raise(max_, Value(min_), Value(max_))) {
      return false;
    }
    if (values_.empty()) {
      values_ = {min_, max_};
      return true;
    }
    if (values_.size() == 2) {
      std::optional<bool> descend =
          script::Holds(interpreter_, Comparison::kGreater, values_[0], values_[1]);
      if (!descend) return false;
      if (*descend) std::swap(values_[0], values_[1]);
    }
    return Lower(min_, values_.front(), Value(min_)) && Raise(max_, values_.back(), Value(max_));
  }

  bool CheckBrowserBounds() {
    if (IsMoment(scale_.type)) return true;
    if (IsJavaScriptNumber(min_) && IsJavaScriptNumber(max_)) return true;
    return Refuse("the bounds are beyond the numbers of a browser");
  }

  bool Convert() {
    auto convert = [this](const Value& value, double& number) {
      std::optional<double> converted = ToSliderNumber(call_.run, scale_.type, value);
      if (converted) number = *converted;
      return converted.has_value();
    };
    scale_.values.resize(values_.size());
    for (size_t i = 0; i < values_.size(); ++i) {
      if (!convert(values_[i], scale_.values[i])) return false;
    }
    if (const auto* duration = step_.As<script::TimeDeltaObject>()) {
      scale_.step = static_cast<double>(duration->duration().total_microseconds());
    } else {
      scale_.step = *script::AsNumber(step_);
    }
    return convert(min_, scale_.min) && convert(max_, scale_.max);
  }

  CommandCall& call_;
  Interpreter& interpreter_;
  script::Heap& heap_;
  bool is_ignored_;
  SliderScale scale_;
  std::vector<Value> values_;
  Value min_;
  Value max_;
  Value step_;
};

double NumberOf(const script::DateAndTime& moment) {
  return static_cast<double>(script::EpochMicroseconds(moment));
}

std::optional<double> RaiseWrongType(Interpreter& interpreter, const char* expected,
                                     const Value& value) {
  interpreter.RaiseTypeError(std::string("a slider of ") + expected + " cannot show a " +
                             script::TypeName(interpreter, value));
  return std::nullopt;
}

}  // namespace

std::optional<SliderScale> ReadSliderScale(CommandCall& call, bool is_ignored) {
  return ScaleReader(call, is_ignored).Read();
}

std::optional<double> ToSliderNumber(ScriptRun& run, SliderType type, const Value& value) {
  Interpreter& interpreter = run.interpreter();
  switch (type) {
    case SliderType::kInt:
    case SliderType::kFloat:
      return ToProtoDouble(interpreter, value);
    case SliderType::kTime:
      if (const auto* time = value.As<script::TimeObject>()) {
        return NumberOf({kDayOfTimes, time->time()});
      }
      return RaiseWrongType(interpreter, "times", value);
    case SliderType::kDate:
      if (std::optional<script::CalendarDate> date = script::DateOf(value)) {
        return NumberOf({*date, {}});
      }
      return RaiseWrongType(interpreter, "dates", value);
    case SliderType::kDateTime:
      if (const auto* moment = value.As<script::DateTimeObject>()) {
        return NumberOf(moment->moment());
      }
      return RaiseWrongType(interpreter, "moments", value);
  }
  return std::nullopt;
}

Value FromSliderNumber(ScriptRun& run, SliderType type, double number) {
  if (type == SliderType::kInt) return Value::Int(static_cast<int64_t>(number));
  if (type == SliderType::kFloat) return Value::Float(number);
  script::Heap& heap = run.heap();
  auto moment = script::MomentOfEpoch(static_cast<int64_t>(number));
  if (!moment.ok()) return run.interpreter().Raise(moment.error());
  if (type == SliderType::kTime) return script::MakeTimeValue(heap, moment.value().time);
  if (type == SliderType::kDate) return script::MakeDateValue(heap, moment.value().date);
  return script::MakeDateTimeValue(heap, moment.value());
}

}  // namespace streplay
