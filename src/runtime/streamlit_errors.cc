#include "runtime/streamlit_errors.h"

#include <utility>

#include "runtime/element_builder.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "script/operations.h"
#include "script/string_object.h"

namespace streplay {
namespace {

using script::Value;

FieldValue TextOrNull(const std::optional<std::string>& text) {
  return text ? FieldValue{*text} : FieldValue{nullptr};
}

Value Make(ScriptRun& run, script::ClassObject& type, std::string message, Fields facts) {
  script::Heap& heap = run.heap();
  auto exception =
      run.interpreter().MakeException(type, {Value(heap.MakeString(std::move(message)))});
  exception->set_payload(std::make_shared<StreamlitFacts>(std::move(facts)));
  return exception;
}

// What str.strip() removes of ASCII.
std::string_view StripPythonWhitespace(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r\f\v\x1c\x1d\x1e\x1f";
  size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

FieldId FactField(std::string_view name) {
  if (name == "command") return FieldId::kCommand;
  if (name == "function") return FieldId::kFunction;
  if (name == "key") return FieldId::kKey;
  return FieldId::kArgument;
}

}  // namespace

Value RaiseStreamlits(ScriptRun& run, script::ClassObject& type, std::string message) {
  return run.interpreter().RaiseObject(Make(run, type, std::move(message), {}));
}

Value RaiseApiException(ScriptRun& run, std::string message) {
  return RaiseStreamlits(run, run.server().classes().api_exception, std::move(message));
}

Value RaiseDuplicateWidgetId(ScriptRun& run, std::string_view command,
                             const std::optional<std::string>& user_key) {
  // Streamlit names the key when there is one and the command when there is none.
  std::optional<std::string> name;
  if (!user_key) name = command;
  std::string message = user_key ? "two widgets of this run have the key '" + *user_key + "'"
                                 : "two st." + *name +
                                       " widgets of this run are identical; give "
                                       "each a key of its own";
  return run.interpreter().RaiseObject(
      Make(run, run.server().classes().duplicate_widget_id, std::move(message),
           {{"command", TextOrNull(name)}, {"key", TextOrNull(user_key)}}));
}

Value RaiseCacheReplayClosureError(ScriptRun& run, std::string_view function) {
  std::string name(function);
  return run.interpreter().RaiseObject(
      Make(run, run.server().classes().cache_replay_closure_error,
           "the cached function " + name + "() wrote to a container that it did not make",
           {{"function", FieldValue{name}}}));
}

Value RaiseUnhashableParam(ScriptRun& run, std::string_view function,
                           std::optional<std::string> argument) {
  std::string name(function);
  std::string which = argument ? "the argument '" + *argument + "'" : "an argument";
  return run.interpreter().RaiseObject(
      Make(run, run.server().classes().unhashable_param_error,
           which + " of the cached function " + name +
               "() cannot be hashed; a leading underscore excludes it",
           {{"function", FieldValue{name}}, {"argument", TextOrNull(argument)}}));
}

Value RaiseUnhashableType(ScriptRun& run) {
  return RaiseStreamlits(run, run.server().classes().unhashable_type_error,
                         "a value of this type cannot be hashed");
}

Value RaiseUnserializableReturnValue(ScriptRun& run, std::string_view function) {
  return RaiseStreamlits(run, run.server().classes().unserializable_return_value_error,
                         "the value that the cached function " + std::string(function) +
                             "() returned cannot be stored");
}

Value MakeCachedStFunctionWarning(ScriptRun& run, std::string_view command,
                                  std::string_view function) {
  std::string name(function);
  return Make(run, run.server().classes().cached_st_function_warning,
              "the cached function " + name + "() calls st." + std::string(command) +
                  ", a widget, without experimental_allow_widgets=True",
              {{"command", FieldValue{std::string(command)}}, {"function", FieldValue{name}}});
}

DeltaMessagePtr ExceptionMessage(ScriptRun& run, script::ExceptionObject& exception) {
  ElementBuilder builder(DeltaType::kException);
  builder.SetText(FieldId::kException, std::string(exception.TypeName()));
  const auto* facts = dynamic_cast<const StreamlitFacts*>(exception.payload().get());
  if (facts != nullptr) {
    for (const auto& [name, value] : facts->facts()) builder.Set(FactField(name), value);
    return builder.Build();
  }
  script::Interpreter& interpreter = run.interpreter();
  std::optional<std::string> message =
      script::StrText(interpreter, Value(static_cast<script::Object*>(&exception)));
  if (!message && !interpreter.TakeException()) return nullptr;
  builder.SetText(FieldId::kMessage, std::string(StripPythonWhitespace(message.value_or(""))));
  return builder.Build();
}

}  // namespace streplay
