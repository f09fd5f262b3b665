#include "script/instance_methods.h"

#include "script/attribute_lookup.h"
#include "script/exception_class.h"
#include "script/instance_object.h"
#include "script/native_function.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

Value ObjectInit(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& self = arguments[0];
  auto* extra = arguments[1].As<TupleObject>();
  if (auto* exception = self.As<ExceptionObject>()) {
    exception->set_args(arguments[1]);
    return Value::None();
  }
  if (!self.Is<InstanceObject>()) {
    return interpreter.Refuse("calling `__init__` of a built-in object is");
  }
  bool has_keywords = *Length(interpreter, arguments[2]) > 0;
  if (extra->size() == 0 && !has_keywords) return Value::None();
  std::string name = TypeName(interpreter, self);
  if (DefinesMethod(self.object()->type(), symbols::kInit)) {
    return interpreter.RaiseTypeError(
        "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  return interpreter.RaiseTypeError(name + "() takes no arguments");
}

Value ObjectRepr(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& self = arguments[0];
  if (auto* exception = self.As<ExceptionObject>()) return ExceptionRepr(interpreter, *exception);
  if (!self.Is<InstanceObject>()) return Repr(interpreter, self);
  return interpreter.heap().MakeString(self.object()->DefaultRepr());
}

Value ObjectStr(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& self = arguments[0];
  if (auto* exception = self.As<ExceptionObject>()) return ExceptionStr(interpreter, *exception);
  return self.Is<InstanceObject>() ? Repr(interpreter, self) : Str(interpreter, self);
}

Value ObjectEq(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& self = arguments[0];
  if (self.Is<InstanceObject>() || self.Is<ExceptionObject>() || !self.is_object()) {
    return self.IsIdenticalTo(arguments[1]) ? Value::Bool(true) : Value::NotImplemented();
  }
  return self.object()->Compare(interpreter, Comparison::kEqual, arguments[1]);
}

constexpr NativeFunction kObjectMethods[] = {
    {"__init__", "*args, **kwargs", &ObjectInit},
    {"__repr__", "", &ObjectRepr},
    {"__str__", "", &ObjectStr},
    {"__eq__", "value, /", &ObjectEq},
};

// The method bound to the object; found in every class.
Value BoundMethod(Interpreter& interpreter, Object& self, Symbol name) {
  Value method = *self.type().Find(name);
  return BindToInstance(interpreter, method, Value(&self), self.type());
}

}  // namespace

void DefineObjectMethods(Heap& heap) {
  DefineMethods(heap, *heap.classes().object, kObjectMethods);
}

bool DefinesMethod(const ClassObject& type, Symbol name) {
  const Value* method = type.Find(name);
  return method != nullptr && !method->Is<NativeFunctionObject>();
}

Value CallInstance(Interpreter& interpreter, Object& self, const Arguments& arguments) {
  if (self.type().Find(symbols::kCall) == nullptr) {
    return self.Object::Call(interpreter, arguments);
  }
  Value method = BoundMethod(interpreter, self, symbols::kCall);
  return method.empty() ? method : interpreter.Call(method, arguments);
}

Value TextByMethod(Interpreter& interpreter, Object& self, Symbol method) {
  RecursionScope scope(interpreter, method == symbols::kRepr
                                        ? " while getting the repr of an object"
                                        : " while getting the str of an object");
  if (!scope.entered()) return {};
  Value bound = BoundMethod(interpreter, self, method);
  if (bound.empty()) return {};
  Value text = interpreter.Call(bound, Arguments{});
  if (text.empty() || TextOf(text) != nullptr) return text;
  return interpreter.RaiseTypeError(std::string(interpreter.heap().Text(method)) +
                                    " returned non-string (type " + TypeName(interpreter, text) +
                                    ")");
}

Value CompareByMethod(Interpreter& interpreter, Object& self, Comparison comparison,
                      const Value& other) {
  bool is_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (!is_equality || !DefinesMethod(self.type(), symbols::kEq)) return Value::NotImplemented();
  Value method = BoundMethod(interpreter, self, symbols::kEq);
  if (method.empty()) return {};
  Value result = interpreter.Call(method, {other});
  if (result.empty() || result.is_not_implemented() || comparison == Comparison::kEqual) {
    return result;
  }
  std::optional<bool> equal = IsTrue(interpreter, result);
  return equal ? Value::Bool(!*equal) : Value();
}

std::optional<int64_t> HashByClass(Interpreter& interpreter, Object& self) {
  if (!DefinesMethod(self.type(), symbols::kEq)) return self.Identity();
  interpreter.RaiseTypeError("unhashable type: '" + std::string(self.TypeName()) + "'");
  return std::nullopt;
}

bool Initialize(Interpreter& interpreter, const Value& self, ClassObject& type,
                const Arguments& arguments) {
  if (!DefinesMethod(type, symbols::kInit)) return true;
  Value method = *type.Find(symbols::kInit);
  Value bound = BindToInstance(interpreter, method, self, type);
  if (bound.empty()) return false;
  Value result = interpreter.Call(bound, arguments);
  if (result.empty() || result.is_none()) return !result.empty();
  interpreter.RaiseTypeError("__init__() should return None, not '" +
                             TypeName(interpreter, result) + "'");
  return false;
}

Value ConstructInstance(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  RecursionScope scope(interpreter, " while calling a Python object");
  if (!scope.entered()) return {};
  bool is_plain = !DefinesMethod(type, symbols::kInit);
  if (is_plain && arguments.count() > 0) {
    return interpreter.RaiseTypeError(std::string(interpreter.heap().Text(type.name())) +
                                      "() takes no arguments");
  }
  Value self = interpreter.heap().New<InstanceObject>(type);
  return Initialize(interpreter, self, type, arguments) ? self : Value();
}

}  // namespace streplay::script
