// Exceptions: raise, try, with. A limit is no exception: whatever runs into one is left at once.
#include "script/assign.h"
#include "script/evaluate.h"
#include "script/execute.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

bool IsExceptionClass(Interpreter& interpreter, const Value& value) {
  auto* type = value.As<ClassObject>();
  return type != nullptr && type->IsSubclassOf(*interpreter.classes().base_exception);
}

// Whether `type` (a class or a tuple of classes) catches the exception.
std::optional<bool> Matches(Interpreter& interpreter, const ExceptionObject& exception,
                            const Value& type) {
  auto* tuple = type.As<TupleObject>();
  std::vector<Value> classes = tuple != nullptr ? tuple->items() : std::vector<Value>{type};
  for (const Value& item : classes) {
    if (IsExceptionClass(interpreter, item)) continue;
    interpreter.RaiseTypeError(
        "catching classes that do not inherit from BaseException is not allowed");
    return std::nullopt;
  }
  for (const Value& item : classes) {
    if (exception.type().IsSubclassOf(*item.As<ClassObject>())) return true;
  }
  return false;
}

std::optional<bool> HandlerMatches(Interpreter& interpreter, Frame& frame,
                                   const ExceptHandler& handler, const ExceptionObject& exception) {
  if (handler.type == nullptr) return true;
  frame.MoveTo(*handler.type);
  Value type = Evaluate(interpreter, frame, *handler.type);
  if (type.empty()) return std::nullopt;
  return Matches(interpreter, exception, type);
}

Flow RunHandler(Interpreter& interpreter, Frame& frame, const ExceptHandler& handler,
                const Value& exception) {
  if (handler.target != nullptr) AssignName(interpreter, frame, *handler.target, exception);
  Flow flow = ExecuteBlock(interpreter, frame, handler.body);
  if (handler.target != nullptr) UnbindName(frame, *handler.target);
  return flow;
}

// Finds and runs the handler for the pending exception; without one it is pending again.
Flow HandleException(Interpreter& interpreter, Frame& frame, const Try& node) {
  Ref<ExceptionObject> exception = interpreter.TakeException();
  HandledScope handled(interpreter, exception);
  for (const ExceptHandler& handler : node.handlers) {
    std::optional<bool> matches = HandlerMatches(interpreter, frame, handler, *exception);
    if (!matches) return Flow::kFailed;
    if (*matches) return RunHandler(interpreter, frame, handler, exception);
  }
  interpreter.Reraise(exception);
  return Flow::kFailed;
}

// Runs the finally block with what the rest of the statement left behind set aside.
Flow RunFinally(Interpreter& interpreter, Frame& frame, const Try& node, Flow flow) {
  if (flow != Flow::kFailed) {
    Value result = std::move(frame.result);
    Flow last = ExecuteBlock(interpreter, frame, node.finally);
    if (last != Flow::kNormal) return last;
    frame.result = std::move(result);
    return flow;
  }
  Ref<ExceptionObject> exception = interpreter.TakeException();
  HandledScope handled(interpreter, exception);
  Flow last = ExecuteBlock(interpreter, frame, node.finally);
  if (last == Flow::kNormal) {
    interpreter.Reraise(exception);
    return Flow::kFailed;
  }
  return last;
}

// Leaves the context after the body; the flow with which the statement goes on.
Flow LeaveContext(Interpreter& interpreter, const Value& context, Flow flow) {
  Object& object = *context.object();
  if (flow != Flow::kFailed) {
    return object.Exit(interpreter, nullptr).empty() ? Flow::kFailed : flow;
  }
  if (interpreter.pending_exception() == nullptr) return flow;
  Ref<ExceptionObject> exception = interpreter.TakeException();
  HandledScope handled(interpreter, exception);
  Value result = object.Exit(interpreter, exception.get());
  if (result.empty()) return Flow::kFailed;
  std::optional<bool> suppressed = IsTrue(interpreter, result);
  if (!suppressed) return Flow::kFailed;
  if (*suppressed) return Flow::kNormal;
  interpreter.Reraise(exception);
  return Flow::kFailed;
}

