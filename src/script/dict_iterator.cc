// Iterators over the keys, values or items of a dict.
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

class DictIterator : public IteratorObject {
 public:
  DictIterator(ClassObject& type, const Ref<DictObject>& dict, DictPart part, bool reversed)
      : IteratorObject(type),
        dict_(dict),
        part_(part),
        reversed_(reversed),
        size_(dict->size()),
        position_(reversed ? dict->end_position() : 0) {}

  Value Next(Interpreter& interpreter) override {
    if (!dict_) return {};
    if (dict_->size() != size_) {
      dict_ = {};
      return interpreter.Raise(*interpreter.classes().runtime_error,
                               "dictionary changed size during iteration");
    }
    const DictObject::Entry* entry =
        reversed_ ? dict_->PreviousEntry(position_) : dict_->NextEntry(position_);
    if (entry == nullptr) {
      dict_ = {};
      return {};
    }
    switch (part_) {
      case DictPart::kKeys:
        return entry->key;
      case DictPart::kValues:
        return entry->value;
      case DictPart::kItems:
        return interpreter.heap().MakeTuple({entry->key, entry->value});
    }
    return {};
  }

  void Traverse(ReferenceVisitor& visitor) const override { visitor.Visit(dict_); }
  void DropReferences() override { dict_ = {}; }

 private:
  Ref<DictObject> dict_;
  DictPart part_;
  bool reversed_;
  size_t size_;
  size_t position_;
};

ClassObject& IteratorClass(const BuiltinClasses& classes, DictPart part, bool reversed) {
  switch (part) {
    case DictPart::kKeys:
      return reversed ? *classes.dict_reverse_key_iterator : *classes.dict_key_iterator;
    case DictPart::kValues:
      return reversed ? *classes.dict_reverse_value_iterator : *classes.dict_value_iterator;
    case DictPart::kItems:
      return reversed ? *classes.dict_reverse_item_iterator : *classes.dict_item_iterator;
  }
  return *classes.dict_key_iterator;
}

}  // namespace

Value MakeDictIterator(Interpreter& interpreter, const Ref<DictObject>& dict, DictPart part,
                       bool reversed) {
  ClassObject& type = IteratorClass(interpreter.classes(), part, reversed);
  return interpreter.heap().New<DictIterator>(type, dict, part, reversed);
}

}  // namespace streplay::script
