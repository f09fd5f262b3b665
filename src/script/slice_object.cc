#include "script/slice_object.h"

#include <algorithm>

#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// An index that a slice may have: None (then `fallback`) or an integer, counted from the end when
// negative, and clamped to [low, high].
std::optional<int64_t> ResolveBound(Interpreter& interpreter, const Value& bound, int64_t fallback,
                                    int64_t length, int64_t low, int64_t high) {
  if (bound.is_none()) return fallback;
  if (!bound.is_integral()) {
    interpreter.RaiseTypeError(
        "slice indices must be integers or None or have an __index__ method");
    return std::nullopt;
  }
  int64_t index = bound.as_int();
  if (index < 0) index = index < -length ? low : index + length;
  return std::clamp(index, low, high);
}

}  // namespace

SliceObject::SliceObject(Heap& heap, Value start, Value stop, Value step)
    : ContainerObject(*heap.classes().slice, kKind),
      start_(std::move(start)),
      stop_(std::move(stop)),
      step_(std::move(step)) {
}

Value SliceObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  std::string_view text = interpreter.heap().Text(name);
  if (text == "start") return start_;
  if (text == "stop") return stop_;
  if (text == "step") return step_;
  return Object::GetAttribute(interpreter, name);
}

Value SliceObject::Repr(Interpreter& interpreter) {
  std::string text = "slice(";
  for (const Value* part : {&start_, &stop_, &step_}) {
    std::optional<std::string> repr = ReprText(interpreter, *part);
    if (!repr) return {};
    text += *repr + (part == &step_ ? ")" : ", ");
  }
  return interpreter.heap().MakeString(std::move(text));
}

Value SliceObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* slice = other.As<SliceObject>();
  if (slice == nullptr) return Value::NotImplemented();
  Heap& heap = interpreter.heap();
  Value mine = heap.MakeTuple({start_, stop_, step_});
  Value theirs = heap.MakeTuple({slice->start_, slice->stop_, slice->step_});
  return CompareValues(interpreter, comparison, mine, theirs);
}

std::optional<int64_t> SliceObject::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: 'slice'");
  return std::nullopt;
}

void SliceObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value* value : {&start_, &stop_, &step_}) visitor.Visit(*value);
}

void SliceObject::DropReferences() {
  start_ = stop_ = step_ = Value::None();
}

std::optional<SlicePositions> ResolveSlice(Interpreter& interpreter, const SliceObject& slice,
                                           int64_t length) {
  SlicePositions positions;
  if (!slice.step().is_none()) {
    if (!slice.step().is_integral()) {
      interpreter.RaiseTypeError(
          "slice indices must be integers or None or have an __index__ method");
      return std::nullopt;
    }
    // A step beyond the sequence's length picks one item, whatever it is.
    positions.step = std::clamp(slice.step().as_int(), -INT64_MAX / 4, INT64_MAX / 4);
    if (positions.step == 0) {
      interpreter.RaiseValueError("slice step cannot be zero");
      return std::nullopt;
    }
  }
  bool down = positions.step < 0;
  int64_t low = down ? -1 : 0;
  int64_t high = down ? length - 1 : length;
  auto start = ResolveBound(interpreter, slice.start(), down ? high : low, length, low, high);
  if (!start) return std::nullopt;
  auto stop = ResolveBound(interpreter, slice.stop(), down ? low : high, length, low, high);
  if (!stop) return std::nullopt;
  positions.start = *start;
  int64_t distance = down ? *start - *stop : *stop - *start;
  int64_t stride = down ? -positions.step : positions.step;
  positions.count = distance <= 0 ? 0 : (distance - 1) / stride + 1;
  positions.stop = *stop;
  return positions;
}

std::optional<int64_t> ResolveIndex(Interpreter& interpreter, const Value& key, int64_t length,
                                    const IndexMessages& messages) {
  if (!key.is_integral()) {
    std::string type = TypeName(interpreter, key);
    if (messages.quote_type) type = "'" + type + "'";
    interpreter.RaiseTypeError(std::string(messages.type_error) + ", not " + type);
    return std::nullopt;
  }
  int64_t index = key.as_int();
  if (index < 0) index += length;
  if (index >= 0 && index < length) return index;
  interpreter.Raise(*interpreter.classes().index_error, std::string(messages.range_error));
  return std::nullopt;
}

}  // namespace streplay::script
