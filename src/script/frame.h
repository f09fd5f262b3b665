// Frame: the state of one running scope of the script: module, class body, function, comprehension.
#ifndef STREPLAY_SCRIPT_FRAME_H_
#define STREPLAY_SCRIPT_FRAME_H_

#include <span>
#include <vector>

#include "script/ast.h"
#include "script/function_object.h"
#include "script/interpreter.h"
#include "script/loaded_program.h"

namespace streplay::script {

struct Frame {
  LoadedProgram& loaded;
  Ref<ModuleObject> globals;
  const Scope& scope;
  std::span<Value> locals;                 // function-like scopes
  std::vector<Ref<CellObject>> cells;      // the scope's own
  std::span<const Ref<CellObject>> frees;  // those of enclosing scopes
  Namespace* class_names = nullptr;        // the names of a class body
  Value result;                            // what `return` gave
  uint32_t begin = 0;                      // what is being executed: for positions
  uint32_t end = 0;
  Frame* caller = nullptr;

  void MoveTo(const Node& node) {
    begin = node.begin;
    end = node.end;
  }
};

// Makes a frame the current one for as long as the scope lasts.
class FrameScope {
 public:
  FrameScope(Interpreter& interpreter, Frame& frame) : interpreter_(interpreter) {
    frame.caller = interpreter.frame_;
    interpreter.frame_ = &frame;
  }
  FrameScope(const FrameScope&) = delete;
  FrameScope& operator=(const FrameScope&) = delete;
  ~FrameScope() { interpreter_.frame_ = interpreter_.frame_->caller; }

 private:
  Interpreter& interpreter_;
};

// Makes an exception the one being handled: what is raised meanwhile gets it as its context.
class HandledScope {
 public:
  HandledScope(Interpreter& interpreter, Value exception)
      : interpreter_(interpreter),
        outer_(std::exchange(interpreter.handled_, std::move(exception))) {}
  HandledScope(const HandledScope&) = delete;
  HandledScope& operator=(const HandledScope&) = delete;
  ~HandledScope() { interpreter_.handled_ = std::move(outer_); }

 private:
  Interpreter& interpreter_;
  Value outer_;
};

// The cells that a scope created inside `frame` shares with it.
std::vector<Ref<CellObject>> CaptureCells(const Frame& frame, const Scope& inner);

// New cells for the frame's scope; parameters that are cells move into theirs.
void MakeCells(Heap& heap, Frame& frame);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_FRAME_H_
