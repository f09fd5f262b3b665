// repr() of the built-in containers, and of bytes. A container inside itself is shown as an
// ellipsis.
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

// Marks an object as being printed for as long as the scope lasts.
class ReprScope {
 public:
  ReprScope(Interpreter& interpreter, Object& object)
      : interpreter_(interpreter), object_(object), entered_(interpreter.EnterRepr(object)) {}
  ReprScope(const ReprScope&) = delete;
  ReprScope& operator=(const ReprScope&) = delete;
  ~ReprScope() {
    if (entered_) interpreter_.LeaveRepr(object_);
  }
  bool entered() const { return entered_; }

 private:
  Interpreter& interpreter_;
  Object& object_;
  bool entered_;
};

// A text that grows by the reprs of values. A character has at most four bytes.
class ReprBuilder {
 public:
  ReprBuilder(Interpreter& interpreter, std::string begin)
      : interpreter_(interpreter), text_(std::move(begin)) {}

  void Append(std::string_view text) { text_ += text; }
  [[nodiscard]] bool AppendRepr(const Value& value) {
    if (!interpreter_.Step()) return false;
    std::optional<std::string> repr = script::ReprText(interpreter_, value);
    if (!repr) return false;
    text_ += *repr;
    return interpreter_.CheckSize(text_.size() / 4);
  }
  // ", " before every item but the first.
  [[nodiscard]] bool AppendItem(const Value& value) {
    if (!is_first_) text_ += ", ";
    is_first_ = false;
    return AppendRepr(value);
  }
  Value Finish(std::string_view end) {
    text_ += end;
    return interpreter_.heap().MakeString(std::move(text_));
  }

 private:
  Interpreter& interpreter_;
  std::string text_;
  bool is_first_ = true;
};

Value FixedRepr(Interpreter& interpreter, std::string text) {
  return interpreter.heap().MakeString(std::move(text));
}

void AppendByte(std::string& text, unsigned char byte, char quote) {
  constexpr char kDigits[] = "0123456789abcdef";
  if (byte == '\\' || byte == static_cast<unsigned char>(quote)) {
    text += '\\';
    text += static_cast<char>(byte);
  } else if (byte == '\t' || byte == '\n' || byte == '\r') {
    text += byte == '\t' ? "\\t" : byte == '\n' ? "\\n" : "\\r";
  } else if (byte < ' ' || byte >= 0x7F) {
    text += "\\x";
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  } else {
    text += static_cast<char>(byte);
  }
}

}  // namespace

Value ListObject::Repr(Interpreter& interpreter) {
  ReprScope scope(interpreter, *this);
  if (!scope.entered()) return FixedRepr(interpreter, "[...]");
  Ref<ListObject> self(this);
  ReprBuilder text(interpreter, "[");
  for (size_t i = 0; i < items_.size(); ++i) {
    Value item = items_[i];
    if (!text.AppendItem(item)) return {};
  }
  return text.Finish("]");
}

Value TupleObject::Repr(Interpreter& interpreter) {
  ReprScope scope(interpreter, *this);
  if (!scope.entered()) return FixedRepr(interpreter, "(...)");
  ReprBuilder text(interpreter, "(");
  for (const Value& item : items_) {
    if (!text.AppendItem(item)) return {};
  }
  return text.Finish(items_.size() == 1 ? ",)" : ")");
}

Value DictObject::Repr(Interpreter& interpreter) {
  ReprScope scope(interpreter, *this);
  if (!scope.entered()) return FixedRepr(interpreter, "{...}");
  Ref<DictObject> self(this);
  ReprBuilder text(interpreter, "{");
  size_t position = 0;
  while (const Entry* entry = NextEntry(position)) {
    Value key = entry->key;
    Value value = entry->value;
    if (!text.AppendItem(key)) return {};
    text.Append(": ");
    if (!text.AppendRepr(value)) return {};
  }
  return text.Finish("}");
}

Value SetObject::Repr(Interpreter& interpreter) {
  std::string name = is_frozen() ? "frozenset(" : "set(";
  ReprScope scope(interpreter, *this);
  if (!scope.entered()) return FixedRepr(interpreter, name + "...)");
  if (size() == 0) return FixedRepr(interpreter, name + ")");
  std::vector<Value> items;
  size_t position = 0;
  while (const Value* item = NextItem(position)) items.push_back(*item);
  ReprBuilder text(interpreter, is_frozen() ? name + "{" : "{");
  for (const Value& item : items) {
    if (!text.AppendItem(item)) return {};
  }
  return text.Finish(is_frozen() ? "})" : "}");
}

Value BytesObject::Repr(Interpreter& interpreter) {
  bool has_single = data_.find('\'') != std::string::npos;
  bool has_double = data_.find('"') != std::string::npos;
  char quote = has_single && !has_double ? '"' : '\'';
  std::string text = {'b', quote};
  for (char c : data_) AppendByte(text, static_cast<unsigned char>(c), quote);
  return FixedRepr(interpreter, text + quote);
}

}  // namespace streplay::script
