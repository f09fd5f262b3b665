// The `__dict__` of an instance: a dict and the instance's attributes, each kept up to date with
// the other. Made when a script first asks for it.
#ifndef STREPLAY_SCRIPT_INSTANCE_DICT_H_
#define STREPLAY_SCRIPT_INSTANCE_DICT_H_

#include "script/dict_object.h"
#include "script/instance_object.h"

namespace streplay::script {

class InstanceDictObject : public DictObject {
 public:
  // Holds the instance's present attributes.
  InstanceDictObject(ClassObject& type, Ref<InstanceObject> instance);

  // The instance's attribute was set or (empty value) deleted: the dict follows.
  void Follow(Symbol name, const Value& value);

  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 protected:
  // A script changed the dict: the instance follows.
  void Changed(const Value& key, const Value& value) override;

 private:
  Ref<InstanceObject> instance_;
  bool is_following_ = false;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INSTANCE_DICT_H_
