// The defaults of the protocol: Python's own errors.
#include "script/object.h"

#include <string>

#include "script/attribute_lookup.h"
#include "script/class_object.h"
#include "script/descriptor_objects.h"
#include "script/heap.h"
#include "script/native_function.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

std::string Quoted(const Object& object) {
  return "'" + std::string(object.TypeName()) + "'";
}

// How an address looks in a default repr: made from the identity, so that it is the same every
// time.
std::string AddressText(int64_t identity) {
  constexpr int64_t kFirst = 0x7f0000000000;
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (int64_t rest = kFirst + identity * 16; rest != 0; rest /= 16) {
    text.insert(text.begin(), kDigits[rest % 16]);
  }
  return "0x" + text;
}

}  // namespace

Heap& Object::heap() const {
  // A class asks itself: at the heap's end its own class may be gone already.
  if (kind_ == ObjectKind::kClass) return static_cast<const ClassObject*>(this)->owner_heap();
  return type_->owner_heap();
}

std::string_view Object::TypeName() const {
  return type_->message_name();
}

void Object::SetExtraBytes(size_t bytes) {
  if (bytes == extra_bytes_) return;
  heap().ChangeBytes(extra_bytes_, bytes);
  extra_bytes_ = bytes;
}

void Object::NoteSize(size_t items) {
  heap().NoteSize(items);
}

int64_t Object::Identity() {
  if (identity_ == 0) heap().GiveIdentity(*this);
  return identity_;
}

std::string Object::DefaultRepr() {
  const std::string& module = type_->module();
  std::string prefix = module == "builtins" ? "" : module + ".";
  return "<" + prefix + type_->qualified_name() + " object at " + AddressText(Identity()) + ">";
}

std::string Object::Address() {
  return AddressText(Identity());
}

Value Object::GetAttribute(Interpreter& interpreter, Symbol name) {
  Value self(this);
  Value found = LookUpAttribute(interpreter, self, *type_, attributes(), name);
  if (!found.empty() || interpreter.failed()) return found;
  return RaiseNoAttribute(interpreter, self, name);
}

bool Object::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  const Value* in_class = type_->Find(name);
  std::string text(interpreter.heap().Text(name));
  if (in_class != nullptr) {
    if (auto* property = in_class->As<PropertyObject>()) {
      if (!property->setter().is_none()) {
        return !interpreter.Call(property->setter(), {Value(this), value}).empty();
      }
      bool is_native = property->getter().Is<NativeFunctionObject>();
      interpreter.RaiseAttributeError(
          is_native ? "attribute '" + text + "' of " + Quoted(*this) + " objects is not writable"
                    : "property '" + text + "' of " + Quoted(*this) + " object has no setter");
      return false;
    }
  }
  if (Namespace* own = attributes()) {
    own->Set(name, value);
    return true;
  }
  interpreter.RaiseAttributeError(Quoted(*this) + " object " +
                                  (in_class != nullptr ? "attribute '" + text + "' is read-only"
                                                       : "has no attribute '" + text + "'"));
  return false;
}

bool Object::DeleteAttribute(Interpreter& interpreter, Symbol name) {
  std::string text(interpreter.heap().Text(name));
  if (const Value* in_class = type_->Find(name)) {
    if (auto* property = in_class->As<PropertyObject>()) {
      if (!property->deleter().is_none()) {
        return !interpreter.Call(property->deleter(), {Value(this)}).empty();
      }
      interpreter.RaiseAttributeError("property '" + text + "' of " + Quoted(*this) +
                                      " object has no deleter");
      return false;
    }
  }
  Namespace* own = attributes();
  if (own != nullptr && own->Remove(name)) return true;
  RaiseNoAttribute(interpreter, Value(this), name);
  return false;
}

Value Object::Call(Interpreter& interpreter, const Arguments&) {
  return interpreter.RaiseTypeError(Quoted(*this) + " object is not callable");
}

