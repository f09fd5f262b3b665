// Built-ins about objects in general, and the classes object, type, super, property, staticmethod
// and classmethod.
#include "script/attribute_lookup.h"
#include "script/bind_constructor.h"
#include "script/descriptor_objects.h"
#include "script/dict_object.h"
#include "script/frame.h"
#include "script/install_builtins.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refusal.h"
#include "script/super_object.h"
#include "script/tuple_object.h"
#include "script/type_expressions.h"

namespace streplay::script {

namespace {

// What object() makes: it has no attributes of its own.
class PlainObject : public Object {
 public:
  explicit PlainObject(ClassObject& type) : Object(type, ObjectKind::kNative) {}
};

// Names the reason why a script may not use an attribute, or nothing (refusal.h).
using Refusal = std::optional<std::string> (*)(std::string_view name);

// The symbol that getattr and its kin are given; nothing when it is no str or refused.
std::optional<Symbol> AttributeName(Interpreter& interpreter, const Value& name, Refusal refusal) {
  auto* string = name.As<StringObject>();
  if (string == nullptr) {
    interpreter.RaiseTypeError("attribute name must be string, not '" +
                               TypeName(interpreter, name) + "'");
    return std::nullopt;
  }
  if (std::optional<std::string> message = refusal(string->text())) {
    interpreter.EndWithLimit(std::move(*message));
    return std::nullopt;
  }
  return string->symbol();
}

Value Getattr(Interpreter& interpreter, std::span<const Value> arguments) {
  auto name = AttributeName(interpreter, arguments[1], &RefuseReadAttribute);
  if (!name) return {};
  if (arguments[2].empty()) return GetAttribute(interpreter, arguments[0], *name);
  Value value = FindAttribute(interpreter, arguments[0], *name);
  return value.empty() && !interpreter.failed() ? arguments[2] : value;
}

Value Hasattr(Interpreter& interpreter, std::span<const Value> arguments) {
  auto name = AttributeName(interpreter, arguments[1], &RefuseReadAttribute);
  if (!name) return {};
  Value value = FindAttribute(interpreter, arguments[0], *name);
  return interpreter.failed() ? Value() : Value::Bool(!value.empty());
}

Value Setattr(Interpreter& interpreter, std::span<const Value> arguments) {
  auto name = AttributeName(interpreter, arguments[1], &RefuseAssignAttribute);
  if (!name) return {};
  bool set = SetAttribute(interpreter, arguments[0], *name, arguments[2]);
  return set ? Value::None() : Value();
}

Value CallableBuiltin(Interpreter&, std::span<const Value> arguments) {
  return Value::Bool(IsCallable(arguments[0]));
}

Value HashBuiltin(Interpreter& interpreter, std::span<const Value> arguments) {
  auto hash = Hash(interpreter, arguments[0]);
  return hash ? Value::Int(*hash) : Value();
}

// Serial numbers for objects; for scalars, numbers that no object gets.
Value Id(Interpreter&, std::span<const Value> arguments) {
  constexpr int64_t kFirst = 0x7f0000000000;
  if (Object* object = arguments[0].object()) {
    return Value::Int(kFirst + object->Identity() * 16);
  }
  return Value::Int((arguments[0].as_int() & (kFirst / 32 - 1)) * 16 +
                    static_cast<int64_t>(arguments[0].tag()));
}

// Whether `type` is, or (for tuples and unions) holds, a class that `fits`; nothing when it is not
// one that isinstance accepts.
template <class Fits>
std::optional<bool> AnyClass(Interpreter& interpreter, const Value& type, Fits fits) {
  const std::vector<Value>* members = nullptr;
  if (auto* tuple = type.As<TupleObject>()) members = &tuple->items();
  if (auto* type_union = type.As<UnionObject>()) members = &type_union->members();
  if (members == nullptr) {
    if (type.is_none()) return fits(*interpreter.classes().none);
    auto* one = type.As<ClassObject>();
    return one != nullptr ? std::optional<bool>(fits(*one)) : std::nullopt;
  }
  RecursionScope scope(interpreter, " in __instancecheck__");
  if (!scope.entered()) return std::nullopt;
  for (const Value& member : *members) {
    std::optional<bool> found = AnyClass(interpreter, member, fits);
    if (!found || *found) return found;
  }
  return false;
}

Value ClassTest(Interpreter& interpreter, std::string_view name, std::optional<bool> result) {
  if (result) return Value::Bool(*result);
  if (interpreter.failed()) return {};
  return interpreter.RaiseTypeError(std::string(name) + "() arg 2 must be a " +
                                    (name == "isinstance"
                                         ? "type, a tuple of types, or a union"
                                         : "class, a tuple of classes, or a union"));
}

Value Isinstance(Interpreter& interpreter, std::span<const Value> arguments) {
  ClassObject& type = TypeOf(interpreter, arguments[0]);
  bool is_bare_none = arguments[1].is_none();
  auto fits = [&](const ClassObject& candidate) { return type.IsSubclassOf(candidate); };
  return ClassTest(interpreter, "isinstance",
                   is_bare_none ? std::nullopt : AnyClass(interpreter, arguments[1], fits));
}

Value Issubclass(Interpreter& interpreter, std::span<const Value> arguments) {
  auto* type = arguments[0].As<ClassObject>();
  if (type == nullptr) return interpreter.RaiseTypeError("issubclass() arg 1 must be a class");
  bool is_bare_none = arguments[1].is_none();
  auto fits = [&](const ClassObject& candidate) { return type->IsSubclassOf(candidate); };
  return ClassTest(interpreter, "issubclass",
                   is_bare_none ? std::nullopt : AnyClass(interpreter, arguments[1], fits));
}

constexpr NativeFunction kFunctions[] = {
    {"getattr", "object, name, default=None, /", &Getattr},
    {"hasattr", "object, name, /", &Hasattr},
    {"setattr", "object, name, value, /", &Setattr},
    {"callable", "object, /", &CallableBuiltin},
    {"hash", "object, /", &HashBuiltin},
    {"id", "object, /", &Id},
    {"isinstance", "object, classes, /", &Isinstance},
    {"issubclass", "type, classes, /", &Issubclass},
};

Value ConstructObject(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  if (arguments.count() > 0) return interpreter.RaiseTypeError("object() takes no arguments");
  return interpreter.heap().New<PlainObject>(type);
}

Value ConstructType(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  if (arguments.positional.size() == 1 && arguments.keywords.empty()) {
    return Value(&TypeOf(interpreter, arguments.positional[0]));
  }
  if (arguments.positional.size() != 3) {
    return interpreter.RaiseTypeError("type() takes 1 or 3 arguments");
  }
  return interpreter.Refuse("type() with three arguments is");
}

Value ConstructProperty(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value bound[4];
  if (!BindConstructor(interpreter, "property", "fget=None, fset=None, fdel=None, doc=None",
                       arguments, bound)) {
    return {};
  }
  for (Value& value : bound) {
    if (value.empty()) value = Value::None();
  }
  Heap& heap = interpreter.heap();
  return heap.New<PropertyObject>(heap, bound[0], bound[1], bound[2], bound[3]);
}

template <class Wrapper>
Value ConstructWrapper(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Value function;
  Heap& heap = interpreter.heap();
  if (!BindConstructor(interpreter, heap.Text(type.name()), "function, /", arguments,
                       {&function, 1})) {
    return {};
  }
  return heap.New<Wrapper>(heap, function);
}

// super() without arguments: the class whose body holds the running method, and its first argument.
Value ConstructPlainSuper(Interpreter& interpreter) {
  const BuiltinClasses& classes = interpreter.classes();
  Frame* frame = interpreter.frame();
  if (frame == nullptr || !frame->scope.is_function_like() || frame->locals.empty()) {
    return interpreter.Raise(*classes.runtime_error, "super(): no arguments");
  }
  if (frame->scope.class_cell < 0) {
    return interpreter.Raise(*classes.runtime_error, "super(): __class__ cell not found");
  }
  const Value& type = frame->frees[frame->scope.class_cell]->value;
  if (type.empty()) {
    return interpreter.Raise(*classes.runtime_error, "super(): empty __class__ cell");
  }
  Value self = frame->locals[0];
  for (size_t i = 0; i < frame->cells.size(); ++i) {
    if (frame->scope.cells[i].parameter == 0) self = frame->cells[i]->value;
  }
  if (self.empty()) return interpreter.Raise(*classes.runtime_error, "super(): arg[0] deleted");
  return MakeSuper(interpreter, type, self);
}

Value ConstructSuper(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  if (!arguments.keywords.empty()) {
    return interpreter.RaiseTypeError("super() takes no keyword arguments");
  }
  size_t count = arguments.positional.size();
  if (count == 0) return ConstructPlainSuper(interpreter);
  if (count == 2) return MakeSuper(interpreter, arguments.positional[0], arguments.positional[1]);
  if (count == 1) {
    return interpreter.Refuse("super() with one argument is");
  }
  return interpreter.RaiseTypeError("super() expected at most 2 arguments, got " +
                                    std::to_string(count));
}

// `f.__call__`: what every callable built-in kind has.
Value CallSelf(Interpreter& interpreter, std::span<const Value> arguments) {
  auto* positional = arguments[1].As<TupleObject>();
  std::vector<KeywordArgument> keywords = KeywordsOf(*arguments[2].As<DictObject>());
  return interpreter.Call(arguments[0], {positional->items(), keywords});
}

constexpr NativeFunction kCallMethod[] = {{"__call__", "*args, **kwargs", &CallSelf}};

}  // namespace

void DefineCallMethods(Heap& heap) {
  const BuiltinClasses& classes = heap.classes();
  for (ClassObject* type : {classes.function, classes.native_function, classes.method,
                            classes.method_descriptor, classes.type}) {
    DefineMethods(heap, *type, kCallMethod);
  }
}

void InstallObjectBuiltins(Heap& heap) {
  const BuiltinClasses& classes = heap.classes();
  classes.object->set_constructor(&ConstructObject);
  classes.object->set_can_be_base(true);
  classes.type->set_constructor(&ConstructType);
  classes.super->set_constructor(&ConstructSuper);
  classes.property->set_constructor(&ConstructProperty);
  classes.static_method->set_constructor(&ConstructWrapper<StaticMethodObject>);
  classes.class_method->set_constructor(&ConstructWrapper<ClassMethodObject>);
  DefineFunctions(heap, heap.builtins(), kFunctions);
}

}  // namespace streplay::script
