#include "runtime/context_manager.h"

#include "script/exception_object.h"
#include "script/operations.h"
#include "script/signature.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

// A function decorated with a context manager.
class ManagedFunction : public script::HostObject {
 public:
  ManagedFunction(Server& server, Ref<ContextManager> manager, Value function)
      : HostObject(*server.heap().classes().function),
        manager_(std::move(manager)),
        function_(std::move(function)) {}

  bool IsCallable() const override { return true; }

  Value Call(Interpreter& interpreter, const script::Arguments& arguments) override {
    Ref<ContextManager> manager = manager_->Recreate(interpreter);
    if (!manager || manager->Enter(interpreter).empty()) return {};
    Value result = interpreter.Call(function_, arguments);
    Ref<script::ExceptionObject> exception = interpreter.TakeException();
    if (interpreter.failed()) return {};
    Value is_handled = manager->Exit(interpreter, exception.get());
    if (is_handled.empty()) return {};
    if (!exception) return result;
    return is_handled.as_bool() ? Value::None() : interpreter.RaiseObject(exception);
  }

  // __name__, __doc__ and their like are the function's, as functools.wraps arranges.
  Value GetAttribute(Interpreter& interpreter, script::Symbol name) override {
    if (interpreter.heap().Text(name) == "__wrapped__") return function_;
    return script::GetAttribute(interpreter, function_, name);
  }

  void Traverse(script::ReferenceVisitor& visitor) const override {
    visitor.Visit(manager_);
    visitor.Visit(function_);
  }
  void DropReferences() override {
    manager_ = {};
    function_ = {};
  }

 private:
  Ref<ContextManager> manager_;
  Value function_;
};

}  // namespace

Value ContextManager::Enter(Interpreter& interpreter) {
  if (std::exchange(is_entered_, true)) {
    return interpreter.RaiseAttributeError(
        "'_GeneratorContextManager' object has no attribute 'args'");
  }
  if (!Start(server_.current_run())) return {};
  return Value::None();
}

Value ContextManager::Exit(Interpreter&, script::ExceptionObject* exception) {
  ScriptRun& run = server_.current_run();
  if (exception == nullptr) return Finish(run) ? Value::Bool(false) : Value();
  std::optional<bool> is_handled = Fail(run, *exception);
  return is_handled ? Value::Bool(*is_handled) : Value();
}

Value ContextManager::Call(Interpreter& interpreter, const script::Arguments& arguments) {
  static constexpr std::string_view kName = "ContextDecorator.__call__";
  script::Heap& heap = interpreter.heap();
  script::Signature signature = script::Signature::Parse(heap.symbols(), "self, func");
  std::vector<Value> positional = {Value(this)};
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  std::vector<Value> bound(signature.size());
  script::Callable callable{kName, &signature, {}, script::ArityMessages::kPython, {}};
  if (!script::BindArguments(interpreter, callable, {positional, arguments.keywords}, bound)) {
    return {};
  }
  return heap.New<ManagedFunction>(server_, Ref<ContextManager>(this), bound[1]);
}

}  // namespace streplay
