// A pickled value is a table of nodes; a reference between values is an index into it, so that what
// was shared or cyclic is so again in the copy. Immutable values without parts are kept as they
// are.
//
// Copying goes in two rounds, since a cycle always passes through something mutable: first every
// mutable object is made empty, then tuples on demand and the contents of everything else.
#include "runtime/pickle.h"

#include <map>
#include <string>
#include <vector>

#include "runtime/cached_function.h"
#include "runtime/opaque.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/uploaded_file.h"
#include "runtime/value_hasher.h"
#include "script/deque_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/function_object.h"
#include "script/instance_object.h"
#include "script/list_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay {

using script::Arguments;
using script::Interpreter;
using script::Object;
using script::ObjectKind;
using script::Ref;
using script::Value;

namespace {

enum class NodeKind {
  kConstant,   // `constant` itself
  kGlobal,     // the script's `name`
  kList,       // parts: items
  kTuple,      // parts: items; `type` the named tuple's class
  kDict,       // parts: key, value, key, value, …; `type` a subclass (Counter), `made_with` its
               // constructor's argument (defaultdict's factory)
  kSet,        // parts: items
  kDeque,      // parts: items; `made_with` its maxlen
  kInstance,   // parts: attribute values, named by `names`
  kException,  // parts: args (a tuple), then attribute values
  kMethod,     // parts: self; `name` the method
  kContainer,  // a delta generator: stored, but refused when it is copied out
};

constexpr size_t kNoNode = ~size_t{0};

struct Node {
  NodeKind kind = NodeKind::kConstant;
  Value constant;         // kConstant; of kSet: whether it is frozen
  std::string name;       // kGlobal: dotted name in __main__; kMethod
  size_t type = kNoNode;  // the node of the class, where the kind does not say it
  size_t made_with = kNoNode;
  std::vector<size_t> parts;
  std::vector<script::Symbol> names;
};

}  // namespace

class PickledValue {
 public:
  std::vector<Node> nodes;
  size_t root = 0;
};

namespace {

class Pickler {
 public:
  explicit Pickler(ScriptRun& run) : run_(run), interpreter_(run.interpreter()) {}

  PickledPtr Run(const Value& value) {
    std::optional<size_t> root = Add(value);
    if (!root) return nullptr;
    pickled_->root = *root;
    return pickled_;
  }

 private:
  using Index = std::optional<size_t>;

  Index AddNode(Node node) {
    pickled_->nodes.push_back(std::move(node));
    return pickled_->nodes.size() - 1;
  }

  Index AddConstant(const Value& value) {
    Node node;
    node.constant = value;
    return AddNode(std::move(node));
  }

  Index FailTypeError(const Value& value) {
    interpreter_.RaiseTypeError("cannot pickle '" + script::TypeName(interpreter_, value) +
                                "' object");
    return std::nullopt;
  }

  Index Add(const Value& value) {
    script::RecursionScope scope(interpreter_, " while pickling an object");
    if (!scope.entered() || !interpreter_.Step()) return std::nullopt;
    Object* object = value.object();
    if (object == nullptr) return AddConstant(value);
    if (auto known = nodes_.find(object); known != nodes_.end()) return known->second;
    return AddObject(value, *object);
  }

  Index AddObject(const Value& value, Object& object) {
    switch (object.kind()) {
      case ObjectKind::kString:
      case ObjectKind::kBytes:
      case ObjectKind::kRange:
      case ObjectKind::kSlice:
      case ObjectKind::kNativeFunction:
        return AddConstant(value);
      case ObjectKind::kList:
        return AddItems(object, NodeKind::kList, value.As<script::ListObject>()->items());
      case ObjectKind::kTuple:
        return AddTuple(*value.As<script::TupleObject>());
      case ObjectKind::kDict:
        return AddDict(*value.As<script::DictObject>());
      case ObjectKind::kSet:
        return AddSet(*value.As<script::SetObject>());
      case ObjectKind::kClass:
        return AddClass(*value.As<script::ClassObject>());
      case ObjectKind::kFunction: {
        auto* function = value.As<script::FunctionObject>();
        return AddGlobal(value, function->qualified_name());
      }
      case ObjectKind::kInstance:
        return AddInstance(object, NodeKind::kInstance, {});
      case ObjectKind::kException:
        return AddInstance(object, NodeKind::kException,
                           {value.As<script::ExceptionObject>()->args()});
      case ObjectKind::kBoundMethod:
        return AddMethod(*value.As<script::BoundMethodObject>());
      case ObjectKind::kNative:
        return AddNative(value);
      case ObjectKind::kHost:
        return AddHost(value);
      default:
        return FailTypeError(value);
    }
  }

