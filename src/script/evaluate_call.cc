// Calls. Arguments without stars go into slots of the value stack; a method call on a plain object
// passes the object as first argument and makes no bound method.
#include "script/attribute_lookup.h"
#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/value_stack.h"

namespace streplay::script {

namespace {

// What is called: the callee, and the object to pass first (empty: none).
struct Target {
  Value callee;
  Value self;
};

bool EvaluateTarget(Interpreter& interpreter, Frame& frame, const Expr& function, Target& target) {
  const auto* attribute = TryAs<Attribute>(&function);
  if (attribute == nullptr) {
    target.callee = Evaluate(interpreter, frame, function);
    return !target.callee.empty();
  }
  Value object = Evaluate(interpreter, frame, *attribute->object);
  if (object.empty()) return false;
  if (const Value* method = FindPlainMethod(interpreter, object, attribute->attribute)) {
    target.callee = *method;
    target.self = std::move(object);
    return true;
  }
  target.callee = GetAttribute(interpreter, object, attribute->attribute);
  return !target.callee.empty();
}

// "__main__.f()", "len()": how messages about unpacked arguments name the callee.
std::string FunctionText(Interpreter& interpreter, const Value& callee) {
  std::string name = TypeName(interpreter, callee) + " object";
  Value qualified =
      callee.is_object() ? FindAttribute(interpreter, callee, symbols::kQualname) : Value();
  const std::string* text = TextOf(qualified);
  if (text == nullptr) return name;
  Value module = FindAttribute(interpreter, callee, symbols::kModule);
  const std::string* module_text = TextOf(module);
  bool shows_module = module_text != nullptr && *module_text != "builtins";
  return (shows_module ? *module_text + "." : "") + *text + "()";
}

bool AddKeyword(Interpreter& interpreter, const Value& callee,
                std::vector<KeywordArgument>& keywords, Symbol name, Value value) {
  for (const KeywordArgument& keyword : keywords) {
    if (keyword.name != name) continue;
    interpreter.RaiseTypeError(FunctionText(interpreter, callee) +
                               " got multiple values for keyword argument '" +
                               std::string(interpreter.heap().Text(name)) + "'");
    return false;
  }
  keywords.push_back({name, std::move(value)});
  return true;
}

bool UnpackKeywords(Interpreter& interpreter, const Value& callee, const Value& mapping,
                    std::vector<KeywordArgument>& keywords) {
  if (!IsMapping(interpreter, mapping)) {
    interpreter.RaiseTypeError(FunctionText(interpreter, callee) +
                               " argument after ** must be a mapping, not " +
                               TypeName(interpreter, mapping));
    return false;
  }
  Ref<DictObject> items = interpreter.heap().MakeDict();
  if (!MergeMapping(interpreter, *items, mapping)) return false;
  size_t position = 0;
  while (const DictObject::Entry* entry = items->NextEntry(position)) {
    auto* name = entry->key.As<StringObject>();
    if (name == nullptr) {
      interpreter.RaiseTypeError("keywords must be strings");
      return false;
    }
    if (!AddKeyword(interpreter, callee, keywords, name->symbol(), entry->value)) return false;
  }
  return true;
}

bool EvaluateKeywords(Interpreter& interpreter, Frame& frame, const Call& node, const Value& callee,
                      std::vector<KeywordArgument>& keywords) {
  keywords.reserve(node.keywords.size());
  for (const KeywordNode& keyword : node.keywords) {
    Value value = Evaluate(interpreter, frame, *keyword.value);
    if (value.empty()) return false;
    bool added = keyword.name.empty()
                     ? UnpackKeywords(interpreter, callee, value, keywords)
                     : AddKeyword(interpreter, callee, keywords, keyword.name, std::move(value));
    if (!added) return false;
  }
  return true;
}

// f(*x) alone has a message of its own for an x that cannot be iterated.
bool CheckOnlyStarred(Interpreter& interpreter, const Value& callee, const Value& value) {
  if (IsIterableValue(value)) return true;
  interpreter.RaiseTypeError(FunctionText(interpreter, callee) +
                             " argument after * must be an iterable, not " +
                             TypeName(interpreter, value));
  return false;
}

// Calls with stars collect their arguments in a vector of their own.
Value CallStarred(Interpreter& interpreter, Frame& frame, const Call& node, const Target& target) {
  std::vector<Value> positional;
  if (!target.self.empty()) positional.push_back(target.self);
  const auto* only = node.arguments.size() == 1 ? TryAs<Starred>(node.arguments[0]) : nullptr;
  if (only != nullptr) {
    Value value = Evaluate(interpreter, frame, *only->value);
    if (value.empty() || !CheckOnlyStarred(interpreter, target.callee, value)) return {};
    if (!CollectItems(interpreter, value, positional)) return {};
  } else if (!EvaluateItems(interpreter, frame, node.arguments, positional)) {
    return {};
  }
  std::vector<KeywordArgument> keywords;
  if (!EvaluateKeywords(interpreter, frame, node, target.callee, keywords)) return {};
  return interpreter.Call(target.callee, {positional, keywords});
}

// The call itself happens where the call stands, whatever its arguments executed meanwhile.
Value CallPlain(Interpreter& interpreter, Frame& frame, const Call& node, const Target& target) {
  size_t offset = target.self.empty() ? 0 : 1;
  StackSlots slots(interpreter.stack(), node.arguments.size() + offset);
  if (offset == 1) slots[0] = target.self;
  for (size_t i = 0; i < node.arguments.size(); ++i) {
    slots[i + offset] = Evaluate(interpreter, frame, *node.arguments[i]);
    if (slots[i + offset].empty()) return {};
  }
  std::vector<KeywordArgument> keywords;
  if (!node.keywords.empty() &&
      !EvaluateKeywords(interpreter, frame, node, target.callee, keywords)) {
    return {};
  }
  Arguments arguments = {slots.span(), keywords};
  auto* native = target.callee.As<NativeFunctionObject>();
  if (native == nullptr || offset == 0) return interpreter.Call(target.callee, arguments);
  return native->CallWith(interpreter, target.self,
                          {arguments.positional.subspan(1), arguments.keywords});
}

}  // namespace

Value EvaluateCall(Interpreter& interpreter, Frame& frame, const Call& node) {
  Target target;
  if (!EvaluateTarget(interpreter, frame, *node.function, target)) return {};
  if (node.has_starred) return CallStarred(interpreter, frame, node, target);
  return CallPlain(interpreter, frame, node, target);
}

}  // namespace streplay::script
