#include "runtime/delta_generator.h"

#include "runtime/command_object.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "script/interpreter.h"
#include "script/string_object.h"

namespace streplay {

using script::Interpreter;
using script::Value;

DeltaGenerator::DeltaGenerator(Server& server, Place place)
    : HostObject(server.classes().delta_generator),
      server_(server),
      id_(server.NextGeneratorId()),
      place_(std::move(place)) {
}

Cursor& DeltaGenerator::cursor() const {
  return place_.cursor ? *place_.cursor : server_.current_run().container_cursor(place_.root);
}

DeltaGenerator& DeltaGenerator::active() {
  if (!is_main()) return *this;
  auto& with_stack = server_.current_run().with_stack();
  return with_stack.empty() ? *this : *with_stack.back();
}

std::string DeltaGenerator::form_id() {
  if (place_.form_id) return *place_.form_id;
  if (is_main()) {
    auto& with_stack = server_.current_run().with_stack();
    for (auto entry = with_stack.rbegin(); entry != with_stack.rend(); ++entry) {
      if ((*entry)->own_form_id()) return *(*entry)->own_form_id();
    }
    return {};
  }
  DeltaGenerator* above = parent();
  return above != nullptr && above->own_form_id() ? *above->own_form_id() : std::string();
}

Value DeltaGenerator::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  return GetCommandMethod(interpreter, *this, name);
}

Value DeltaGenerator::Enter(Interpreter&) {
  server_.current_run().with_stack().emplace_back(this);
  return Value::None();
}

Value DeltaGenerator::Exit(Interpreter&, script::ExceptionObject*) {
  auto& with_stack = server_.current_run().with_stack();
  if (!with_stack.empty()) with_stack.pop_back();
  return Value::Bool(false);
}

Value DeltaGenerator::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString("DeltaGenerator(id=" + std::to_string(id_) + ")");
}

void DeltaGenerator::Traverse(script::ReferenceVisitor& visitor) const {
  visitor.Visit(place_.parent);
}

void DeltaGenerator::DropReferences() {
  place_.parent = {};
}

}  // namespace streplay
