// The iterators of sequences. They hold the sequence and a position, and see its changes.
#ifndef STREPLAY_SCRIPT_ITERATOR_OBJECTS_H_
#define STREPLAY_SCRIPT_ITERATOR_OBJECTS_H_

#include "script/object.h"

namespace streplay::script {

// What all iterators share: they are iterable, giving themselves. For natives with iterators of
// their own, too.
class IteratorObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kIterator;

  explicit IteratorObject(ClassObject& type) : ContainerObject(type, kKind) {}

  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  bool IsIterator() const override { return true; }
};

// Of a list, tuple or bytes.
Value MakeSequenceIterator(Interpreter& interpreter, Object& sequence, ClassObject& type);
Value MakeStringIterator(Interpreter& interpreter, Object& string);
// reversed() of a list, tuple, str, bytes: from the last item to the first.
Value MakeReverseIterator(Interpreter& interpreter, Object& sequence, ClassObject& type);
// The numbers start, start + step, … (`count` of them).
Value MakeRangeIterator(Interpreter& interpreter, int64_t start, int64_t step, int64_t count);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_ITERATOR_OBJECTS_H_
