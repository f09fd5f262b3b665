// The classes of `collections` that derive from dict: defaultdict, Counter and OrderedDict.
#ifndef STREPLAY_SCRIPT_DERIVED_DICTS_H_
#define STREPLAY_SCRIPT_DERIVED_DICTS_H_

#include "script/dict_object.h"

namespace streplay::script {

// defaultdict: an absent key gets what the factory makes.
class DefaultDictObject : public DictObject {
 public:
  DefaultDictObject(ClassObject& type, Value factory)
      : DictObject(type), factory_(std::move(factory)) {}

  const Value& factory() const { return factory_; }  // a callable or None

  Value Missing(Interpreter& interpreter, const Value& key) override;
  Value Repr(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value factory_;
};

// Counter: an absent key counts 0. The algebra keeps positive counts only.
class CounterObject : public DictObject {
 public:
  explicit CounterObject(ClassObject& type) : DictObject(type) {}

  Value Missing(Interpreter& interpreter, const Value& key) override;
  bool DeleteItem(Interpreter& interpreter, const Value& key) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value Unary(Interpreter& interpreter, UnaryOperator op) override;
};

// OrderedDict: a dict whose order counts.
class OrderedDictObject : public DictObject {
 public:
  explicit OrderedDictObject(ClassObject& type) : DictObject(type) {}

  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
};

ClassObject& DefineDefaultDict(Heap& heap);
ClassObject& DefineCounter(Heap& heap);
ClassObject& DefineOrderedDict(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DERIVED_DICTS_H_