Value Object::GetItem(Interpreter& interpreter, const Value&) {
  return interpreter.RaiseTypeError(Quoted(*this) + " object is not subscriptable");
}

bool Object::SetItem(Interpreter& interpreter, const Value&, const Value&) {
  interpreter.RaiseTypeError(Quoted(*this) + " object does not support item assignment");
  return false;
}

bool Object::DeleteItem(Interpreter& interpreter, const Value& key) {
  // CPython's two messages: one for what has the slots of a sequence.
  bool is_sequence = kind_ == ObjectKind::kTuple || kind_ == ObjectKind::kString ||
                     kind_ == ObjectKind::kBytes || kind_ == ObjectKind::kRange ||
                     kind_ == ObjectKind::kInstance;
  std::string_view negation = is_sequence && key.is_integral() ? "doesn't" : "does not";
  interpreter.RaiseTypeError(Quoted(*this) + " object " + std::string(negation) +
                             " support item deletion");
  return false;
}

std::optional<bool> Object::Contains(Interpreter& interpreter, const Value& item) {
  if (!IsIterable()) {
    interpreter.RaiseTypeError("argument of type " + Quoted(*this) + " is not iterable");
    return std::nullopt;
  }
  bool found = false;
  bool complete = ForEach(interpreter, Value(this), [&](const Value& candidate) {
    std::optional<bool> equal = AreEqual(interpreter, candidate, item);
    found = equal.value_or(false);
    return equal.has_value() && !found;
  });
  if (!complete && !found) return std::nullopt;
  return found;
}

std::optional<int64_t> Object::Length(Interpreter& interpreter) {
  interpreter.RaiseTypeError("object of type " + Quoted(*this) + " has no len()");
  return std::nullopt;
}

Value Object::Iterate(Interpreter& interpreter) {
  return interpreter.RaiseTypeError(Quoted(*this) + " object is not iterable");
}

Value Object::IterateReversed(Interpreter& interpreter) {
  return interpreter.RaiseTypeError(Quoted(*this) + " object is not reversible");
}

Value Object::Next(Interpreter& interpreter) {
  return interpreter.RaiseTypeError(Quoted(*this) + " object is not an iterator");
}

Value Object::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString(DefaultRepr());
}

Value Object::Str(Interpreter& interpreter) {
  return Repr(interpreter);
}

Value Object::Format(Interpreter& interpreter, std::string_view specification) {
  if (specification.empty()) return Str(interpreter);
  return interpreter.RaiseTypeError("unsupported format string passed to " +
                                    std::string(TypeName()) + ".__format__");
}

std::optional<bool> Object::IsTrue(Interpreter& interpreter) {
  if (!HasLength()) return true;
  std::optional<int64_t> length = Length(interpreter);
  if (!length) return std::nullopt;
  return *length != 0;
}

Value Object::Compare(Interpreter&, Comparison, const Value&) {
  return Value::NotImplemented();
}

std::optional<int64_t> Object::Hash(Interpreter&) {
  return Identity();
}

Value Object::Binary(Interpreter&, BinaryOperator, const Value&) {
  return Value::NotImplemented();
}

Value Object::ReflectedBinary(Interpreter&, BinaryOperator, const Value&) {
  return Value::NotImplemented();
}

Value Object::InPlaceBinary(Interpreter&, BinaryOperator, const Value&) {
  return Value::NotImplemented();
}

Value Object::Unary(Interpreter& interpreter, UnaryOperator op) {
  return interpreter.RaiseTypeError("bad operand type for unary " + std::string(OperatorText(op)) +
                                    ": " + Quoted(*this));
}

Value Object::Enter(Interpreter& interpreter) {
  return interpreter.RaiseTypeError(Quoted(*this) +
                                    " object does not support the context manager protocol");
}

Value Object::Exit(Interpreter& interpreter, ExceptionObject*) {
  return Enter(interpreter);
}

}  // namespace streplay::script
