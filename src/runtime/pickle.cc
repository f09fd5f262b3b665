// Walks the value once. A mutable container gets its node before its parts are added, since they
// may lead back to it; functions and classes of the script are stored by name.
#include "runtime/pickle.h"

#include <map>
#include <string>
#include <vector>

#include "runtime/cached_function.h"
#include "runtime/opaque.h"
#include "runtime/pickled_value.h"
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

using script::Interpreter;
using script::Object;
using script::ObjectKind;
using script::Value;

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

  Index AddNode(PickleNode node) {
    pickled_->nodes.push_back(std::move(node));
    return pickled_->nodes.size() - 1;
  }

  Index AddConstant(const Value& value) {
    PickleNode node;
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
        return AddItems(object, PickleNodeKind::kList, value.As<script::ListObject>()->items());
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
        return AddInstance(object, PickleNodeKind::kInstance, {});
      case ObjectKind::kException:
        return AddInstance(object, PickleNodeKind::kException,
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
  Index Begin(Object& object, PickleNodeKind kind) {
    PickleNode node;
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

  Index AddItems(Object& object, PickleNodeKind kind, const std::vector<Value>& items) {
    Index node = Begin(object, kind);
    for (const Value& item : items) {
      if (!AddPart(*node, item)) return std::nullopt;
    }
    return node;
  }

  Index AddTuple(script::TupleObject& tuple) {
    Index node = AddItems(tuple, PickleNodeKind::kTuple, tuple.items());
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
    Index node = Begin(dict, PickleNodeKind::kDict);
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
    Index node = Begin(set, PickleNodeKind::kSet);
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
    PickleNode node;
    node.kind = PickleNodeKind::kGlobal;
    node.name = name;
    return AddNode(std::move(node));
  }

  Index AddInstance(Object& object, PickleNodeKind kind, const std::vector<Value>& leading) {
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
    Index node = Begin(method, PickleNodeKind::kMethod);
    pickled_->nodes[*node].name = *script::TextOf(function_name);
    return AddPart(*node, method.self()) ? node : std::nullopt;
  }

  Index AddDeque(script::DequeObject& deque) {
    Index node = Begin(deque, PickleNodeKind::kDeque);
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
      PickleNode node;
      node.kind = PickleNodeKind::kContainer;
      return AddNode(std::move(node));
    }
    if (auto* function = value.As<CachedFunction>()) {
      interpreter_.Raise(run_.server().classes().pickling_error,
                         "Can't pickle " + function->info().identity->name +
                             ": it's not the same object as __main__." +
                             function->info().identity->name);
      return std::nullopt;
    }
    return FailUnsupported(value);
  }

 private:
  ScriptRun& run_;
  Interpreter& interpreter_;
  std::shared_ptr<PickledValue> pickled_ = std::make_shared<PickledValue>();
  std::map<Object*, size_t> nodes_;
};

}  // namespace

PickledPtr Pickle(ScriptRun& run, const Value& value) {
  return Pickler(run).Run(value);
}

}  // namespace streplay
