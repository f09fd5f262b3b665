// StringObject: an immutable str, held as UTF-8. Its length and indices count code points.
#ifndef STREPLAY_SCRIPT_STRING_OBJECT_H_
#define STREPLAY_SCRIPT_STRING_OBJECT_H_

#include <string>
#include <string_view>
#include <vector>

#include "script/object.h"

namespace streplay::script {

class StringObject : public Object {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kString;

  // `text` must be valid UTF-8. Use Heap::MakeString.
  StringObject(Heap& heap, std::string text);

  const std::string& text() const { return text_; }
  size_t length() const { return length_; }  // code points
  bool is_ascii() const { return length_ == text_.size(); }

  // The byte offset of code point `index` (at most length()).
  size_t OffsetOf(size_t index) const;
  // Code points [begin, end); begin <= end <= length().
  std::string_view Slice(size_t begin, size_t end) const;

  // As CPython's with PYTHONHASHSEED=0.
  int64_t hash() const;

  // The symbol with this text.
  Symbol symbol() const;

  Value GetItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Format(Interpreter& interpreter, std::string_view specification) override;  // types_str
  std::optional<bool> IsTrue(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;

 private:
  std::string text_;
  size_t length_;
  mutable int64_t hash_ = -1;  // -1: not yet computed
  // Byte offsets of every kIndexStride-th code point; built when a long non-ASCII text is indexed.
  mutable std::vector<uint32_t> index_;
  mutable Symbol symbol_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_STRING_OBJECT_H_
