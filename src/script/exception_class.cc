#include "script/exception_class.h"

#include "script/instance_methods.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/os_error.h"

namespace streplay::script {

namespace {

// with_traceback: tracebacks are not modelled, so the exception stays as it is.
Value WithTraceback(Interpreter&, std::span<const Value> arguments) {
  return arguments[0];
}

// Notes show in tracebacks only.
Value AddNote(Interpreter& interpreter, std::span<const Value> arguments) {
  if (TextOf(arguments[1]) != nullptr) return Value::None();
  return interpreter.RaiseTypeError("note must be a str, not '" +
                                    TypeName(interpreter, arguments[1]) + "'");
}

constexpr NativeFunction kMethods[] = {
    {"with_traceback", "object, /", &WithTraceback},
    {"add_note", "object, /", &AddNote},
};

// The keywords that a built-in exception's constructor takes.
bool TakesKeyword(const BuiltinClasses& classes, const ClassObject& type, std::string_view name) {
  if (type.IsSubclassOf(*classes.import_error)) return name == "name" || name == "path";
  if (type.IsSubclassOf(*classes.attribute_error)) return name == "name" || name == "obj";
  if (type.IsSubclassOf(*classes.name_error)) return name == "name";
  return false;
}

bool SetKeywords(Interpreter& interpreter, ExceptionObject& exception,
                 std::span<const KeywordArgument> keywords) {
  for (const KeywordArgument& keyword : keywords) {
    std::string name(interpreter.heap().Text(keyword.name));
    if (!TakesKeyword(interpreter.classes(), exception.type(), name)) {
      interpreter.RaiseTypeError(std::string(exception.TypeName()) +
                                 "() takes no keyword arguments");
      return false;
    }
    exception.attributes()->Set(keyword.name, keyword.value);
  }
  return true;
}

// Constructors whose arguments mean more than a message.
bool CheckModelled(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  const BuiltinClasses& classes = interpreter.classes();
  bool is_located = type.IsSubclassOf(*classes.syntax_error) && arguments.positional.size() > 1;
  bool is_codec = type.IsSubclassOf(*classes.unicode_decode_error) ||
                  type.IsSubclassOf(*classes.unicode_encode_error) ||
                  type.IsSubclassOf(*classes.unicode_translate_error);
  if (!is_located && !is_codec) return true;
  interpreter.Refuse("a " + std::string(interpreter.heap().Text(type.name())) +
                     " with these arguments is");
  return false;
}

}  // namespace

Value ConstructException(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  RecursionScope scope(interpreter, " while calling a Python object");
  if (!scope.entered()) return {};
  bool has_own_init = DefinesMethod(type, symbols::kInit);
  if (!has_own_init && !CheckModelled(interpreter, type, arguments)) return {};
  bool is_os_error = !has_own_init && type.IsSubclassOf(*interpreter.classes().os_error);
  if (is_os_error) return ConstructOsError(interpreter, type, arguments);
  Ref<ExceptionObject> exception =
      interpreter.MakeException(type, {arguments.positional.begin(), arguments.positional.end()});
  if (!has_own_init && !SetKeywords(interpreter, *exception, arguments.keywords)) return {};
  return Initialize(interpreter, exception, type, arguments) ? Value(exception) : Value();
}

Value ExceptionRepr(Interpreter& interpreter, ExceptionObject& exception) {
  auto* args = exception.args().As<TupleObject>();
  std::string name(exception.TypeName());
  if (args->size() != 1) {
    auto text = ReprText(interpreter, exception.args());
    return text ? Value(interpreter.heap().MakeString(name + *text)) : Value();
  }
  Value argument = args->items()[0];
  auto text = ReprText(interpreter, argument);
  return text ? Value(interpreter.heap().MakeString(name + "(" + *text + ")")) : Value();
}

Value ExceptionStr(Interpreter& interpreter, ExceptionObject& exception) {
  auto* args = exception.args().As<TupleObject>();
  if (exception.type().IsSubclassOf(*interpreter.classes().os_error)) {
    Value text = OsErrorStr(interpreter, exception);
    if (!text.empty() || interpreter.failed()) return text;
  }
  if (args->size() == 0) return interpreter.heap().MakeString("");
  if (args->size() > 1) return Str(interpreter, exception.args());
  Value argument = args->items()[0];
  bool is_key_error = exception.type().IsSubclassOf(*interpreter.classes().key_error);
  return is_key_error ? Repr(interpreter, argument) : Str(interpreter, argument);
}

void DefineExceptionMethods(Heap& heap) {
  ClassObject& base = *heap.classes().base_exception;
  DefineMethods(heap, base, kMethods);
#define STREPLAY_MEMBER(member, name, base_member)             \
  heap.classes().member->set_constructor(&ConstructException); \
  heap.classes().member->set_can_be_base(true);
  STREPLAY_BUILTIN_EXCEPTIONS(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
  base.set_constructor(&ConstructException);
  base.set_can_be_base(true);
}

}  // namespace streplay::script
