// PartialObject: functools.partial, a callable with some of its arguments.
#ifndef STREPLAY_SCRIPT_PARTIAL_OBJECT_H_
#define STREPLAY_SCRIPT_PARTIAL_OBJECT_H_

#include <vector>

#include "script/dict_object.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

class PartialObject : public ContainerObject {
 public:
  // `keywords` has string keys.
  PartialObject(ClassObject& type, Value function, std::vector<Value> positional,
                Ref<DictObject> keywords);

  const Value& function() const { return function_; }
  const std::vector<Value>& positional() const { return positional_; }
  const Ref<DictObject>& keywords() const { return keywords_; }

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Namespace* attributes() override { return &attributes_; }
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value function_;
  std::vector<Value> positional_;
  Ref<DictObject> keywords_;
  Namespace attributes_;
};

ClassObject& DefinePartial(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARTIAL_OBJECT_H_
