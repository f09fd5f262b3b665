// Indexing an ASCII text is direct. A long text with other characters gets an index of the byte
// offsets of every kIndexStride-th code point when it is first asked for one.
#include "script/string_object.h"

#include "base/utf8.h"
#include "script/class_object.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/sequence_operations.h"
#include "script/slice_object.h"
#include "script/string_hash.h"
#include "script/text_format.h"
#include "script/text_repr.h"

namespace streplay::script {

namespace {

constexpr size_t kIndexStride = 64;
constexpr IndexMessages kReading = {"string indices must be integers", "string index out of range",
                                    true};

bool StartsCodePoint(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// `text` times `count`; nothing when the result would be too long.
std::optional<std::string> RepeatText(Interpreter& interpreter, const StringObject& text,
                                      int64_t count) {
  if (count <= 0 || text.length() == 0) return std::string();
  auto rounds = static_cast<size_t>(count);
  bool overflows = rounds > SIZE_MAX / text.length();
  if (!interpreter.CheckSize(overflows ? SIZE_MAX : rounds * text.length())) return std::nullopt;
  std::string result;
  result.reserve(rounds * text.text().size());
  for (size_t i = 0; i < rounds; ++i) result += text.text();
  return result;
}

}  // namespace

StringObject::StringObject(Heap& heap, std::string text)
    : Object(*heap.classes().string, kKind),
      text_(std::move(text)),
      length_(CountCodePoints(text_)) {
  SetExtraBytes(text_.capacity() > 15 ? text_.capacity() : 0);
  NoteSize(length_);
}

size_t StringObject::OffsetOf(size_t index) const {
  if (is_ascii()) return index;
  if (index == length_) return text_.size();
  if (length_ > kIndexStride && index_.empty()) {
    size_t count = 0;
    for (size_t i = 0; i < text_.size(); ++i) {
      if (!StartsCodePoint(text_[i])) continue;
      if (count++ % kIndexStride == 0) index_.push_back(static_cast<uint32_t>(i));
    }
  }
  size_t offset = index_.empty() ? 0 : index_[index / kIndexStride];
  size_t left = index_.empty() ? index : index % kIndexStride;
  while (left > 0) {
    ++offset;
    if (StartsCodePoint(text_[offset])) --left;
  }
  return offset;
}

std::string_view StringObject::Slice(size_t begin, size_t end) const {
  size_t from = OffsetOf(begin);
  return std::string_view(text_).substr(from, OffsetOf(end) - from);
}

int64_t StringObject::hash() const {
  if (hash_ == -1) hash_ = HashText(text_);
  return hash_;
}

Symbol StringObject::symbol() const {
  if (symbol_.empty()) symbol_ = heap().Intern(text_);
  return symbol_;
}

Value StringObject::GetItem(Interpreter& interpreter, const Value& key) {
  auto length = static_cast<int64_t>(length_);
  Heap& heap = interpreter.heap();
  auto* slice = key.As<SliceObject>();
  if (slice == nullptr) {
    auto index = ResolveIndex(interpreter, key, length, kReading);
    return index ? Value(heap.MakeString(std::string(Slice(*index, *index + 1)))) : Value();
  }
  auto positions = ResolveSlice(interpreter, *slice, length);
  if (!positions) return {};
  if (positions->IsWhole(length_)) return Value(this);
  if (positions->step == 1) {
    return heap.MakeString(
        std::string(Slice(positions->start, positions->start + positions->count)));
  }
  std::string picked;
  for (int64_t i = 0; i < positions->count; ++i) {
    size_t index = static_cast<size_t>(positions->start + i * positions->step);
    picked += Slice(index, index + 1);
  }
  return heap.MakeString(std::move(picked));
}

std::optional<bool> StringObject::Contains(Interpreter& interpreter, const Value& item) {
  if (const std::string* text = TextOf(item)) return text_.find(*text) != std::string::npos;
  interpreter.RaiseTypeError("'in <string>' requires string as left operand, not " +
                             script::TypeName(interpreter, item));
  return std::nullopt;
}

std::optional<int64_t> StringObject::Length(Interpreter&) {
  return static_cast<int64_t>(length_);
}

Value StringObject::Iterate(Interpreter& interpreter) {
  return MakeStringIterator(interpreter, *this);
}

Value StringObject::IterateReversed(Interpreter& interpreter) {
  return MakeReverseIterator(interpreter, *this, *interpreter.classes().reversed);
}

Value StringObject::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString(TextRepr(text_));
}

Value StringObject::Str(Interpreter&) {
  return Value(this);
}

Value StringObject::Format(Interpreter& interpreter, std::string_view specification) {
  return FormatScalar(interpreter, Value(this), specification);
}

std::optional<bool> StringObject::IsTrue(Interpreter&) {
  return length_ != 0;
}

Value StringObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  const std::string* text = TextOf(other);
  if (text == nullptr) return Value::NotImplemented();
  // The order of UTF-8 bytes is that of code points.
  return Value::Bool(Satisfies(comparison, text_.compare(*text)));
}

std::optional<int64_t> StringObject::Hash(Interpreter&) {
  return hash();
}

Value StringObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op == BinaryOperator::kModulo) return PercentFormat(interpreter, *this, right);
  if (op == BinaryOperator::kMultiply) return ReflectedBinary(interpreter, op, right);
  if (op != BinaryOperator::kAdd) return Value::NotImplemented();
  auto* string = right.As<StringObject>();
  if (string == nullptr) {
    return interpreter.RaiseTypeError("can only concatenate str (not \"" +
                                      script::TypeName(interpreter, right) + "\") to str");
  }
  // As in CPython, nothing to do gives the text itself.
  if (string->length_ == 0) return Value(this);
  if (length_ == 0) return right;
  if (!interpreter.CheckSize(length_ + string->length_)) return {};
  return interpreter.heap().MakeString(text_ + string->text_);
}

Value StringObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op,
                                    const Value& left) {
  if (op != BinaryOperator::kMultiply) return Value::NotImplemented();
  if (!left.is_integral()) return RaiseCannotMultiply(interpreter, left);
  if (left.as_int() == 1) return Value(this);
  auto text = RepeatText(interpreter, *this, left.as_int());
  return text ? Value(interpreter.heap().MakeString(std::move(*text))) : Value();
}

}  // namespace streplay::script
