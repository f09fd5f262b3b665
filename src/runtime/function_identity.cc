#include "runtime/function_identity.h"

#include "script/function_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// functools.wraps and plain assignments give a function another name.
bool IsOf(const FunctionIdentity& identity, const script::FunctionObject& function,
          const script::Heap& heap) {
  const std::string* module = script::TextOf(function.module_name());
  return identity.name == heap.Text(function.name()) &&
         identity.qualified_name == function.qualified_name() && module != nullptr &&
         identity.module == *module;
}

bool ReadText(Interpreter& interpreter, const Value& function, script::Symbol attribute,
              std::string& text) {
  Value value = script::GetAttribute(interpreter, function, attribute);
  if (const std::string* found = script::TextOf(value)) text = *found;
  return !value.empty();
}

FunctionIdentityPtr MakeIdentity(Interpreter& interpreter, const Value& function) {
  FunctionIdentity identity;
  bool is_named =
      ReadText(interpreter, function, script::symbols::kDunderName, identity.name) &&
      ReadText(interpreter, function, script::symbols::kQualname, identity.qualified_name);
  if (!is_named) return nullptr;
  Value module = script::FindAttribute(interpreter, function, script::symbols::kModule);
  if (const std::string* text = script::TextOf(module)) identity.module = *text;
  identity.key = identity.module + "\n" + identity.qualified_name + "\n";
  auto* script_function = function.As<script::FunctionObject>();
  if (script_function != nullptr) identity.key += script_function->source_text();
  return std::make_shared<const FunctionIdentity>(std::move(identity));
}

}  // namespace

FunctionIdentityPtr FunctionIdentities::Of(Interpreter& interpreter, const Value& function) {
  auto* script_function = function.As<script::FunctionObject>();
  if (script_function == nullptr) return MakeIdentity(interpreter, function);
  FunctionIdentityPtr& known = known_[&script_function->code()];
  if (known == nullptr || !IsOf(*known, *script_function, interpreter.heap())) {
    known = MakeIdentity(interpreter, function);
  }
  return known;
}

}  // namespace streplay
