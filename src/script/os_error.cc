#include "script/os_error.h"

#include <algorithm>

#include "script/operations.h"

namespace streplay::script {

namespace {

// The class that OSError(number, …) makes an instance of: Linux's numbers.
ClassObject* ClassOfNumber(const BuiltinClasses& classes, int64_t number) {
  switch (number) {
    case 1:
    case 13:
      return classes.permission_error;
    case 2:
      return classes.file_not_found_error;
    case 3:
      return classes.process_lookup_error;
    case 4:
      return classes.interrupted_error;
    case 10:
      return classes.child_process_error;
    case 11:
    case 114:
    case 115:
      return classes.blocking_io_error;
    case 17:
      return classes.file_exists_error;
    case 20:
      return classes.not_a_directory_error;
    case 21:
      return classes.is_a_directory_error;
    case 32:
    case 108:
      return classes.broken_pipe_error;
    case 103:
      return classes.connection_aborted_error;
    case 104:
      return classes.connection_reset_error;
    case 110:
      return classes.timeout_error;
    case 111:
      return classes.connection_refused_error;
    default:
      return nullptr;
  }
}

}  // namespace

Value ConstructOsError(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Heap& heap = interpreter.heap();
  if (!arguments.keywords.empty()) {
    return interpreter.RaiseTypeError(std::string(heap.Text(type.name())) +
                                      "() takes no keyword arguments");
  }
  std::vector<Value> args(arguments.positional.begin(), arguments.positional.end());
  Value parts[3] = {Value::None(), Value::None(), Value::None()};
  ClassObject* chosen = &type;
  if (args.size() >= 2 && args.size() <= 5) {
    std::copy_n(args.begin(), std::min<size_t>(args.size(), 3), parts);
    bool picks = &type == interpreter.classes().os_error && parts[0].is_int();
    ClassObject* other = picks ? ClassOfNumber(interpreter.classes(), parts[0].as_int()) : nullptr;
    if (other != nullptr) chosen = other;
    if (args.size() > 2) args.resize(2);
  }
  Ref<ExceptionObject> exception = interpreter.MakeException(*chosen, std::move(args));
  constexpr std::string_view kNames[] = {"errno", "strerror", "filename"};
  for (size_t i = 0; i < 3; ++i) exception->attributes()->Set(heap.Intern(kNames[i]), parts[i]);
  return exception;
}

Value OsErrorStr(Interpreter& interpreter, ExceptionObject& exception) {
  Heap& heap = interpreter.heap();
  const Value* number = exception.attributes()->Find(heap.Intern("errno"));
  const Value* text = exception.attributes()->Find(heap.Intern("strerror"));
  const Value* file = exception.attributes()->Find(heap.Intern("filename"));
  if (number == nullptr || text == nullptr || number->is_none() || text->is_none()) return {};
  std::optional<std::string> number_text = StrText(interpreter, *number);
  if (!number_text) return {};
  std::optional<std::string> message = StrText(interpreter, *text);
  if (!message) return {};
  std::string result = "[Errno " + *number_text + "] " + *message;
  if (file != nullptr && !file->is_none()) {
    std::optional<std::string> name = ReprText(interpreter, *file);
    if (!name) return {};
    result += ": " + *name;
  }
  return heap.MakeString(std::move(result));
}

}  // namespace streplay::script