  // A mutable container is known before its parts are added: they may lead back to it.
  Index Begin(Object& object, NodeKind kind) {
    Node node;
    node.kind = kind;
    Index index = AddNode(std::move(node));
    nodes_[&object] = *index;
    return index;
  }

  bool AddPart(size_t node, const Value& part) {
    Index index = Add(part);
    if (!index) return false;
    pickled_->nodes[node].parts.push_back(*index);
    return true;
  }

  Index AddItems(Object& object, NodeKind kind, const std::vector<Value>& items) {
    Index node = Begin(object, kind);
    for (const Value& item : items) {
      if (!AddPart(*node, item)) return std::nullopt;
    }
    return node;
  }

  Index AddTuple(script::TupleObject& tuple) {
    Index node = AddItems(tuple, NodeKind::kTuple, tuple.items());
    if (!node || &tuple.type() == interpreter_.classes().tuple) return node;
    return WithType(*node, tuple.type());
  }

  Index WithType(size_t node, script::ClassObject& type) {
    Index index = Add(Value(&type));
    if (!index) return std::nullopt;
    pickled_->nodes[node].type = *index;
    return node;
  }

  bool SetMadeWith(size_t node, const Value& argument) {
    Index index = Add(argument);
    if (index) pickled_->nodes[node].made_with = *index;
    return index.has_value();
  }

  // Counter and OrderedDict are made empty, a defaultdict with its factory.
  bool AddDictClass(size_t node, script::DictObject& dict) {
    if (&dict.type() == interpreter_.classes().dict) return true;
    if (!WithType(node, dict.type())) return false;
    Value factory = script::FindAttribute(interpreter_, Value(&dict),
                                          interpreter_.heap().Intern("default_factory"));
    if (factory.empty()) return !interpreter_.failed();
    return SetMadeWith(node, factory);
  }

  Index AddDict(script::DictObject& dict) {
    Index node = Begin(dict, NodeKind::kDict);
    if (!AddDictClass(*node, dict)) return std::nullopt;
    size_t position = 0;
    while (const auto* entry = dict.NextEntry(position)) {
      Value key = entry->key;
      Value value = entry->value;
      if (!AddPart(*node, key) || !AddPart(*node, value)) return std::nullopt;
    }
    return node;
  }

  Index AddSet(script::SetObject& set) {
    Index node = Begin(set, NodeKind::kSet);
    pickled_->nodes[*node].constant = Value::Bool(set.is_frozen());
    size_t position = 0;
    while (const Value* item = set.NextItem(position)) {
      if (!AddPart(*node, *item)) return std::nullopt;
    }
    return node;
  }

  Index AddClass(script::ClassObject& type) {
    if (type.module() != "__main__") return AddConstant(Value(&type));
    return AddGlobal(Value(&type), type.qualified_name());
  }

  // By name: the script must have this very object under its qualified name now.
  Index AddGlobal(const Value& value, const std::string& name) {
    std::optional<std::string> shown = script::ReprText(interpreter_, value);
    if (!shown) return std::nullopt;
    if (name.find("<locals>") != std::string::npos) {
      interpreter_.RaiseAttributeError("Can't pickle local object '" + name + "'");
      return std::nullopt;
    }
    Value found = FindGlobal(run_, name);
    if (found.empty()) {
      interpreter_.Raise(
          run_.server().classes().pickling_error,
          "Can't pickle " + *shown + ": attribute lookup " + name + " on __main__ failed");
      return std::nullopt;
    }
    if (!found.IsIdenticalTo(value)) {
      interpreter_.Raise(
          run_.server().classes().pickling_error,
          "Can't pickle " + *shown + ": it's not the same object as __main__." + name);
      return std::nullopt;
    }
    Node node;
    node.kind = NodeKind::kGlobal;
    node.name = name;
    return AddNode(std::move(node));
  }

  Index AddInstance(Object& object, NodeKind kind, const std::vector<Value>& leading) {
    Index node = Begin(object, kind);
    if (!WithType(*node, object.type())) return std::nullopt;
    for (const Value& part : leading) {
      if (!AddPart(*node, part)) return std::nullopt;
    }
    const script::Namespace* attributes = object.attributes();
    for (size_t i = 0; attributes != nullptr && i < attributes->entries().size(); ++i) {
      script::Namespace::Entry entry = attributes->entries()[i];
      if (entry.value.empty()) continue;
      if (!AddPart(*node, entry.value)) return std::nullopt;
      pickled_->nodes[*node].names.push_back(entry.name);
    }
    return node;
  }