Flow ExecuteWithItem(Interpreter& interpreter, Frame& frame, const With& node, size_t index) {
  if (index == node.items.size()) return ExecuteBlock(interpreter, frame, node.body);
  const WithItem& item = node.items[index];
  frame.MoveTo(*item.context);
  Value context = Evaluate(interpreter, frame, *item.context);
  if (context.empty()) return Flow::kFailed;
  if (!context.is_object()) {
    interpreter.RaiseTypeError("'" + TypeName(interpreter, context) +
                               "' object does not support the context manager protocol");
    return Flow::kFailed;
  }
  Value entered = context.object()->Enter(interpreter);
  if (entered.empty()) return Flow::kFailed;
  Flow flow = Flow::kFailed;
  if (item.target == nullptr || AssignTarget(interpreter, frame, *item.target, entered)) {
    flow = ExecuteWithItem(interpreter, frame, node, index + 1);
  }
  Value result = std::move(frame.result);
  uint32_t begin = frame.begin;
  if (flow != Flow::kFailed) frame.MoveTo(*item.context);
  flow = LeaveContext(interpreter, context, flow);
  if (flow != Flow::kFailed) frame.begin = begin;
  frame.result = std::move(result);
  return flow;
}

// What `raise x` raises: x, or an instance of the class x.
Value MakeRaised(Interpreter& interpreter, const Value& value) {
  if (value.Is<ExceptionObject>()) return value;
  if (!IsExceptionClass(interpreter, value)) {
    return interpreter.RaiseTypeError("exceptions must derive from BaseException");
  }
  Value instance = interpreter.Call(value, Arguments{});
  if (instance.empty() || instance.Is<ExceptionObject>()) return instance;
  auto type = ReprText(interpreter, value);
  if (!type) return {};
  return interpreter.RaiseTypeError("calling " + *type +
                                    " should have returned an instance of BaseException, not " +
                                    TypeName(interpreter, instance));
}

bool SetCause(Interpreter& interpreter, ExceptionObject& exception, const Value& value) {
  Value cause = value;
  if (IsExceptionClass(interpreter, value)) {
    cause = interpreter.Call(value, Arguments{});
    if (cause.empty()) return false;
  }
  if (!cause.is_none() && !cause.Is<ExceptionObject>()) {
    interpreter.RaiseTypeError("exception causes must derive from BaseException");
    return false;
  }
  exception.set_cause(cause);
  return true;
}

}  // namespace

Flow ExecuteTry(Interpreter& interpreter, Frame& frame, const Try& node) {
  Flow flow = ExecuteBlock(interpreter, frame, node.body);
  if (flow == Flow::kFailed) {
    if (interpreter.pending_exception() != nullptr && !node.handlers.empty()) {
      flow = HandleException(interpreter, frame, node);
    }
  } else if (flow == Flow::kNormal) {
    flow = ExecuteBlock(interpreter, frame, node.otherwise);
  }
  bool ends_run = flow == Flow::kFailed && interpreter.pending_exception() == nullptr;
  if (node.finally.empty() || ends_run) return flow;
  return RunFinally(interpreter, frame, node, flow);
}

Flow ExecuteWith(Interpreter& interpreter, Frame& frame, const With& node) {
  return ExecuteWithItem(interpreter, frame, node, 0);
}

Flow ExecuteRaise(Interpreter& interpreter, Frame& frame, const Raise& node) {
  if (node.exception == nullptr) {
    Value handled = interpreter.handled_exception();
    if (handled.empty()) {
      interpreter.Raise(*interpreter.classes().runtime_error, "No active exception to reraise");
    } else {
      interpreter.Reraise(handled);
    }
    return Flow::kFailed;
  }
  Value value = Evaluate(interpreter, frame, *node.exception);
  if (value.empty()) return Flow::kFailed;
  Value cause;
  if (node.cause != nullptr) {
    cause = Evaluate(interpreter, frame, *node.cause);
    if (cause.empty()) return Flow::kFailed;
  }
  value = MakeRaised(interpreter, value);
  if (value.empty()) return Flow::kFailed;
  if (node.cause != nullptr && !SetCause(interpreter, *value.As<ExceptionObject>(), cause)) {
    return Flow::kFailed;
  }
  interpreter.RaiseObject(value);
  return Flow::kFailed;
}

}  // namespace streplay::script
