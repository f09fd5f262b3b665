#include "script/deque_object.h"

#include <algorithm>

#include "script/class_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/iterator_objects.h"
#include "script/list_object.h"
#include "script/modules.h"
#include "script/operations.h"
#include "script/sequence_operations.h"

namespace streplay::script {
namespace {

class DequeIterator : public IteratorObject {
 public:
  DequeIterator(ClassObject& type, const Ref<DequeObject>& deque, bool reversed)
      : IteratorObject(type), deque_(deque), version_(deque->version()), reversed_(reversed) {}

  Value Next(Interpreter& interpreter) override {
    if (!deque_) return {};
    if (deque_->version() != version_) {
      deque_ = {};
      return interpreter.Raise(*interpreter.classes().runtime_error,
                               "deque mutated during iteration");
    }
    const std::deque<Value>& items = deque_->items();
    size_t position = position_++;
    if (position < items.size()) return items[reversed_ ? items.size() - 1 - position : position];
    deque_ = {};
    return {};
  }
  void Traverse(ReferenceVisitor& visitor) const override { visitor.Visit(deque_); }
  void DropReferences() override { deque_ = {}; }

 private:
  Ref<DequeObject> deque_;
  uint64_t version_;
  bool reversed_;
  size_t position_ = 0;
};

std::vector<Value> VectorOf(const DequeObject& deque) {
  return {deque.items().begin(), deque.items().end()};
}

Value DequeOf(Interpreter& interpreter, const DequeObject& like, const std::vector<Value>& items) {
  Ref<DequeObject> deque = interpreter.heap().New<DequeObject>(like.type(), like.maximum());
  for (const Value& item : items) deque->Append(item);
  return deque;
}

Value RaiseIndex(Interpreter& interpreter, std::string message) {
  return interpreter.Raise(*interpreter.classes().index_error, std::move(message));
}

}  // namespace

void DequeObject::Changed() {
  ++version_;
  SetExtraBytes(items_.size() * sizeof(Value));
  NoteSize(items_.size());
}

void DequeObject::Append(Value value) {
  Value dropped;
  items_.push_back(std::move(value));
  if (maximum_ && items_.size() > *maximum_) {
    dropped = std::move(items_.front());
    items_.pop_front();
  }
  Changed();
}

void DequeObject::AppendLeft(Value value) {
  Value dropped;
  items_.push_front(std::move(value));
  if (maximum_ && items_.size() > *maximum_) {
    dropped = std::move(items_.back());
    items_.pop_back();
  }
  Changed();
}

Value DequeObject::Pop() {
  Value item = std::move(items_.back());
  items_.pop_back();
  Changed();
  return item;
}

Value DequeObject::PopLeft() {
  Value item = std::move(items_.front());
  items_.pop_front();
  Changed();
  return item;
}

void DequeObject::Insert(size_t index, Value value) {
  items_.insert(items_.begin() + static_cast<ptrdiff_t>(index), std::move(value));
  Changed();
}

void DequeObject::Remove(size_t index) {
  Value removed = std::move(items_[index]);
  items_.erase(items_.begin() + static_cast<ptrdiff_t>(index));
  Changed();
}

void DequeObject::Rotate(int64_t steps) {
  if (items_.size() < 2) return;
  auto count = static_cast<int64_t>(items_.size());
  int64_t shift = ((steps % count) + count) % count;
  std::rotate(items_.begin(), items_.end() - shift, items_.end());
  Changed();
}

void DequeObject::Reverse() {
  std::reverse(items_.begin(), items_.end());
  Changed();
}

void DequeObject::Clear() {
  std::deque<Value> released;
  released.swap(items_);
  Changed();
}

std::optional<size_t> DequeObject::FindIndex(Interpreter& interpreter, const Value& key) const {
  if (!key.is_integral()) {
    interpreter.RaiseTypeError("sequence index must be integer, not '" +
                               script::TypeName(interpreter, key) + "'");
    return std::nullopt;
  }
  auto length = static_cast<int64_t>(items_.size());
  int64_t index = key.as_int() < 0 ? key.as_int() + length : key.as_int();
  if (index >= 0 && index < length) return static_cast<size_t>(index);
  RaiseIndex(interpreter, "deque index out of range");
  return std::nullopt;
}

Value DequeObject::GetItem(Interpreter& interpreter, const Value& key) {
  std::optional<size_t> index = FindIndex(interpreter, key);
  return index ? items_[*index] : Value();
}

bool DequeObject::SetItem(Interpreter& interpreter, const Value& key, const Value& value) {
  std::optional<size_t> index = FindIndex(interpreter, key);
  if (!index) return false;
  Value replaced = std::exchange(items_[*index], value);
  return true;
}

bool DequeObject::DeleteItem(Interpreter& interpreter, const Value& key) {
  std::optional<size_t> index = FindIndex(interpreter, key);
  if (index) Remove(*index);
  return index.has_value();
}

std::optional<int64_t> DequeObject::Length(Interpreter&) {
  return static_cast<int64_t>(items_.size());
}

Value DequeObject::Iterate(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  ClassObject* type = FindModuleClass(heap, "_collections", "_deque_iterator");
  return heap.New<DequeIterator>(*type, Ref<DequeObject>(this), false);
}

Value DequeObject::IterateReversed(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  ClassObject* type = FindModuleClass(heap, "_collections", "_deque_reverse_iterator");
  return heap.New<DequeIterator>(*type, Ref<DequeObject>(this), true);
}

Value DequeObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (!interpreter.EnterRepr(*this)) return heap.MakeString("[...]");
  std::optional<std::string> items = ReprText(interpreter, heap.MakeList(VectorOf(*this)));
  interpreter.LeaveRepr(*this);
  if (!items) return {};
  std::string end = maximum_ ? ", maxlen=" + std::to_string(*maximum_) + ")" : ")";
  return heap.MakeString("deque(" + *items + end);
}

