// Classes, attributes, items, iteration and conversion of any value. Scalars are dealt with here,
// objects by their own virtual functions.
#include "script/attribute_lookup.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

Value RaiseAbout(Interpreter& interpreter, const Value& value, std::string_view what) {
  return interpreter.RaiseTypeError("'" + TypeName(interpreter, value) + "' object " +
                                    std::string(what));
}

}  // namespace

ClassObject& TypeOf(Interpreter& interpreter, const Value& value) {
  const BuiltinClasses& classes = interpreter.classes();
  switch (value.tag()) {
    case ValueTag::kObject:
      return value.object()->type();
    case ValueTag::kBool:
      return *classes.boolean;
    case ValueTag::kInt:
      return *classes.integer;
    case ValueTag::kFloat:
      return *classes.floating;
    case ValueTag::kEllipsis:
      return *classes.ellipsis;
    case ValueTag::kNotImplemented:
      return *classes.not_implemented;
    case ValueTag::kNone:
    case ValueTag::kEmpty:
      break;
  }
  return *classes.none;
}

std::string TypeName(Interpreter& interpreter, const Value& value) {
  return std::string(TypeOf(interpreter, value).message_name());
}

bool IsInstance(Interpreter& interpreter, const Value& value, const ClassObject& type) {
  return TypeOf(interpreter, value).IsSubclassOf(type);
}

Value GetAttribute(Interpreter& interpreter, const Value& object, Symbol name) {
  if (Object* target = object.object()) return target->GetAttribute(interpreter, name);
  Value found = LookUpAttribute(interpreter, object, TypeOf(interpreter, object), nullptr, name);
  if (!found.empty() || interpreter.failed()) return found;
  return RaiseNoAttribute(interpreter, object, name);
}

Value FindAttribute(Interpreter& interpreter, const Value& object, Symbol name) {
  Value found = GetAttribute(interpreter, object, name);
  if (found.empty() && interpreter.IsPending(*interpreter.classes().attribute_error)) {
    interpreter.TakeException();
  }
  return found;
}

bool SetAttribute(Interpreter& interpreter, const Value& object, Symbol name, const Value& value) {
  if (Object* target = object.object()) return target->SetAttribute(interpreter, name, value);
  if (TypeOf(interpreter, object).Find(name) == nullptr) {
    RaiseNoAttribute(interpreter, object, name);
  } else {
    interpreter.RaiseAttributeError("'" + TypeName(interpreter, object) + "' object attribute '" +
                                    std::string(interpreter.heap().Text(name)) + "' is read-only");
  }
  return false;
}

bool DeleteAttribute(Interpreter& interpreter, const Value& object, Symbol name) {
  if (Object* target = object.object()) return target->DeleteAttribute(interpreter, name);
  RaiseNoAttribute(interpreter, object, name);
  return false;
}

Value GetItem(Interpreter& interpreter, const Value& object, const Value& key) {
  if (Object* target = object.object()) return target->GetItem(interpreter, key);
  return RaiseAbout(interpreter, object, "is not subscriptable");
}

bool SetItem(Interpreter& interpreter, const Value& object, const Value& key, const Value& value) {
  if (Object* target = object.object()) return target->SetItem(interpreter, key, value);
  RaiseAbout(interpreter, object, "does not support item assignment");
  return false;
}

bool DeleteItem(Interpreter& interpreter, const Value& object, const Value& key) {
  if (Object* target = object.object()) return target->DeleteItem(interpreter, key);
  RaiseAbout(interpreter, object, "does not support item deletion");
  return false;
}

std::optional<bool> Contains(Interpreter& interpreter, const Value& container, const Value& item) {
  if (Object* target = container.object()) return target->Contains(interpreter, item);
  interpreter.RaiseTypeError("argument of type '" + TypeName(interpreter, container) +
                             "' is not iterable");
  return std::nullopt;
}

std::optional<int64_t> Length(Interpreter& interpreter, const Value& object) {
  if (Object* target = object.object()) return target->Length(interpreter);
  interpreter.RaiseTypeError("object of type '" + TypeName(interpreter, object) + "' has no len()");
  return std::nullopt;
}

bool IsCallable(const Value& value) {
  return value.is_object() && value.object()->IsCallable();
}

bool IsIterableValue(const Value& value) {
  return value.is_object() && value.object()->IsIterable();
}

Value Iterate(Interpreter& interpreter, const Value& iterable) {
  if (Object* target = iterable.object()) return target->Iterate(interpreter);
  return RaiseAbout(interpreter, iterable, "is not iterable");
}

Value Next(Interpreter& interpreter, const Value& iterator) {
  if (Object* target = iterator.object()) {
    Value item = target->Next(interpreter);
    // A StopIteration from what the iterator called ends it as well.
    bool stopped = item.empty() && interpreter.IsPending(*interpreter.classes().stop_iteration);
    if (stopped) interpreter.TakeException();
    return item;
  }
  return RaiseAbout(interpreter, iterator, "is not an iterator");
}

bool CollectItems(Interpreter& interpreter, const Value& iterable, std::vector<Value>& items) {
  const std::vector<Value>* source = nullptr;
  if (auto* list = iterable.As<ListObject>()) source = &list->items();
  if (auto* tuple = iterable.As<TupleObject>()) source = &tuple->items();
  if (source != nullptr) {
    if (!interpreter.CheckSize(items.size() + source->size())) return false;
    items.insert(items.end(), source->begin(), source->end());
    return true;
  }
  return ForEach(interpreter, iterable, [&](const Value& item) {
    items.push_back(item);
    return interpreter.CheckSize(items.size());
  });
}

const std::string* TextOf(const Value& value) {
  auto* string = value.As<StringObject>();
  return string != nullptr ? &string->text() : nullptr;
}

std::optional<int64_t> ToIndex(Interpreter& interpreter, const Value& value) {
  if (value.is_integral()) return value.as_int();
  RaiseAbout(interpreter, value, "cannot be interpreted as an integer");
  return std::nullopt;
}

std::optional<double> AsNumber(const Value& value) {
  if (value.is_float()) return value.as_float();
  if (value.is_integral()) return static_cast<double>(value.as_int());
  return std::nullopt;
}

std::optional<double> ToFloat(Interpreter& interpreter, const Value& value) {
  std::optional<double> number = AsNumber(value);
  if (!number) {
    interpreter.RaiseTypeError("must be real number, not " + TypeName(interpreter, value));
  }
  return number;
}

}  // namespace streplay::script
