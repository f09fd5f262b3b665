// Interpreter: runs programs in a heap, and is the context handed to everything that may fail. It
// holds the pending completion: the reason why the evaluation in progress is being abandoned.
//
// One run: BeginRun, then RunModule and any number of Calls (callbacks); they share the run's
// limits. A Call may happen inside another one (the host called by the script calls the script
// again).
#ifndef STREPLAY_SCRIPT_INTERPRETER_H_
#define STREPLAY_SCRIPT_INTERPRETER_H_

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "script/arguments.h"
#include "script/completion.h"
#include "script/exception_object.h"
#include "script/heap.h"
#include "script/host.h"
#include "script/limits.h"
#include "script/native_stack.h"
#include "script/plain_result.h"
#include "script/value.h"

namespace streplay::script {

struct Frame;
class ModuleObject;
class Program;
class ValueStack;

class Interpreter {
 public:
  // The heap and the host must outlive it.
  Interpreter(Heap& heap, Host& host, const Limits& limits);
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;
  ~Interpreter();

  Heap& heap() { return heap_; }
  Host& host() { return host_; }
  const BuiltinClasses& classes() const { return heap_.classes(); }
  const Limits& limits() const { return limits_; }

  // --- Running.

  // Starts a run: all of the limits' counters start anew. Nothing may be pending.
  void BeginRun();

  // Executes the program with the module's globals. Nothing is pending afterwards.
  Completion RunModule(const std::shared_ptr<const Program>& program,
                       const Ref<ModuleObject>& main_module);

  // Calls any callable; an empty result leaves the reason pending.
  Value Call(const Value& callee, const Arguments& arguments);
  Value Call(const Value& callee, std::initializer_list<Value> positional);
  // Calls the method `name` of `object`.
  Value CallMethod(const Value& object, Symbol name, std::initializer_list<Value> positional);

  // --- Failing. Each returns an empty Value, so that `return interpreter.Raise…` reads well.

  Value Raise(ClassObject& type, std::string message);
  // With one argument of any kind (KeyError), or none.
  Value RaiseWith(ClassObject& type, const Value& argument);
  // `exception` is an ExceptionObject. Its context is set to the exception being handled, if any.
  Value RaiseObject(const Value& exception);
  // Makes an exception pending that was so before: its context and place stay as they are.
  void Reraise(const Value& exception);
  Value RaiseTypeError(std::string message);
  Value RaiseValueError(std::string message);
  Value RaiseAttributeError(std::string message);
  // NameError and its kin, with the attribute `name`.
  Value RaiseName(ClassObject& type, std::string message, Symbol name);
  // Gives the pending exception the attributes `name` and `obj` that AttributeErrors have.
  Value NamePending(Symbol name, const Value& object);
  Value RaiseStopIteration();
  // The script's own mistake or a limit found by plain code.
  Value Raise(PlainError error);
  // Ends the run at once: not catchable, no finally block, no __exit__.
  Value EndWithLimit(std::string message);
  // Likewise, for what the subset refuses at run time: `what` and " not supported in scenario
  // scripts"
  // ("deriving from `dict` is").
  Value Refuse(std::string_view what);
  // Likewise, with an end of the host's own (a deadlock).
  Value EndNow(int ending, std::string message);

  // An instance with these args (not raised yet); runs no __init__.
  Ref<ExceptionObject> MakeException(ClassObject& type, std::vector<Value> args);

  // --- What is pending.

  bool failed() const { return pending_.kind != CompletionKind::kNormal; }
  // The pending exception when it is one (also of a class with an ending), else null. A limit is
  // not.
  ExceptionObject* pending_exception() const;
  // Whether an exception of this class (or a subclass) is pending.
  bool IsPending(const ClassObject& type) const;
  // Takes a pending exception away, as `except` does; null when none is pending or it is a limit.
  Ref<ExceptionObject> TakeException();
  // Takes whatever is pending away, for the host that ends a run (kNormal when nothing is).
  Completion TakeCompletion();

  // --- Limits.

  // One evaluation step; false when the run has to end. Natives that loop call it once a round.
  bool Step() {
    if (--steps_left_ > 0 && !heap_.needs_attention()) return true;
    return SlowStep();
  }
  // False, and the limit pending, when a container or string of this size may not be made.
  bool CheckSize(size_t items);
  // Passes the text to the host unless the run has printed too much.
  bool Print(std::string_view text);

  // Counts a nested native operation (repr, comparison, …) or call against the call depth.
  // `while_doing` completes CPython's message: " while calling a Python object", or empty.
  bool EnterRecursion(std::string_view while_doing);
  void LeaveRecursion() { --depth_; }

  // Repr of containers that contain themselves: false when `object` is being printed already.
  bool EnterRepr(Object& object);
  void LeaveRepr(Object& object);

  // --- Where the script is.

  // The innermost statement being executed; empty program outside of scripts.
  ScriptRange current_range() const;
  // Where running functions keep their variables.
  ValueStack& stack() { return *stack_; }
  // The innermost script frame; null outside of scripts.
  Frame* frame() const { return frame_; }
  // The exception that `except` blocks are handling now (what a bare `raise` raises); may be empty.
  const Value& handled_exception() const { return handled_; }

 private:
  friend class FrameScope;
  friend class HandledScope;

  bool SlowStep();
  void SetContext(ExceptionObject& exception);
  bool CheckNativeStack();

  Heap& heap_;
  Host& host_;
  Limits limits_;
  Completion pending_;
  Value handled_;
  Frame* frame_ = nullptr;
  int depth_ = 0;
  int64_t steps_left_ = 0;
  size_t printed_ = 0;
  NativeStackGuard native_stack_;
  std::vector<Object*> being_printed_;
  std::unique_ptr<ValueStack> stack_;
};

// Leaves the recursion when the scope ends.
class RecursionScope {
 public:
  RecursionScope(Interpreter& interpreter, std::string_view while_doing)
      : interpreter_(interpreter), entered_(interpreter.EnterRecursion(while_doing)) {}
  RecursionScope(const RecursionScope&) = delete;
  RecursionScope& operator=(const RecursionScope&) = delete;
  ~RecursionScope() {
    if (entered_) interpreter_.LeaveRecursion();
  }
  // False: RecursionError was raised.
  bool entered() const { return entered_; }

 private:
  Interpreter& interpreter_;
  bool entered_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INTERPRETER_H_
