#include "runtime/clean_text.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/enqueue.h"
#include "runtime/streamlit_errors.h"
#include "script/exception_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// Anything that is no exception is shown like one: by its type and text. A text that cannot be had
// is empty.
Value PlaceAnyValue(CommandCall& call, const Value& value) {
  Interpreter& interpreter = call.interpreter;
  ElementBuilder builder(DeltaType::kException);
  builder.SetText(FieldId::kException, script::TypeName(interpreter, value));
  std::optional<std::string> text = script::StrText(interpreter, value);
  if (!text) {
    if (!interpreter.IsPending(*interpreter.classes().exception)) return {};
    interpreter.TakeException();
  }
  builder.SetText(FieldId::kMessage, std::string(StripText(text.value_or(""))));
  return PlaceElement(call, builder);
}

bool IsExceptionClass(Interpreter& interpreter, const Value& value) {
  auto* type = value.As<script::ClassObject>();
  return type != nullptr && type->IsSubclassOf(*interpreter.classes().base_exception);
}

}  // namespace

Value Exception(CommandCall& call) {
  const Value& value = call.Argument("exception");
  if (auto* exception = value.As<script::ExceptionObject>()) {
    DeltaMessagePtr message = ExceptionMessage(call.run, *exception);
    if (message == nullptr) return {};
    return EnqueueElement(call.run, call.target, message);
  }
  // Streamlit takes what the class has under the trace's name for a trace.
  if (IsExceptionClass(call.interpreter, value)) {
    return call.interpreter.RaiseAttributeError(
        "'getset_descriptor' object has no attribute 'tb_frame'");
  }
  return PlaceAnyValue(call, value);
}

}  // namespace streplay
