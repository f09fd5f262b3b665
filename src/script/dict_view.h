// DictViewObject: what dict.keys(), dict.values() and dict.items() give. It shows the dict as it is
// now.
#ifndef STREPLAY_SCRIPT_DICT_VIEW_H_
#define STREPLAY_SCRIPT_DICT_VIEW_H_

#include "script/dict_object.h"

namespace streplay::script {

class DictViewObject : public ContainerObject {
 public:
  DictViewObject(const Ref<DictObject>& dict, DictPart part);

  const Ref<DictObject>& dict() const { return dict_; }
  DictPart part() const { return part_; }
  // Keys and items behave as sets.
  bool is_set_like() const { return part_ != DictPart::kValues; }

  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  // `left op right`, where at least one of them is a set-like view.
  static Value SetOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                            const Value& right);

  Ref<DictObject> dict_;
  DictPart part_;
};

// The methods of the three view classes.
void DefineDictViews(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DICT_VIEW_H_
