// A tuple's hash combines its items' hashes as CPython does (xxHash's round function).
#include "script/tuple_object.h"

#include <bit>

#include "script/class_object.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/sequence_operations.h"
#include "script/slice_object.h"

namespace streplay::script {

namespace {

constexpr IndexMessages kReading = {"tuple indices must be integers or slices",
                                    "tuple index out of range"};

constexpr uint64_t kPrime1 = 11400714785074694791u;
constexpr uint64_t kPrime2 = 14029467366897019727u;
constexpr uint64_t kPrime5 = 2870177450012600261u;

}  // namespace

TupleObject::TupleObject(ClassObject& type, std::vector<Value> items)
    : ContainerObject(type, kKind), items_(std::move(items)), type_reference_(&type) {
  SetExtraBytes(items_.capacity() * sizeof(Value));
  NoteSize(items_.size());
}

bool TupleObject::IsPlain(Interpreter& interpreter) const {
  return &type() == interpreter.classes().tuple;
}

Value TupleObject::GetItem(Interpreter& interpreter, const Value& key) {
  auto length = static_cast<int64_t>(items_.size());
  if (auto* slice = key.As<SliceObject>()) {
    auto positions = ResolveSlice(interpreter, *slice, length);
    if (!positions) return {};
    if (IsPlain(interpreter) && positions->IsWhole(items_.size())) return Value(this);
    return interpreter.heap().MakeTuple(positions->Pick(items_));
  }
  auto index = ResolveIndex(interpreter, key, length, kReading);
  return index ? items_[*index] : Value();
}

std::optional<bool> TupleObject::Contains(Interpreter& interpreter, const Value& item) {
  return SequenceContains(interpreter, items_, item);
}

std::optional<int64_t> TupleObject::Length(Interpreter&) {
  return static_cast<int64_t>(items_.size());
}

Value TupleObject::Iterate(Interpreter& interpreter) {
  return MakeSequenceIterator(interpreter, *this, *interpreter.classes().tuple_iterator);
}

Value TupleObject::IterateReversed(Interpreter& interpreter) {
  return MakeReverseIterator(interpreter, *this, *interpreter.classes().reversed);
}

Value TupleObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* tuple = other.As<TupleObject>();
  if (tuple == nullptr) return Value::NotImplemented();
  return CompareSequences(interpreter, comparison, items_, tuple->items_);
}

std::optional<int64_t> TupleObject::Hash(Interpreter& interpreter) {
  RecursionScope scope(interpreter, "");
  if (!scope.entered()) return std::nullopt;
  uint64_t accumulator = kPrime5;
  for (const Value& item : items_) {
    if (!interpreter.Step()) return std::nullopt;
    std::optional<int64_t> hash = script::Hash(interpreter, item);
    if (!hash) return std::nullopt;
    accumulator += static_cast<uint64_t>(*hash) * kPrime2;
    accumulator = std::rotl(accumulator, 31) * kPrime1;
  }
  accumulator += items_.size() ^ (kPrime5 ^ 3527539u);
  if (accumulator == UINT64_MAX) return 1546275796;
  return static_cast<int64_t>(accumulator);
}

Value TupleObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kMultiply) return ReflectedBinary(interpreter, op, right);
  if (op != BinaryOperator::kAdd) return Value::NotImplemented();
  auto* tuple = right.As<TupleObject>();
  if (tuple == nullptr) {
    return interpreter.RaiseTypeError("can only concatenate tuple (not \"" +
                                      script::TypeName(interpreter, right) + "\") to tuple");
  }
  // As in CPython, nothing to do gives the tuple itself.
  if (IsPlain(interpreter) && tuple->size() == 0) return Value(this);
  if (tuple->IsPlain(interpreter) && size() == 0) return right;
  auto items = ConcatenateItems(interpreter, items_, tuple->items_);
  return items ? Value(interpreter.heap().MakeTuple(std::move(*items))) : Value();
}

Value TupleObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  if (op != BinaryOperator::kMultiply) return Value::NotImplemented();
  if (!left.is_integral()) return RaiseCannotMultiply(interpreter, left);
  if (IsPlain(interpreter) && left.as_int() == 1) return Value(this);
  auto items = RepeatItems(interpreter, items_, left.as_int());
  return items ? Value(interpreter.heap().MakeTuple(std::move(*items))) : Value();
}

void TupleObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value& item : items_) visitor.Visit(item);
  visitor.Visit(type_reference_);
}

void TupleObject::DropReferences() {
  std::vector<Value> old = std::move(items_);
  items_.clear();
}

}  // namespace streplay::script
