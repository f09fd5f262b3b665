#include "runtime/opaque.h"

#include <algorithm>

#include "runtime/command_object.h"
#include "runtime/plain_to_value.h"
#include "runtime/server.h"
#include "script/class_object.h"
#include "script/exception_object.h"
#include "script/function_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

// repr(argument), but functions are named: their repr has an address.
std::optional<std::string> ArgumentText(Interpreter& interpreter, const Value& argument) {
  Value function = argument;
  if (auto* method = argument.As<script::BoundMethodObject>()) function = method->function();
  if (auto* plain = function.As<script::FunctionObject>()) return plain->qualified_name();
  if (auto* command = argument.As<CommandObject>()) return std::string(command->command().owner);
  return script::ReprText(interpreter, argument);
}

std::optional<std::string> CallText(Interpreter& interpreter, const std::string& callee,
                                    const script::Arguments& arguments) {
  std::string text = callee + "(";
  std::string_view separator;
  for (const Value& argument : arguments.positional) {
    std::optional<std::string> part = ArgumentText(interpreter, argument);
    if (!part) return std::nullopt;
    text.append(std::exchange(separator, ", ")).append(*part);
  }
  for (const script::KeywordArgument& argument : arguments.keywords) {
    std::optional<std::string> part = ArgumentText(interpreter, argument.value);
    if (!part) return std::nullopt;
    text.append(std::exchange(separator, ", "));
    text.append(interpreter.heap().Text(argument.name)).append("=").append(*part);
  }
  if (!interpreter.CheckSize(text.size())) return std::nullopt;
  return text + ")";
}

const Stub* FindStub(const Scenario& scenario, const std::string& name) {
  auto stub = std::find_if(scenario.stubs.begin(), scenario.stubs.end(),
                           [&](const Stub& each) { return each.name == name; });
  return stub == scenario.stubs.end() ? nullptr : &*stub;
}

// The exception class of Python's with that name; for any other name a class of its own.
Ref<script::ClassObject> ExceptionClass(script::Heap& heap, std::string_view name) {
  const Value* builtin = heap.builtins().globals().Find(heap.Intern(name));
  auto* known = builtin != nullptr ? builtin->As<script::ClassObject>() : nullptr;
  if (known != nullptr && known->IsSubclassOf(*heap.classes().base_exception)) {
    return Ref<script::ClassObject>(known);
  }
  auto type = heap.New<script::ClassObject>(heap, heap.classes().type, heap.Intern(name),
                                            Ref<script::ClassObject>(heap.classes().exception));
  type->set_qualified_name(std::string(name));
  type->set_module("__main__");
  return type;
}

Value RaiseByName(Interpreter& interpreter, std::string_view name) {
  name.remove_prefix(name.rfind('.') + 1);
  Ref<script::ClassObject> type = ExceptionClass(interpreter.heap(), name);
  return interpreter.RaiseObject(interpreter.MakeException(*type, {}));
}

}  // namespace

OpaqueWorld::OpaqueWorld(Server& server) : OpaqueWorld(server.classes().opaque, server.scenario()) {
}

OpaqueObject::OpaqueObject(const OpaqueWorld& world, std::string text, bool is_hashable,
                           bool is_picklable)
    : HostObject(world.type),
      world_(world),
      text_(std::move(text)),
      is_hashable_(is_hashable),
      is_picklable_(is_picklable) {
  SetExtraBytes(text_.capacity());
}

std::string_view OpaqueObject::package() const {
  return std::string_view(text_).substr(0, text_.find('.'));
}

Value OpaqueObject::Call(Interpreter& interpreter, const script::Arguments& arguments) {
  const Stub* stub = FindStub(world_.scenario, text_);
  if (stub != nullptr && stub->raises) return RaiseByName(interpreter, *stub->raises);
  if (stub != nullptr && stub->returns) return PlainToValue(interpreter.heap(), *stub->returns);
  std::optional<std::string> text = CallText(interpreter, text_, arguments);
  if (!text) return {};
  return interpreter.heap().New<OpaqueObject>(world_, std::move(*text),
                                              stub == nullptr || stub->hashable,
                                              stub == nullptr || stub->picklable);
}

Value OpaqueObject::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  std::string_view attribute = interpreter.heap().Text(name);
  if (attribute.starts_with('_') || attributes_.Find(name) != nullptr) {
    return Object::GetAttribute(interpreter, name);
  }
  return interpreter.heap().New<OpaqueObject>(world_, text_ + "." + std::string(attribute));
}

Value OpaqueObject::GetItem(Interpreter& interpreter, const Value& key) {
  std::optional<std::string> text = ArgumentText(interpreter, key);
  if (!text || !interpreter.CheckSize(text_.size() + text->size())) return {};
  return interpreter.heap().New<OpaqueObject>(world_, text_ + "[" + *text + "]");
}

std::optional<bool> OpaqueObject::Contains(Interpreter& interpreter, const Value&) {
  interpreter.RaiseTypeError("'Opaque' object is not a container");
  return std::nullopt;
}

Value OpaqueObject::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString(text_);
}

Value OpaqueObject::Compare(Interpreter&, script::Comparison comparison, const Value& other) {
  bool wants_equal = comparison == script::Comparison::kEqual;
  if (!wants_equal && comparison != script::Comparison::kNotEqual) return Value::NotImplemented();
  const auto* opaque = other.As<OpaqueObject>();
  bool is_equal = opaque != nullptr && opaque->text() == text_;
  return Value::Bool(is_equal == wants_equal);
}

std::optional<int64_t> OpaqueObject::Hash(Interpreter& interpreter) {
  return interpreter.heap().MakeString(text_)->hash();
}

void OpaqueObject::Traverse(script::ReferenceVisitor& visitor) const {
  attributes_.Traverse(visitor);
}

void OpaqueObject::DropReferences() {
  attributes_.Clear();
}

OpaqueModule::OpaqueModule(script::Heap& heap, const OpaqueWorld& world, std::string path)
    : ModuleObject(heap, std::move(path)), world_(world) {
}

Value OpaqueModule::GetAttribute(Interpreter& interpreter, script::Symbol attribute) {
  std::string_view text = interpreter.heap().Text(attribute);
  if (text.starts_with("__") || globals().Find(attribute) != nullptr) {
    return ModuleObject::GetAttribute(interpreter, attribute);
  }
  return interpreter.heap().New<OpaqueObject>(world_, name() + "." + std::string(text));
}

Value MakeOpaqueModule(Server& server, std::string path) {
  script::Heap& heap = server.heap();
  script::Symbol name = heap.Intern(path);
  if (const Value* known = heap.modules().Find(name)) return *known;
  auto module = heap.New<OpaqueModule>(heap, OpaqueWorld(server), path);
  heap.modules().Set(name, module);
  size_t dot = path.rfind('.');
  if (dot != std::string::npos) {
    Value parent = MakeOpaqueModule(server, path.substr(0, dot));
    parent.As<script::ModuleObject>()->globals().Set(heap.Intern(path.substr(dot + 1)), module);
  }
  return module;
}

}  // namespace streplay
