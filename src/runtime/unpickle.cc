// Copies in two rounds, since a cycle always passes through something mutable: first every mutable
// object is made empty, then tuples on demand and the contents of everything else.
#include "runtime/pickle.h"

#include <algorithm>

#include "runtime/pickled_value.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/deque_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/instance_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay {

using script::Arguments;
using script::Interpreter;
using script::Value;

Value FindGlobal(ScriptRun& run, const std::string& name) {
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

namespace {

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
      const PickleNode& node = pickled_.nodes[index];
      script::Heap& heap = run_.heap();
      if (node.kind == PickleNodeKind::kList) values_[index] = heap.MakeList();
      if (node.kind == PickleNodeKind::kDict && node.type == kNoNode)
        values_[index] = heap.MakeDict();
      if (node.kind == PickleNodeKind::kDict && node.type != kNoNode && !MakeDictOf(index))
        return false;
      if (node.kind == PickleNodeKind::kDeque && !MakeDeque(index)) return false;
      if (node.kind == PickleNodeKind::kSet) {
        values_[index] = node.constant.as_bool()
                             ? Value(heap.New<script::SetObject>(*heap.classes().frozenset))
                             : Value(heap.MakeSet());
      }
      if (node.kind == PickleNodeKind::kInstance && !MakeInstance(index)) return false;
    }
    return true;
  }

  bool MakeDictOf(size_t index) {
    const PickleNode& node = pickled_.nodes[index];
    Value type = Get(node.type);
    std::vector<Value> arguments;
    if (node.made_with != kNoNode) arguments.push_back(Get(node.made_with));
    if (type.empty() || interpreter_.failed()) return false;
    values_[index] = interpreter_.Call(type, Arguments{arguments, {}});
    return !values_[index].empty();
  }

  bool MakeDeque(size_t index) {
    const PickleNode& node = pickled_.nodes[index];
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

  Value Make(const PickleNode& node) {
    switch (node.kind) {
      case PickleNodeKind::kConstant:
        return node.constant;
      case PickleNodeKind::kGlobal:
        return MakeGlobal(node.name);
      case PickleNodeKind::kTuple:
        return MakeTuple(node);
      case PickleNodeKind::kException:
        return MakeException(node);
      case PickleNodeKind::kMethod: {
        Value self = Get(node.parts.front());
        if (self.empty()) return {};
        return script::GetAttribute(interpreter_, self, run_.heap().Intern(node.name));
      }
      case PickleNodeKind::kContainer:
        return RaiseApiException(run_, "a container of the page cannot come out of a data cache");
      default:  // made before
        return {};
    }
  }

  Value MakeGlobal(const std::string& name) {
    Value value = FindGlobal(run_, name);
    if (!value.empty()) return value;
    return interpreter_.RaiseAttributeError("Can't get attribute '" + name +
                                            "' on <module '__main__'>");
  }

  bool GetParts(const PickleNode& node, std::vector<Value>& parts) {
    for (size_t part : node.parts) {
      parts.push_back(Get(part));
      if (parts.back().empty()) return false;
    }
    return true;
  }

  Value MakeTuple(const PickleNode& node) {
    std::vector<Value> items;
    if (!GetParts(node, items)) return {};
    if (node.type == kNoNode) return run_.heap().MakeTuple(std::move(items));
    Value type = Get(node.type);
    if (type.empty()) return {};
    return run_.heap().New<script::TupleObject>(*type.As<script::ClassObject>(), std::move(items));
  }

  Value MakeException(const PickleNode& node) {
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
    const PickleNode& node = pickled_.nodes[index];
    std::vector<Value> parts;
    bool is_mutable = node.kind == PickleNodeKind::kList || node.kind == PickleNodeKind::kDict ||
                      node.kind == PickleNodeKind::kSet || node.kind == PickleNodeKind::kInstance ||
                      node.kind == PickleNodeKind::kDeque;
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

Value Unpickle(ScriptRun& run, const PickledValue& pickled) {
  return Unpickler(run, pickled).Run();
}

}  // namespace streplay
