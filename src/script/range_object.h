// RangeObject: range(start, stop, step).
#ifndef STREPLAY_SCRIPT_RANGE_OBJECT_H_
#define STREPLAY_SCRIPT_RANGE_OBJECT_H_

#include "script/object.h"

namespace streplay::script {

class RangeObject : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kRange;

  // `step` is not zero. `length` items: see RangeLength.
  RangeObject(Heap& heap, int64_t start, int64_t stop, int64_t step, int64_t length);

  int64_t start() const { return start_; }
  int64_t stop() const { return stop_; }
  int64_t step() const { return step_; }
  int64_t length() const { return length_; }
  int64_t At(int64_t index) const { return start_ + index * step_; }
  // The index of a number in the range, or -1.
  int64_t IndexOf(int64_t number) const;

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  Value GetItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;

 private:
  int64_t start_;
  int64_t stop_;
  int64_t step_;
  int64_t length_;
};

// How many numbers there are from start up to (down to) stop; nothing when 64 bits do not suffice.
std::optional<int64_t> RangeLength(int64_t start, int64_t stop, int64_t step);

// range(…); called as a class.
Value ConstructRange(Interpreter& interpreter, ClassObject& type, const Arguments& arguments);
void DefineRangeType(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_RANGE_OBJECT_H_
