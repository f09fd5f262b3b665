// BytesObject: an immutable bytes. Scripts pass it on (downloads, uploaded files) more than they
// work with it.
#ifndef STREPLAY_SCRIPT_BYTES_OBJECT_H_
#define STREPLAY_SCRIPT_BYTES_OBJECT_H_

#include <string>

#include "script/object.h"

namespace streplay::script {

class BytesObject : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kBytes;

  // Use Heap::MakeBytes.
  BytesObject(Heap& heap, std::string data);

  const std::string& data() const { return data_; }

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
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;

 private:
  std::string data_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_BYTES_OBJECT_H_
