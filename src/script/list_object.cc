#include "script/list_object.h"

#include <algorithm>

#include "script/class_object.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/sequence_operations.h"
#include "script/slice_object.h"

namespace streplay::script {

namespace {

constexpr std::string_view kIndexType = "list indices must be integers or slices";
constexpr IndexMessages kReading = {kIndexType, "list index out of range"};
constexpr IndexMessages kAssigning = {kIndexType, "list assignment index out of range"};

// list[start:stop] = items
void ReplaceRange(std::vector<Value>& items, const SlicePositions& range,
                  std::vector<Value>& replacement) {
  int64_t stop = std::max(range.start, range.stop);
  std::vector<Value> result;
  result.reserve(items.size() + replacement.size());
  auto move = [&](auto begin, auto end) {
    result.insert(result.end(), std::make_move_iterator(begin), std::make_move_iterator(end));
  };
  move(items.begin(), items.begin() + range.start);
  result.insert(result.end(), replacement.begin(), replacement.end());
  replacement.assign(std::make_move_iterator(items.begin() + range.start),
                     std::make_move_iterator(items.begin() + stop));
  move(items.begin() + stop, items.end());
  items.swap(result);
}

}  // namespace

ListObject::ListObject(Heap& heap, std::vector<Value> items)
    : ContainerObject(*heap.classes().list, kKind), items_(std::move(items)) {
  Changed();
}

void ListObject::Append(Value value) {
  size_t capacity = items_.capacity();
  items_.push_back(std::move(value));
  if (items_.capacity() != capacity) Changed();
}

void ListObject::Changed() {
  SetExtraBytes(items_.capacity() * sizeof(Value));
  NoteSize(items_.size());
}

Value ListObject::GetItem(Interpreter& interpreter, const Value& key) {
  auto length = static_cast<int64_t>(items_.size());
  if (auto* slice = key.As<SliceObject>()) {
    auto positions = ResolveSlice(interpreter, *slice, length);
    if (!positions) return {};
    return interpreter.heap().MakeList(positions->Pick(items_));
  }
  auto index = ResolveIndex(interpreter, key, length, kReading);
  return index ? items_[*index] : Value();
}

bool ListObject::SetItem(Interpreter& interpreter, const Value& key, const Value& value) {
  if (auto* slice = key.As<SliceObject>()) return SetSlice(interpreter, *slice, value);
  auto index = ResolveIndex(interpreter, key, static_cast<int64_t>(items_.size()), kAssigning);
  if (!index) return false;
  Value old = std::exchange(items_[*index], value);
  return true;
}

bool ListObject::SetSlice(Interpreter& interpreter, const SliceObject& slice, const Value& value) {
  bool extended = slice.step().is_int() && slice.step().as_int() != 1;
  if (!IsIterableValue(value)) {
    interpreter.RaiseTypeError(extended ? "must assign iterable to extended slice"
                                        : "can only assign an iterable");
    return false;
  }
  std::vector<Value> items;
  if (!CollectItems(interpreter, value, items)) return false;
  auto positions = ResolveSlice(interpreter, slice, static_cast<int64_t>(items_.size()));
  if (!positions) return false;
  if (positions->step == 1) {
    ReplaceRange(items_, *positions, items);
    Changed();
    return true;
  }
  if (static_cast<int64_t>(items.size()) != positions->count) {
    interpreter.RaiseValueError("attempt to assign sequence of size " +
                                std::to_string(items.size()) + " to extended slice of size " +
                                std::to_string(positions->count));
    return false;
  }
  for (int64_t i = 0; i < positions->count; ++i) {
    std::swap(items_[positions->start + i * positions->step], items[i]);
  }
  return true;
}

bool ListObject::DeleteItem(Interpreter& interpreter, const Value& key) {
  auto length = static_cast<int64_t>(items_.size());
  SlicePositions positions;
  if (auto* slice = key.As<SliceObject>()) {
    auto resolved = ResolveSlice(interpreter, *slice, length);
    if (!resolved) return false;
    positions = *resolved;
  } else {
    auto index = ResolveIndex(interpreter, key, length, kAssigning);
    if (!index) return false;
    positions.start = *index;
    positions.count = 1;
  }
  std::vector<Value> removed;
  for (int64_t i = 0; i < positions.count; ++i) {
    removed.push_back(std::move(items_[positions.start + i * positions.step]));
  }
  std::erase_if(items_, [](const Value& item) { return item.empty(); });
  Changed();
  return true;
}

std::optional<bool> ListObject::Contains(Interpreter& interpreter, const Value& item) {
  return SequenceContains(interpreter, items_, item);
}

std::optional<int64_t> ListObject::Length(Interpreter&) {
  return static_cast<int64_t>(items_.size());
}

Value ListObject::Iterate(Interpreter& interpreter) {
  return MakeSequenceIterator(interpreter, *this, *interpreter.classes().list_iterator);
}

Value ListObject::IterateReversed(Interpreter& interpreter) {
  return MakeReverseIterator(interpreter, *this, *interpreter.classes().list_reverse_iterator);
}

Value ListObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* list = other.As<ListObject>();
  if (list == nullptr) return Value::NotImplemented();
  return CompareSequences(interpreter, comparison, items_, list->items_);
}

std::optional<int64_t> ListObject::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: 'list'");
  return std::nullopt;
}

Value ListObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kMultiply) return ReflectedBinary(interpreter, op, right);
  if (op != BinaryOperator::kAdd) return Value::NotImplemented();
  auto* list = right.As<ListObject>();
  if (list == nullptr) {
    return interpreter.RaiseTypeError("can only concatenate list (not \"" +
                                      script::TypeName(interpreter, right) + "\") to list");
  }
  auto items = ConcatenateItems(interpreter, items_, list->items_);
  return items ? Value(interpreter.heap().MakeList(std::move(*items))) : Value();
}

Value ListObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  if (op != BinaryOperator::kMultiply) return Value::NotImplemented();
  if (!left.is_integral()) return RaiseCannotMultiply(interpreter, left);
  auto items = RepeatItems(interpreter, items_, left.as_int());
  return items ? Value(interpreter.heap().MakeList(std::move(*items))) : Value();
}

Value ListObject::InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kAdd) {
    std::vector<Value> items;
    if (!CollectItems(interpreter, right, items)) return {};
    if (!interpreter.CheckSize(items_.size() + items.size())) return {};
    items_.insert(items_.end(), items.begin(), items.end());
  } else if (op == BinaryOperator::kMultiply) {
    if (!right.is_integral()) return RaiseCannotMultiply(interpreter, right);
    auto items = RepeatItems(interpreter, items_, right.as_int());
    if (!items) return {};
    items_.swap(*items);
  } else {
    return Value::NotImplemented();
  }
  Changed();
  return Value(this);
}

void ListObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value& item : items_) visitor.Visit(item);
}

void ListObject::DropReferences() {
  std::vector<Value> old = std::move(items_);
  items_.clear();
}

}  // namespace streplay::script
