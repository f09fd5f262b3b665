#include "script/partial_object.h"

#include "script/class_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

PartialObject& Self(Values arguments) {
  return *arguments[0].As<PartialObject>();
}

Value PartialFunction(Interpreter&, Values arguments) {
  return Self(arguments).function();
}

Value PartialArguments(Interpreter& interpreter, Values arguments) {
  return interpreter.heap().MakeTuple(Self(arguments).positional());
}

Value PartialKeywords(Interpreter&, Values arguments) {
  return Self(arguments).keywords();
}

constexpr NativeProperty kProperties[] = {
    {"args", &PartialArguments},
    {"func", &PartialFunction},
    {"keywords", &PartialKeywords},
};

// A partial of a partial holds the inner one's function and all arguments.
Value ConstructPartial(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  if (arguments.positional.empty()) {
    return interpreter.RaiseTypeError("type 'partial' takes at least one argument");
  }
  Value function = arguments.positional[0];
  if (!IsCallable(function)) {
    return interpreter.RaiseTypeError("the first argument must be callable");
  }
  Heap& heap = interpreter.heap();
  std::vector<Value> positional;
  Ref<DictObject> keywords = heap.MakeDict();
  auto* inner = function.As<PartialObject>();
  if (inner != nullptr && inner->attributes()->bound_count() == 0) {
    positional = inner->positional();
    size_t position = 0;
    while (const DictObject::Entry* entry = inner->keywords()->NextEntry(position)) {
      keywords->SetString(*TextOf(entry->key), entry->value);
    }
    function = inner->function();
  }
  auto rest = arguments.positional.subspan(1);
  positional.insert(positional.end(), rest.begin(), rest.end());
  for (const KeywordArgument& keyword : arguments.keywords) {
    keywords->SetString(heap.Text(keyword.name), keyword.value);
  }
  return heap.New<PartialObject>(type, function, std::move(positional), keywords);
}

}  // namespace

PartialObject::PartialObject(ClassObject& type, Value function, std::vector<Value> positional,
                             Ref<DictObject> keywords)
    : ContainerObject(type, ObjectKind::kNative),
      function_(std::move(function)),
      positional_(std::move(positional)),
      keywords_(std::move(keywords)) {
}

Value PartialObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  RecursionScope scope(interpreter, " while calling a Python object");
  if (!scope.entered()) return {};
  Heap& heap = interpreter.heap();
  std::vector<Value> positional = positional_;
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  std::vector<KeywordArgument> keywords;
  size_t position = 0;
  while (const DictObject::Entry* entry = keywords_->NextEntry(position)) {
    keywords.push_back({heap.Intern(*TextOf(entry->key)), entry->value});
  }
  for (const KeywordArgument& given : arguments.keywords) {
    bool replaced = false;
    for (KeywordArgument& keyword : keywords) {
      if (keyword.name != given.name) continue;
      keyword.value = given.value;
      replaced = true;
    }
    if (!replaced) keywords.push_back(given);
  }
  Value function = function_;
  return interpreter.Call(function, {positional, keywords});
}

Value PartialObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (!interpreter.EnterRepr(*this)) return heap.MakeString("...");
  std::optional<std::string> text = ReprText(interpreter, function_);
  for (const Value& argument : positional_) {
    std::optional<std::string> repr = text ? ReprText(interpreter, argument) : std::nullopt;
    text = repr ? std::optional(*text + ", " + *repr) : std::nullopt;
  }
  size_t position = 0;
  while (const DictObject::Entry* entry = keywords_->NextEntry(position)) {
    Value key = entry->key;
    Value value = entry->value;
    std::optional<std::string> repr = text ? ReprText(interpreter, value) : std::nullopt;
    text = repr ? std::optional(*text + ", " + *TextOf(key) + "=" + *repr) : std::nullopt;
  }
  interpreter.LeaveRepr(*this);
  return text ? Value(heap.MakeString("functools.partial(" + *text + ")")) : Value();
}

void PartialObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(function_);
  for (const Value& argument : positional_) visitor.Visit(argument);
  visitor.Visit(keywords_);
  attributes_.Traverse(visitor);
}

void PartialObject::DropReferences() {
  function_ = {};
  positional_.clear();
  keywords_ = {};
  attributes_.Clear();
}

ClassObject& DefinePartial(Heap& heap) {
  ClassObject& type = DefineModuleClass(heap, "functools", "partial");
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructPartial);
  return type;
}

}  // namespace streplay::script
