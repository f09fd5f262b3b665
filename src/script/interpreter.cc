// Running programs, calling, and the limits that both share.
#include "script/interpreter.h"

#include "script/call_function.h"
#include "script/dict_object.h"
#include "script/execute.h"
#include "script/loaded_program.h"
#include "script/operations.h"
#include "script/value_stack.h"

namespace streplay::script {

Interpreter::Interpreter(Heap& heap, Host& host, const Limits& limits)
    : heap_(heap), host_(host), limits_(limits), stack_(std::make_unique<ValueStack>()) {
  BeginRun();
}

Interpreter::~Interpreter() = default;

void Interpreter::BeginRun() {
  STREPLAY_CHECK(!failed());
  // A step is taken when the counter is still positive after counting down.
  steps_left_ = limits_.steps + 1;
  printed_ = 0;
}

Completion Interpreter::RunModule(const std::shared_ptr<const Program>& program,
                                  const Ref<ModuleObject>& main_module) {
  Namespace& globals = main_module->globals();
  Value doc = Value::None();
  if (program->docstring() != nullptr) {
    doc = heap_.MakeString(std::string(program->docstring()->value));
  }
  globals.Set(symbols::kDoc, doc);
  std::shared_ptr<LoadedProgram> loaded = heap_.Load(program);
  Frame frame{.loaded = *loaded,
              .globals = main_module,
              .scope = program->scope(),
              .locals = {},
              .cells = {},
              .frees = {},
              .class_names = nullptr,
              .result = {},
              .begin = 0,
              .end = 0,
              .caller = nullptr};
  FrameScope scope(*this, frame);
  RecursionScope recursion(*this, "");
  if (recursion.entered()) ExecuteBlock(*this, frame, program->statements());
  return TakeCompletion();
}

Value Interpreter::Call(const Value& callee, const Arguments& arguments) {
  Object* object = callee.object();
  if (object == nullptr) {
    return RaiseTypeError("'" + TypeName(*this, callee) + "' object is not callable");
  }
  if (object->kind() == ObjectKind::kFunction) {
    return CallFunction(*this, static_cast<FunctionObject&>(*object), arguments);
  }
  Ref<Object> alive(object);
  return object->Call(*this, arguments);
}

Value Interpreter::Call(const Value& callee, std::initializer_list<Value> positional) {
  return Call(callee, Arguments{{positional.begin(), positional.size()}, {}});
}

Value Interpreter::CallMethod(const Value& object, Symbol name,
                              std::initializer_list<Value> positional) {
  Value method = GetAttribute(*this, object, name);
  return method.empty() ? method : Call(method, positional);
}

bool Interpreter::SlowStep() {
  if (failed()) return false;
  if (steps_left_ <= 0) {
    steps_left_ = 1;  // the run is over; nothing may count down into an overflow
    EndWithLimit("the script took more than " + std::to_string(limits_.steps) +
                 " evaluation steps (limit on steps)");
    return false;
  }
  std::string message;
  if (heap_.Attend(message)) return true;
  EndWithLimit(std::move(message));
  return false;
}

bool Interpreter::CheckSize(size_t items) {
  if (items > static_cast<size_t>(limits_.container_items)) {
    EndWithLimit("a container or string would have more than " +
                 std::to_string(limits_.container_items) + " items (limit on container size)");
    return false;
  }
  return !heap_.needs_attention() || SlowStep();
}

bool Interpreter::Print(std::string_view text) {
  printed_ += text.size();
  if (printed_ > limits_.printed_bytes) {
    EndWithLimit("the script printed more than " + std::to_string(limits_.printed_bytes) +
                 " bytes (limit on printed output)");
    return false;
  }
  host_.Print(*this, text);
  return !failed();
}

bool Interpreter::EnterRecursion(std::string_view while_doing) {
  if (!native_stack_.HasRoom()) {
    EndWithLimit("the script nests calls too deep for the native stack (limit on call depth)");
    return false;
  }
  if (depth_ >= limits_.call_depth) {
    Raise(*classes().recursion_error,
          "maximum recursion depth exceeded" + std::string(while_doing));
    return false;
  }
  ++depth_;
  return true;
}

bool Interpreter::EnterRepr(Object& object) {
  for (Object* printed : being_printed_) {
    if (printed == &object) return false;
  }
  being_printed_.push_back(&object);
  return true;
}

void Interpreter::LeaveRepr(Object& object) {
  STREPLAY_CHECK(being_printed_.back() == &object);
  being_printed_.pop_back();
}

ScriptRange Interpreter::current_range() const {
  if (frame_ == nullptr) return {};
  return {frame_->loaded.program(), frame_->begin, frame_->end};
}

}  // namespace streplay::script
