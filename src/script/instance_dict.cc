#include "script/instance_dict.h"

#include "script/heap.h"
#include "script/string_object.h"

namespace streplay::script {

InstanceDictObject::InstanceDictObject(ClassObject& type, Ref<InstanceObject> instance)
    : DictObject(type), is_following_(true) {
  for (const Namespace::Entry& entry : instance->attributes()->entries()) {
    if (!entry.value.empty()) SetString(heap().Text(entry.name), entry.value);
  }
  instance_ = std::move(instance);
  is_following_ = false;
}

void InstanceDictObject::Follow(Symbol name, const Value& value) {
  is_following_ = true;
  if (value.empty()) {
    RemoveString(heap().Text(name));
  } else {
    SetString(heap().Text(name), value);
  }
  is_following_ = false;
}

void InstanceDictObject::Changed(const Value& key, const Value& value) {
  if (is_following_ || !instance_) return;
  if (key.empty()) {
    instance_->attributes()->Clear();
  } else if (auto* name = key.As<StringObject>()) {
    if (value.empty()) {
      instance_->attributes()->Remove(name->symbol());
    } else {
      instance_->attributes()->Set(name->symbol(), value);
    }
  }
}

void InstanceDictObject::Traverse(ReferenceVisitor& visitor) const {
  DictObject::Traverse(visitor);
  visitor.Visit(instance_);
}

void InstanceDictObject::DropReferences() {
  instance_ = {};
  DictObject::DropReferences();
}

}  // namespace streplay::script
