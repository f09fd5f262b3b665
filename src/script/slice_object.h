// SliceObject: start:stop:step as a value, and how it picks positions of a sequence.
#ifndef STREPLAY_SCRIPT_SLICE_OBJECT_H_
#define STREPLAY_SCRIPT_SLICE_OBJECT_H_

#include "script/object.h"

namespace streplay::script {

class SliceObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kSlice;

  SliceObject(Heap& heap, Value start, Value stop, Value step);

  const Value& start() const { return start_; }
  const Value& stop() const { return stop_; }
  const Value& step() const { return step_; }

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value start_;
  Value stop_;
  Value step_;
};

// The positions start, start + step, … (`count` of them), all inside the sequence. `stop` is the
// resolved bound, which may lie on the wrong side of start.
struct SlicePositions {
  int64_t start = 0;
  int64_t stop = 0;
  int64_t step = 1;
  int64_t count = 0;

  // Whether it picks all of a sequence with `length` items, in order.
  bool IsWhole(size_t length) const {
    return start == 0 && step == 1 && count == static_cast<int64_t>(length);
  }

  // Of a sequence's items: those at the positions.
  template <class Items>
  Items Pick(const Items& items) const {
    Items picked;
    picked.reserve(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; ++i) picked.push_back(items[start + i * step]);
    return picked;
  }
};

std::optional<SlicePositions> ResolveSlice(Interpreter& interpreter, const SliceObject& slice,
                                           int64_t length);

// What an index may be, in messages: "list indices must be integers or slices, not str" and "list
// index out of range".
struct IndexMessages {
  std::string_view type_error;  // up to ", not "
  std::string_view range_error;
  bool quote_type = false;  // "not 'str'", as str has it
};

// The position of an index, negative ones counted from the end.
std::optional<int64_t> ResolveIndex(Interpreter& interpreter, const Value& key, int64_t length,
                                    const IndexMessages& messages);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SLICE_OBJECT_H_