  Index AddMethod(script::BoundMethodObject& method) {
    Value function_name =
        script::GetAttribute(interpreter_, method.function(), script::symbols::kName);
    if (function_name.empty()) return std::nullopt;
    Index node = Begin(method, NodeKind::kMethod);
    pickled_->nodes[*node].name = *script::TextOf(function_name);
    return AddPart(*node, method.self()) ? node : std::nullopt;
  }

  Index AddDeque(script::DequeObject& deque) {
    Index node = Begin(deque, NodeKind::kDeque);
    Value maximum =
        deque.maximum() ? Value::Int(static_cast<int64_t>(*deque.maximum())) : Value::None();
    if (!WithType(*node, deque.type()) || !SetMadeWith(*node, maximum)) return std::nullopt;
    for (const Value& item : deque.items()) {
      if (!AddPart(*node, item)) return std::nullopt;
    }
    return node;
  }

  Index AddNative(const Value& value) {
    if (IsDateOrDuration(value)) return AddConstant(value);
    if (auto* deque = value.As<script::DequeObject>()) return AddDeque(*deque);
    return FailUnsupported(value);
  }

  Index FailUnsupported(const Value& value) {
    interpreter_.EndWithLimit("storing a " + script::TypeName(interpreter_, value) +
                              " in a data cache is not supported in scenario scripts");
    return std::nullopt;
  }

  Index AddHost(const Value& value) {
    if (auto* opaque = value.As<OpaqueObject>()) {
      if (opaque->is_picklable()) return AddConstant(value);
      interpreter_.RaiseTypeError("cannot pickle " + opaque->text());
      return std::nullopt;
    }
    if (value.Is<UploadedFile>()) return AddConstant(value);
    if (value.Is<DeltaGenerator>()) {
      Node node;
      node.kind = NodeKind::kContainer;
      return AddNode(std::move(node));
    }
    if (auto* function = value.As<CachedFunction>()) {
      interpreter_.Raise(run_.server().classes().pickling_error,
                         "Can't pickle " + function->name() +
                             ": it's not the same object as __main__." + function->name());
      return std::nullopt;
    }
    return FailUnsupported(value);
  }

 public:
  // The value of a dotted name in the current run's module; empty when there is none.
  static Value FindGlobal(ScriptRun& run, const std::string& name) {
    Interpreter& interpreter = run.interpreter();
    Value value = run.server().main_module();
    for (size_t begin = 0; begin <= name.size() && !value.empty();) {
      size_t dot = std::min(name.find('.', begin), name.size());
      script::Symbol part = interpreter.heap().Intern(name.substr(begin, dot - begin));
      value = script::FindAttribute(interpreter, value, part);
      begin = dot + 1;
    }
    return value;
  }

 private:
  ScriptRun& run_;
  Interpreter& interpreter_;
  std::shared_ptr<PickledValue> pickled_ = std::make_shared<PickledValue>();
  std::map<Object*, size_t> nodes_;
};

class Unpickler {
 public:
  Unpickler(ScriptRun& run, const PickledValue& pickled)
      : run_(run),
        interpreter_(run.interpreter()),
        pickled_(pickled),
        values_(pickled.nodes.size()) {}

  Value Run() {
    if (!MakeMutables() || Get(pickled_.root).empty()) return {};
    for (size_t index = 0; index < values_.size(); ++index) {
      if (!Fill(index)) return {};
    }
    return values_[pickled_.root];
  }

 private:
  bool MakeMutables() {
    for (size_t index = 0; index < values_.size(); ++index) {
      const Node& node = pickled_.nodes[index];
      script::Heap& heap = run_.heap();
      if (node.kind == NodeKind::kList) values_[index] = heap.MakeList();
      if (node.kind == NodeKind::kDict && node.type == kNoNode) values_[index] = heap.MakeDict();
      if (node.kind == NodeKind::kDict && node.type != kNoNode && !MakeDictOf(index)) return false;
      if (node.kind == NodeKind::kDeque && !MakeDeque(index)) return false;
      if (node.kind == NodeKind::kSet) {
        values_[index] = node.constant.as_bool()
                             ? Value(heap.New<script::SetObject>(*heap.classes().frozenset))
                             : Value(heap.MakeSet());
      }
      if (node.kind == NodeKind::kInstance && !MakeInstance(index)) return false;
    }
    return true;
  }

  bool MakeDictOf(size_t index) {
    const Node& node = pickled_.nodes[index];
    Value type = Get(node.type);
    std::vector<Value> arguments;
    if (node.made_with != kNoNode) arguments.push_back(Get(node.made_with));
    if (type.empty() || interpreter_.failed()) return false;
    values_[index] = interpreter_.Call(type, Arguments{arguments, {}});
    return !values_[index].empty();
  }

