#include "script/iterator_objects.h"

#include "script/bytes_object.h"
#include "script/heap.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// The item at `index`, empty past the end.
Value ItemAt(Heap& heap, Object& sequence, size_t index) {
  switch (sequence.kind()) {
    case ObjectKind::kList: {
      auto& list = static_cast<ListObject&>(sequence);
      return index < list.size() ? list.items()[index] : Value();
    }
    case ObjectKind::kTuple: {
      auto& tuple = static_cast<TupleObject&>(sequence);
      return index < tuple.size() ? tuple.items()[index] : Value();
    }
    case ObjectKind::kBytes: {
      const std::string& data = static_cast<BytesObject&>(sequence).data();
      return index < data.size() ? Value::Int(static_cast<unsigned char>(data[index])) : Value();
    }
    case ObjectKind::kString: {
      auto& string = static_cast<StringObject&>(sequence);
      if (index >= string.length()) return {};
      return heap.MakeString(std::string(string.Slice(index, index + 1)));
    }
    default:
      return {};
  }
}

size_t LengthOf(Object& sequence) {
  switch (sequence.kind()) {
    case ObjectKind::kList:
      return static_cast<ListObject&>(sequence).size();
    case ObjectKind::kTuple:
      return static_cast<TupleObject&>(sequence).size();
    case ObjectKind::kBytes:
      return static_cast<BytesObject&>(sequence).data().size();
    case ObjectKind::kString:
      return static_cast<StringObject&>(sequence).length();
    default:
      return 0;
  }
}

// Over a sequence, by position; exhausted for good once it has met the end.
class SequenceIterator : public IteratorObject {
 public:
  SequenceIterator(ClassObject& type, Object& sequence, size_t position, bool down)
      : IteratorObject(type), sequence_(&sequence), position_(position), down_(down) {}

  Value Next(Interpreter& interpreter) override {
    if (!sequence_) return {};
    Value item;
    if (!down_) {
      item = ItemAt(interpreter.heap(), *sequence_, position_++);
    } else if (position_ > 0) {
      item = ItemAt(interpreter.heap(), *sequence_, --position_);
    }
    if (item.empty()) sequence_ = {};
    return item;
  }
  void Traverse(ReferenceVisitor& visitor) const override { visitor.Visit(sequence_); }
  void DropReferences() override { sequence_ = {}; }

 private:
  Ref<Object> sequence_;
  size_t position_;
  bool down_;
};

// Over a str, by byte offset: no searching for code points.
class StringIterator : public IteratorObject {
 public:
  StringIterator(ClassObject& type, StringObject& string)
      : IteratorObject(type), string_(&string) {}

  Value Next(Interpreter& interpreter) override {
    if (!string_ || offset_ >= string_->text().size()) return {};
    const std::string& text = string_->text();
    size_t end = offset_ + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    Value item = interpreter.heap().MakeString(text.substr(offset_, end - offset_));
    offset_ = end;
    return item;
  }
  void Traverse(ReferenceVisitor& visitor) const override { visitor.Visit(string_); }
  void DropReferences() override { string_ = {}; }

 private:
  Ref<StringObject> string_;
  size_t offset_ = 0;
};

class RangeIterator : public IteratorObject {
 public:
  RangeIterator(ClassObject& type, int64_t start, int64_t step, int64_t count)
      : IteratorObject(type), next_(start), step_(step), left_(count) {}

  Value Next(Interpreter&) override {
    if (left_ == 0) return {};
    --left_;
    int64_t number = next_;
    if (left_ > 0) next_ += step_;
    return Value::Int(number);
  }
  void Traverse(ReferenceVisitor&) const override {}
  void DropReferences() override {}

 private:
  int64_t next_;
  int64_t step_;
  int64_t left_;
};

}  // namespace

Value IteratorObject::Iterate(Interpreter&) {
  return Value(this);
}

Value MakeSequenceIterator(Interpreter& interpreter, Object& sequence, ClassObject& type) {
  return interpreter.heap().New<SequenceIterator>(type, sequence, 0, false);
}

Value MakeStringIterator(Interpreter& interpreter, Object& string) {
  auto& text = static_cast<StringObject&>(string);
  const BuiltinClasses& classes = interpreter.classes();
  ClassObject& type = text.is_ascii() ? *classes.ascii_iterator : *classes.string_iterator;
  return interpreter.heap().New<StringIterator>(type, text);
}

Value MakeReverseIterator(Interpreter& interpreter, Object& sequence, ClassObject& type) {
  return interpreter.heap().New<SequenceIterator>(type, sequence, LengthOf(sequence), true);
}

Value MakeRangeIterator(Interpreter& interpreter, int64_t start, int64_t step, int64_t count) {
  return interpreter.heap().New<RangeIterator>(*interpreter.classes().range_iterator, start, step,
                                               count);
}

}  // namespace streplay::script
