// DictObject as a Python object: items, comparison, operators.
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

bool Update(Interpreter& interpreter, DictObject& target, const DictObject& source) {
  size_t position = 0;
  while (const DictObject::Entry* entry = source.NextEntry(position)) {
    if (!interpreter.Step()) return false;
    Value key = entry->key;
    Value value = entry->value;
    if (!target.Set(interpreter, key, value)) return false;
  }
  return true;
}

std::optional<bool> AreEqualDicts(Interpreter& interpreter, DictObject& left, DictObject& right) {
  if (left.size() != right.size()) return false;
  RecursionScope scope(interpreter, " in comparison");
  if (!scope.entered()) return std::nullopt;
  size_t position = 0;
  while (const DictObject::Entry* entry = left.NextEntry(position)) {
    if (!interpreter.Step()) return std::nullopt;
    Value key = entry->key;
    Value value = entry->value;
    Value other = right.Find(interpreter, key);
    if (other.empty()) return interpreter.failed() ? std::nullopt : std::optional<bool>(false);
    std::optional<bool> equal = AreEqual(interpreter, value, other);
    if (!equal || !*equal) return equal;
  }
  return true;
}

}  // namespace

Value DictObject::Missing(Interpreter& interpreter, const Value& key) {
  return interpreter.RaiseWith(*interpreter.classes().key_error, key);
}

Value DictObject::GetItem(Interpreter& interpreter, const Value& key) {
  Value value = Find(interpreter, key);
  if (!value.empty() || interpreter.failed()) return value;
  return Missing(interpreter, key);
}

bool DictObject::SetItem(Interpreter& interpreter, const Value& key, const Value& value) {
  return Set(interpreter, key, value);
}

bool DictObject::DeleteItem(Interpreter& interpreter, const Value& key) {
  if (!Remove(interpreter, key).empty()) return true;
  if (!interpreter.failed()) interpreter.RaiseWith(*interpreter.classes().key_error, key);
  return false;
}

std::optional<bool> DictObject::Contains(Interpreter& interpreter, const Value& item) {
  Value value = Find(interpreter, item);
  if (interpreter.failed()) return std::nullopt;
  return !value.empty();
}

std::optional<int64_t> DictObject::Length(Interpreter&) {
  return static_cast<int64_t>(size());
}

Value DictObject::Iterate(Interpreter& interpreter) {
  return MakeDictIterator(interpreter, Ref<DictObject>(this), DictPart::kKeys);
}

Value DictObject::IterateReversed(Interpreter& interpreter) {
  return MakeDictIterator(interpreter, Ref<DictObject>(this), DictPart::kKeys, true);
}

Value DictObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* dict = other.As<DictObject>();
  bool is_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (dict == nullptr || !is_equality) return Value::NotImplemented();
  std::optional<bool> equal = AreEqualDicts(interpreter, *this, *dict);
  if (!equal) return {};
  return Value::Bool(*equal == (comparison == Comparison::kEqual));
}

std::optional<int64_t> DictObject::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: '" + std::string(TypeName()) + "'");
  return std::nullopt;
}

Value DictObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  auto* dict = right.As<DictObject>();
  if (op != BinaryOperator::kBitOr || dict == nullptr) return Value::NotImplemented();
  Ref<DictObject> result = interpreter.heap().MakeDict();
  bool complete = Update(interpreter, *result, *this) && Update(interpreter, *result, *dict);
  return complete ? Value(result) : Value();
}

Value DictObject::InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  auto* dict = right.As<DictObject>();
  if (op != BinaryOperator::kBitOr) return Value::NotImplemented();
  if (dict != nullptr) {
    return Update(interpreter, *this, *dict) ? Value(this) : Value();
  }
  // Any iterable of pairs, as dict.update takes.
  Value updated = interpreter.CallMethod(Value(this), interpreter.heap().Intern("update"), {right});
  return updated.empty() ? Value() : Value(this);
}

}  // namespace streplay::script
