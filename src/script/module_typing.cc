// The `typing` module: names for annotations. They are evaluated and mean nothing.
#include "script/class_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr std::string_view kForms[] = {
    "AbstractSet", "Annotated",      "Any",
    "AnyStr",      "Awaitable",      "Callable",
    "ChainMap",    "ClassVar",       "Collection",
    "Concatenate", "Container",      "Counter",
    "DefaultDict", "Deque",          "Dict",
    "Final",       "FrozenSet",      "Generator",
    "Hashable",    "Iterable",       "Iterator",
    "List",        "Literal",        "LiteralString",
    "Mapping",     "MutableMapping", "MutableSequence",
    "MutableSet",  "Never",          "NoReturn",
    "Optional",    "OrderedDict",    "Required",
    "Reversible",  "Self",           "Sequence",
    "Set",         "Sized",          "SupportsFloat",
    "SupportsInt", "Text",           "Tuple",
    "Type",        "TypeAlias",      "TypeGuard",
    "Union",
};

// How a type stands inside another one's brackets.
std::optional<std::string> TypeText(Interpreter& interpreter, const Value& value) {
  if (value.is_none()) return "None";
  if (auto* type = value.As<ClassObject>()) {
    std::string prefix = type->module() == "builtins" ? "" : type->module() + ".";
    return prefix + type->qualified_name();
  }
  if (auto* list = value.As<ListObject>()) {
    std::string text;
    for (const Value& item : list->items()) {
      std::optional<std::string> part = TypeText(interpreter, item);
      if (!part) return std::nullopt;
      text += (text.empty() ? "" : ", ") + *part;
    }
    return "[" + text + "]";
  }
  return ReprText(interpreter, value);
}

// `Optional`, `List[int]`, `int | List[int]`.
class TypingObject : public Object {
 public:
  TypingObject(ClassObject& type, std::string text)
      : Object(type, ObjectKind::kNative), text_(std::move(text)) {}

  Value GetItem(Interpreter& interpreter, const Value& key) override {
    std::vector<Value> parts = {key};
    if (auto* tuple = key.As<TupleObject>()) parts = tuple->items();
    std::string text;
    for (const Value& part : parts) {
      std::optional<std::string> part_text = TypeText(interpreter, part);
      if (!part_text) return {};
      text += (text.empty() ? "" : ", ") + *part_text;
    }
    return Make(interpreter, text_ + "[" + text + "]");
  }
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override {
    return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, Value(this), right)
                                        : Value::NotImplemented();
  }
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override {
    return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, left, Value(this))
                                        : Value::NotImplemented();
  }
  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments&) override {
    return interpreter.EndWithLimit("calling " + text_ + " is not supported in scenario scripts");
  }
  Value Repr(Interpreter& interpreter) override { return interpreter.heap().MakeString(text_); }

 private:
  Value Make(Interpreter& interpreter, std::string text) {
    return interpreter.heap().New<TypingObject>(type(), std::move(text));
  }
  Value MakeUnion(Interpreter& interpreter, const Value& left, const Value& right) {
    std::optional<std::string> left_text = TypeText(interpreter, left);
    if (!left_text) return {};
    std::optional<std::string> right_text = TypeText(interpreter, right);
    if (!right_text) return {};
    return Make(interpreter, "typing.Union[" + *left_text + ", " + *right_text + "]");
  }

  std::string text_;
};

Value TypingCast(Interpreter&, Values arguments) {
  return arguments[1];
}

constexpr NativeFunction kFunctions[] = {
    {"NamedTuple", kAnyArguments, &RefusedFunction<"typing.NamedTuple">},
    {"NewType", kAnyArguments, &RefusedFunction<"typing.NewType()">},
    {"ParamSpec", kAnyArguments, &RefusedFunction<"typing.ParamSpec()">},
    {"TypeVar", kAnyArguments, &RefusedFunction<"typing.TypeVar()">},
    {"TypedDict", kAnyArguments, &RefusedFunction<"typing.TypedDict">},
    {"cast", "typ, val", &TypingCast},
    {"get_type_hints", kAnyArguments, &RefusedFunction<"typing.get_type_hints()">},
    {"overload", kAnyArguments, &RefusedFunction<"typing.overload()">},
};

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  ClassObject& type = DefineModuleClass(heap, "typing", "_SpecialForm");
  for (std::string_view name : kForms) {
    Value form = heap.New<TypingObject>(type, "typing." + std::string(name));
    module.globals().Set(heap.Intern(name), form);
  }
  module.globals().Set(heap.Intern("TYPE_CHECKING"), Value::Bool(false));
  return true;
}

}  // namespace

const NativeModule kTypingModule = {"typing", kFunctions, &Initialize};

}  // namespace streplay::script