  bool MakeDeque(size_t index) {
    const Node& node = pickled_.nodes[index];
    Value type = Get(node.type);
    if (type.empty()) return false;
    values_[index] = interpreter_.Call(type, {run_.heap().MakeTuple({}), Get(node.made_with)});
    return !values_[index].empty();
  }

  bool MakeInstance(size_t index) {
    Value type = Get(pickled_.nodes[index].type);
    if (type.empty()) return false;
    values_[index] = run_.heap().New<script::InstanceObject>(*type.As<script::ClassObject>());
    return true;
  }

  // The value of a node; makes those that need complete parts. Empty: an exception is pending.
  Value Get(size_t index) {
    if (!values_[index].empty()) return values_[index];
    script::RecursionScope scope(interpreter_, "");
    if (!scope.entered()) return {};
    return values_[index] = Make(pickled_.nodes[index]);
  }

  Value Make(const Node& node) {
    switch (node.kind) {
      case NodeKind::kConstant:
        return node.constant;
      case NodeKind::kGlobal:
        return MakeGlobal(node.name);
      case NodeKind::kTuple:
        return MakeTuple(node);
      case NodeKind::kException:
        return MakeException(node);
      case NodeKind::kMethod: {
        Value self = Get(node.parts.front());
        if (self.empty()) return {};
        return script::GetAttribute(interpreter_, self, run_.heap().Intern(node.name));
      }
      case NodeKind::kContainer:
        return RaiseApiException(run_, "a container of the page cannot come out of a data cache");
      default:  // made before
        return {};
    }
  }

  Value MakeGlobal(const std::string& name) {
    Value value = Pickler::FindGlobal(run_, name);
    if (!value.empty()) return value;
    return interpreter_.RaiseAttributeError("Can't get attribute '" + name +
                                            "' on <module '__main__'>");
  }

  bool GetParts(const Node& node, std::vector<Value>& parts) {
    for (size_t part : node.parts) {
      parts.push_back(Get(part));
      if (parts.back().empty()) return false;
    }
    return true;
  }

  Value MakeTuple(const Node& node) {
    std::vector<Value> items;
    if (!GetParts(node, items)) return {};
    if (node.type == kNoNode) return run_.heap().MakeTuple(std::move(items));
    Value type = Get(node.type);
    if (type.empty()) return {};
    return run_.heap().New<script::TupleObject>(*type.As<script::ClassObject>(), std::move(items));
  }

  Value MakeException(const Node& node) {
    std::vector<Value> parts;
    Value type = Get(node.type);
    if (type.empty() || !GetParts(node, parts)) return {};
    auto exception =
        run_.heap().New<script::ExceptionObject>(*type.As<script::ClassObject>(), parts.front());
    for (size_t i = 0; i < node.names.size(); ++i) {
      exception->attributes()->Set(node.names[i], parts[i + 1]);
    }
    return exception;
  }

  bool Fill(size_t index) {
    const Node& node = pickled_.nodes[index];
    std::vector<Value> parts;
    bool is_mutable = node.kind == NodeKind::kList || node.kind == NodeKind::kDict ||
                      node.kind == NodeKind::kSet || node.kind == NodeKind::kInstance ||
                      node.kind == NodeKind::kDeque;
    if (!is_mutable) return true;
    if (!GetParts(node, parts)) return false;
    Value& value = values_[index];
    if (auto* list = value.As<script::ListObject>()) {
      for (Value& part : parts) list->Append(std::move(part));
    } else if (auto* deque = value.As<script::DequeObject>()) {
      for (Value& part : parts) deque->Append(std::move(part));
    } else if (auto* set = value.As<script::SetObject>()) {
      for (const Value& part : parts) {
        if (!set->Add(interpreter_, part)) return false;
      }
    } else if (auto* dict = value.As<script::DictObject>()) {
      for (size_t i = 0; i + 1 < parts.size(); i += 2) {
        if (!dict->Set(interpreter_, parts[i], parts[i + 1])) return false;
      }
    } else {
      for (size_t i = 0; i < parts.size(); ++i) {
        value.object()->attributes()->Set(node.names[i], parts[i]);
      }
    }
    return true;
  }

  ScriptRun& run_;
  Interpreter& interpreter_;
  const PickledValue& pickled_;
  std::vector<Value> values_;
};

}  // namespace

PickledPtr Pickle(ScriptRun& run, const Value& value) {
  return Pickler(run).Run(value);
}

Value Unpickle(ScriptRun& run, const PickledValue& pickled) {
  return Unpickler(run, pickled).Run();
}

}  // namespace streplay
