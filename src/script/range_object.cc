#include "script/range_object.h"

#include "script/bind_constructor.h"
#include "script/class_object.h"
#include "script/iterator_objects.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/slice_object.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

constexpr IndexMessages kReading = {"range indices must be integers or slices",
                                    "range object index out of range"};

// The number that an item equals, when it is one that a range can hold.
std::optional<int64_t> AsWholeNumber(const Value& item) {
  if (item.is_integral()) return item.as_int();
  if (!item.is_float()) return std::nullopt;
  double number = item.as_float();
  constexpr double kLimit = 9223372036854775808.0;
  if (!(number >= -kLimit && number < kLimit)) return std::nullopt;
  auto whole = static_cast<int64_t>(number);
  if (static_cast<double>(whole) != number) return std::nullopt;
  return whole;
}

Value MakeRange(Interpreter& interpreter, int64_t start, int64_t stop, int64_t step) {
  auto length = RangeLength(start, stop, step);
  if (!length) return interpreter.Raise(IntegerTooLarge());
  Heap& heap = interpreter.heap();
  return heap.New<RangeObject>(heap, start, stop, step, *length);
}

Value RangeCount(Interpreter&, std::span<const Value> arguments) {
  auto* range = arguments[0].As<RangeObject>();
  auto number = AsWholeNumber(arguments[1]);
  return Value::Int(number && range->IndexOf(*number) >= 0 ? 1 : 0);
}

Value RangeIndex(Interpreter& interpreter, std::span<const Value> arguments) {
  auto* range = arguments[0].As<RangeObject>();
  auto number = AsWholeNumber(arguments[1]);
  if (number && range->IndexOf(*number) >= 0) return Value::Int(range->IndexOf(*number));
  auto text = ReprText(interpreter, arguments[1]);
  if (!text) return {};
  return interpreter.RaiseValueError(arguments[1].is_integral()
                                         ? *text + " is not in range"
                                         : "sequence.index(x): x not in sequence");
}

constexpr NativeFunction kMethods[] = {
    {"count", "value, /", &RangeCount},
    {"index", "value, /", &RangeIndex},
};

}  // namespace

std::optional<int64_t> RangeLength(int64_t start, int64_t stop, int64_t step) {
  int64_t low = step > 0 ? start : stop;
  int64_t high = step > 0 ? stop : start;
  if (low >= high) return 0;
  uint64_t distance = static_cast<uint64_t>(high) - static_cast<uint64_t>(low);
  uint64_t stride = step > 0 ? static_cast<uint64_t>(step) : 0 - static_cast<uint64_t>(step);
  uint64_t length = (distance - 1) / stride + 1;
  if (length > static_cast<uint64_t>(INT64_MAX)) return std::nullopt;
  return static_cast<int64_t>(length);
}

RangeObject::RangeObject(Heap& heap, int64_t start, int64_t stop, int64_t step, int64_t length)
    : Object(*heap.classes().range, kKind),
      start_(start),
      stop_(stop),
      step_(step),
      length_(length) {
}

int64_t RangeObject::IndexOf(int64_t number) const {
  if (length_ == 0) return -1;
  int64_t low = step_ > 0 ? start_ : At(length_ - 1);
  int64_t high = step_ > 0 ? At(length_ - 1) : start_;
  if (number < low || number > high) return -1;
  uint64_t distance = step_ > 0 ? static_cast<uint64_t>(number) - static_cast<uint64_t>(start_)
                                : static_cast<uint64_t>(start_) - static_cast<uint64_t>(number);
  uint64_t stride = step_ > 0 ? static_cast<uint64_t>(step_) : 0 - static_cast<uint64_t>(step_);
  return distance % stride == 0 ? static_cast<int64_t>(distance / stride) : -1;
}

Value RangeObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  std::string_view text = interpreter.heap().Text(name);
  if (text == "start") return Value::Int(start_);
  if (text == "stop") return Value::Int(stop_);
  if (text == "step") return Value::Int(step_);
  return Object::GetAttribute(interpreter, name);
}

Value RangeObject::GetItem(Interpreter& interpreter, const Value& key) {
  if (auto* slice = key.As<SliceObject>()) {
    auto positions = ResolveSlice(interpreter, *slice, length_);
    if (!positions) return {};
    int64_t step = 0;
    int64_t stop = 0;
    if (__builtin_mul_overflow(step_, positions->step, &step) ||
        __builtin_mul_overflow(positions->stop, step_, &stop) ||
        __builtin_add_overflow(stop, start_, &stop)) {
      return interpreter.Raise(IntegerTooLarge());
    }
    return MakeRange(interpreter, At(positions->start), stop, step);
  }
  auto index = ResolveIndex(interpreter, key, length_, kReading);
  return index ? Value::Int(At(*index)) : Value();
}

std::optional<bool> RangeObject::Contains(Interpreter& interpreter, const Value& item) {
  if (item.is_object()) return Object::Contains(interpreter, item);
  auto number = AsWholeNumber(item);
  return number.has_value() && IndexOf(*number) >= 0;
}

std::optional<int64_t> RangeObject::Length(Interpreter&) {
  return length_;
}

Value RangeObject::Iterate(Interpreter& interpreter) {
  return MakeRangeIterator(interpreter, start_, step_, length_);
}

Value RangeObject::IterateReversed(Interpreter& interpreter) {
  if (length_ == 0) return MakeRangeIterator(interpreter, start_, 1, 0);
  int64_t step = 0;
  if (__builtin_sub_overflow(0, step_, &step)) return interpreter.Raise(IntegerTooLarge());
  return MakeRangeIterator(interpreter, At(length_ - 1), step, length_);
}

Value RangeObject::Repr(Interpreter& interpreter) {
  std::string text = "range(" + std::to_string(start_) + ", " + std::to_string(stop_);
  if (step_ != 1) text += ", " + std::to_string(step_);
  return interpreter.heap().MakeString(text + ")");
}

Value RangeObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* range = other.As<RangeObject>();
  bool is_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (range == nullptr || !is_equality) return Value::NotImplemented();
  bool equal = length_ == range->length_ && (length_ == 0 || start_ == range->start_) &&
               (length_ <= 1 || step_ == range->step_);
  return Value::Bool(equal == (comparison == Comparison::kEqual));
}

std::optional<int64_t> RangeObject::Hash(Interpreter& interpreter) {
  Value start = length_ == 0 ? Value::None() : Value::Int(start_);
  Value step = length_ <= 1 ? Value::None() : Value::Int(step_);
  Value key = interpreter.heap().MakeTuple({Value::Int(length_), start, step});
  return script::Hash(interpreter, key);
}

Value ConstructRange(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value bound[3];
  if (!BindConstructor(interpreter, "range", "start, stop=None, step=None, /", arguments, bound)) {
    return {};
  }
  int64_t numbers[3] = {0, 0, 1};
  for (int i = 0; i < 3; ++i) {
    if (bound[i].empty()) continue;
    auto number = ToIndex(interpreter, bound[i]);
    if (!number) return {};
    numbers[i] = *number;
  }
  if (bound[1].empty()) return MakeRange(interpreter, 0, numbers[0], 1);
  if (numbers[2] == 0) return interpreter.RaiseValueError("range() arg 3 must not be zero");
  return MakeRange(interpreter, numbers[0], numbers[1], numbers[2]);
}

void DefineRangeType(Heap& heap) {
  heap.classes().range->set_constructor(&ConstructRange);
  DefineMethods(heap, *heap.classes().range, kMethods);
}

}  // namespace streplay::script
