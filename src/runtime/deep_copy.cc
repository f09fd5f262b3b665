// One function a kind of container. `copies_` is deepcopy's memo; a mutable container is entered
// into it before its parts are copied, so that cycles end.
#include "runtime/deep_copy.h"

#include <map>
#include <utility>
#include <vector>

#include "runtime/delta_generator.h"
#include "runtime/script_run.h"
#include "runtime/streamlit_errors.h"
#include "runtime/uploaded_file.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/function_object.h"
#include "script/instance_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Object;
using script::ObjectKind;
using script::Ref;
using script::Value;

class Copier {
 public:
  explicit Copier(ScriptRun& run) : run_(run), interpreter_(run.interpreter()) {}

  Value Copy(const Value& value) {
    Object* object = value.object();
    if (object == nullptr) return value;
    if (auto known = copies_.find(object); known != copies_.end()) return known->second;
    script::RecursionScope scope(interpreter_, "");
    if (!scope.entered() || !interpreter_.Step()) return {};
    return CopyObject(value, *object);
  }

 private:
  Value CopyObject(const Value& value, Object& object) {
    switch (object.kind()) {
      case ObjectKind::kList:
        return CopyList(*value.As<script::ListObject>());
      case ObjectKind::kTuple:
        return CopyTuple(value, *value.As<script::TupleObject>());
      case ObjectKind::kDict:
        return CopyDict(value, *value.As<script::DictObject>());
      case ObjectKind::kSet:
        return CopySet(*value.As<script::SetObject>());
      case ObjectKind::kInstance:
        return CopyInstance(object);
      case ObjectKind::kException:
        return CopyException(*value.As<script::ExceptionObject>());
      case ObjectKind::kBoundMethod:
        return CopyMethod(*value.As<script::BoundMethodObject>());
      case ObjectKind::kModule:
        return interpreter_.RaiseTypeError("cannot pickle 'module' object");
      case ObjectKind::kNative:
        return CopyNative(value, object);
      case ObjectKind::kHost:
        return CopyHost(value);
      default:
        return value;
    }
  }

  // Copies `items` one by one; they may change while script code runs.
  template <typename Items>
  bool CopyItems(const Items& items, std::vector<Value>& copies) {
    for (size_t i = 0; i < items.size(); ++i) {
      const Value item = items[i];
      copies.push_back(Copy(item));
      if (copies.back().empty()) return false;
    }
    return true;
  }

  Value CopyList(script::ListObject& list) {
    Ref<script::ListObject> copy = run_.heap().MakeList();
    copies_[&list] = copy;
    std::vector<Value> items;
    if (!CopyItems(list.items(), items)) return {};
    for (Value& item : items) copy->Append(std::move(item));
    return copy;
  }

  // A tuple whose items are all shared is shared itself.
  Value CopyTuple(const Value& value, script::TupleObject& tuple) {
    std::vector<Value> items;
    if (!CopyItems(tuple.items(), items)) return {};
    if (auto known = copies_.find(&tuple); known != copies_.end()) return known->second;
    bool is_same = true;
    for (size_t i = 0; i < items.size(); ++i) {
      is_same = is_same && items[i].IsIdenticalTo(tuple.items()[i]);
    }
    if (is_same) return value;
    Value copy = run_.heap().New<script::TupleObject>(tuple.type(), std::move(items));
    copies_[&tuple] = copy;
    return copy;
  }

  // A defaultdict or Counter copies itself; its values are then replaced.
  Value CopyDict(const Value& value, script::DictObject& dict) {
    const bool is_plain = &dict.type() == interpreter_.classes().dict;
    Value copy = is_plain ? Value(run_.heap().MakeDict()) : CallCopy(value);
    auto* entries = copy.As<script::DictObject>();
    if (entries == nullptr) return {};
    copies_[&dict] = copy;
    size_t position = 0;
    while (const auto* entry = dict.NextEntry(position)) {
      const Value old_key = entry->key;
      const Value old_value = entry->value;
      Value key = is_plain ? Copy(old_key) : old_key;
      if (key.empty()) return {};
      Value item = Copy(old_value);
      if (item.empty() || !entries->Set(interpreter_, key, std::move(item))) return {};
    }
    return copy;
  }

  Value CopySet(script::SetObject& set) {
    Ref<script::SetObject> copy = run_.heap().New<script::SetObject>(set.type());
    copies_[&set] = copy;
    size_t position = 0;
    while (const Value* item = set.NextItem(position)) {
      const Value old_item = *item;
      Value new_item = Copy(old_item);
      if (new_item.empty() || !copy->Add(interpreter_, new_item)) return {};
    }
    return copy;
  }

  bool CopyAttributes(Object& from, Object& to) {
    script::Namespace* source = from.attributes();
    script::Namespace* target = to.attributes();
    for (size_t i = 0; source != nullptr && i < source->entries().size(); ++i) {
      const script::Namespace::Entry entry = source->entries()[i];
      if (entry.value.empty()) continue;
      Value copy = Copy(entry.value);
      if (copy.empty()) return false;
      target->Set(entry.name, std::move(copy));
    }
    return true;
  }

  Value CopyInstance(Object& instance) {
    Ref<script::InstanceObject> copy = run_.heap().New<script::InstanceObject>(instance.type());
    copies_[&instance] = copy;
    return CopyAttributes(instance, *copy) ? Value(copy) : Value();
  }

  Value CopyException(script::ExceptionObject& exception) {
    Ref<script::ExceptionObject> copy = interpreter_.MakeException(exception.type(), {});
    copies_[&exception] = copy;
    Value args = Copy(exception.args());
    if (args.empty()) return {};
    copy->set_args(std::move(args));
    copy->set_payload(exception.payload());
    return CopyAttributes(exception, *copy) ? Value(copy) : Value();
  }

  Value CopyMethod(script::BoundMethodObject& method) {
    Value self = Copy(method.self());
    if (self.empty()) return {};
    return run_.heap().New<script::BoundMethodObject>(run_.heap(), std::move(self),
                                                      method.function());
  }

  // Of the modules' own types only deque holds items that can be replaced; the others are immutable
  // or iterators.
  Value CopyNative(const Value& value, Object& object) {
    if (!object.HasLength() || !object.IsIterable()) return value;
    std::vector<Value> items;
    if (!script::CollectItems(interpreter_, value, items)) return {};
    Value copy = CallCopy(value);
    if (copy.empty()) return {};
    copies_[&object] = copy;
    for (size_t i = 0; i < items.size(); ++i) {
      Value item = Copy(items[i]);
      Value index = Value::Int(static_cast<int64_t>(i));
      if (item.empty() || !script::SetItem(interpreter_, copy, index, item)) return {};
    }
    return copy;
  }

  Value CallCopy(const Value& value) {
    return interpreter_.CallMethod(value, run_.heap().Intern("copy"), {});
  }

  Value CopyHost(const Value& value) {
    if (auto* file = value.As<UploadedFile>()) return file->Copy();
    if (value.Is<DeltaGenerator>()) {
      return RaiseApiException(run_, "a container of the page cannot be copied");
    }
    return value;
  }

  ScriptRun& run_;
  Interpreter& interpreter_;
  std::map<Object*, Value> copies_;
};

}  // namespace

Value DeepCopy(ScriptRun& run, const Value& value) {
  // Most widget values are scalars or texts.
  if (value.object() == nullptr || value.Is<script::StringObject>()) return value;
  return Copier(run).Copy(value);
}

}  // namespace streplay
