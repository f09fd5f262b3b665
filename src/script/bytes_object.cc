#include "script/bytes_object.h"

#include "script/class_object.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/sequence_operations.h"
#include "script/slice_object.h"
#include "script/string_hash.h"

namespace streplay::script {

namespace {

constexpr IndexMessages kReading = {"byte indices must be integers or slices",
                                    "index out of range"};

}  // namespace

BytesObject::BytesObject(Heap& heap, std::string data)
    : Object(*heap.classes().bytes, kKind), data_(std::move(data)) {
  SetExtraBytes(data_.capacity());
  NoteSize(data_.size());
}

Value BytesObject::GetItem(Interpreter& interpreter, const Value& key) {
  auto length = static_cast<int64_t>(data_.size());
  if (auto* slice = key.As<SliceObject>()) {
    auto positions = ResolveSlice(interpreter, *slice, length);
    return positions ? Value(interpreter.heap().MakeBytes(positions->Pick(data_))) : Value();
  }
  auto index = ResolveIndex(interpreter, key, length, kReading);
  return index ? Value::Int(static_cast<unsigned char>(data_[*index])) : Value();
}

std::optional<bool> BytesObject::Contains(Interpreter& interpreter, const Value& item) {
  if (auto* bytes = item.As<BytesObject>()) return data_.find(bytes->data_) != std::string::npos;
  if (!item.is_integral()) {
    interpreter.RaiseTypeError("a bytes-like object is required, not '" +
                               script::TypeName(interpreter, item) + "'");
    return std::nullopt;
  }
  if (item.as_int() < 0 || item.as_int() > 255) {
    interpreter.RaiseValueError("byte must be in range(0, 256)");
    return std::nullopt;
  }
  return data_.find(static_cast<char>(item.as_int())) != std::string::npos;
}

std::optional<int64_t> BytesObject::Length(Interpreter&) {
  return static_cast<int64_t>(data_.size());
}

Value BytesObject::Iterate(Interpreter& interpreter) {
  return MakeSequenceIterator(interpreter, *this, *interpreter.classes().bytes_iterator);
}

Value BytesObject::IterateReversed(Interpreter& interpreter) {
  return MakeReverseIterator(interpreter, *this, *interpreter.classes().reversed);
}

Value BytesObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* bytes = other.As<BytesObject>();
  if (bytes == nullptr) return Value::NotImplemented();
  return Value::Bool(Satisfies(comparison, data_.compare(bytes->data_)));
}

std::optional<int64_t> BytesObject::Hash(Interpreter&) {
  return HashBytes(data_);
}

Value BytesObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kMultiply && right.is_integral()) {
    size_t count = right.as_int() > 0 ? static_cast<size_t>(right.as_int()) : 0;
    bool overflows = !data_.empty() && count > SIZE_MAX / data_.size();
    if (!interpreter.CheckSize(overflows ? SIZE_MAX : count * data_.size())) return {};
    std::string repeated;
    for (size_t i = 0; i < count && !data_.empty(); ++i) repeated += data_;
    return interpreter.heap().MakeBytes(std::move(repeated));
  }
  if (op != BinaryOperator::kAdd) return Value::NotImplemented();
  auto* bytes = right.As<BytesObject>();
  if (bytes == nullptr) {
    return interpreter.RaiseTypeError("can't concat " + script::TypeName(interpreter, right) +
                                      " to bytes");
  }
  if (!interpreter.CheckSize(data_.size() + bytes->data_.size())) return {};
  return interpreter.heap().MakeBytes(data_ + bytes->data_);
}

}  // namespace streplay::script