Value DequeObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* right = other.As<DequeObject>();
  if (right == nullptr) return Value::NotImplemented();
  return CompareSequences(interpreter, comparison, VectorOf(*this), VectorOf(*right));
}

std::optional<int64_t> DequeObject::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: 'collections.deque'");
  return std::nullopt;
}

Value DequeObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kMultiply && right.is_integral()) {
    auto items = RepeatItems(interpreter, VectorOf(*this), right.as_int());
    return items ? DequeOf(interpreter, *this, *items) : Value();
  }
  if (op != BinaryOperator::kAdd) return Value::NotImplemented();
  auto* other = right.As<DequeObject>();
  if (other == nullptr) {
    return interpreter.RaiseTypeError("can only concatenate deque (not \"" +
                                      script::TypeName(interpreter, right) + "\") to deque");
  }
  auto items = ConcatenateItems(interpreter, VectorOf(*this), VectorOf(*other));
  return items ? DequeOf(interpreter, *this, *items) : Value();
}

Value DequeObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  if (op != BinaryOperator::kMultiply || !left.is_integral()) return Value::NotImplemented();
  return Binary(interpreter, op, left);
}

Value DequeObject::InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  Ref<DequeObject> self(this);
  std::vector<Value> items;
  if (op == BinaryOperator::kAdd) {
    if (!CollectItems(interpreter, right, items)) return {};
    for (const Value& item : items) Append(item);
    return self;
  }
  if (op != BinaryOperator::kMultiply || !right.is_integral()) return Value::NotImplemented();
  auto repeated = RepeatItems(interpreter, VectorOf(*this), right.as_int());
  if (!repeated) return {};
  Clear();
  for (const Value& item : *repeated) Append(item);
  return self;
}

void DequeObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value& item : items_) visitor.Visit(item);
}

void DequeObject::DropReferences() {
  Clear();
}

}  // namespace streplay::script
