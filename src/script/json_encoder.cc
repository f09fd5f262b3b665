// One function a kind of value, appending to one text. The containers being written are remembered,
// so that one inside itself is noticed.
#include "script/json_encoder.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/float_text.h"
#include "base/utf8.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"
#include "script/types_list.h"

namespace streplay::script {
namespace {

void AppendUnit(std::string& text, uint32_t unit) {
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[unit >> shift & 15];
}

// Outside the basic plane as two halves.
void AppendEscaped(std::string& text, char32_t c) {
  if (c < 0x10000) {
    AppendUnit(text, c);
    return;
  }
  AppendUnit(text, 0xD800 + ((c - 0x10000) >> 10));
  AppendUnit(text, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

class JsonEncoder {
 public:
  JsonEncoder(Interpreter& interpreter, const JsonLayout& layout)
      : interpreter_(interpreter), layout_(layout) {}

  std::optional<std::string> Run(const Value& value) {
    if (!Encode(value)) return std::nullopt;
    return std::move(text_);
  }

 private:
  bool Encode(const Value& value) {
    if (!interpreter_.Step() || !interpreter_.CheckSize(text_.size() / 4)) return false;
    if (value.is_float()) return EncodeFloat(value.as_float());
    if (const std::string* text = ScalarText(value)) {
      text_ += *text;
      return true;
    }
    return EncodeNested(value);
  }

  // The text of a str, None, bool or int, valid until the next call; null for anything else.
  const std::string* ScalarText(const Value& value) {
    if (const std::string* text = TextOf(value)) {
      scalar_ = QuoteJson(*text, layout_.ascii_only);
    } else if (value.is_none()) {
      scalar_ = "null";
    } else if (value.is_bool()) {
      scalar_ = value.as_bool() ? "true" : "false";
    } else if (value.is_int()) {
      scalar_ = std::to_string(value.as_int());
    } else {
      return nullptr;
    }
    return &scalar_;
  }

  std::optional<std::string> FloatTextOf(double value) {
    if (std::isfinite(value)) return FloatText(value);
    if (!layout_.allow_nan) {
      interpreter_.RaiseValueError("Out of range float values are not JSON compliant");
      return std::nullopt;
    }
    return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }

  bool EncodeFloat(double value) {
    std::optional<std::string> text = FloatTextOf(value);
    if (text) text_ += *text;
    return text.has_value();
  }

  // A container, or what the fallback makes of another object.
  bool EncodeNested(const Value& value) {
    Object* object = value.object();
    RecursionScope scope(interpreter_, " while encoding a JSON object");
    if (!scope.entered()) return false;
    bool circular = layout_.check_circular && object != nullptr &&
                    std::find(open_.begin(), open_.end(), object) != open_.end();
    if (circular) {
      interpreter_.RaiseValueError("Circular reference detected");
      return false;
    }
    open_.push_back(object);
    bool ok = EncodeByKind(value);
    open_.pop_back();
    return ok;
  }

  bool EncodeByKind(const Value& value) {
    if (auto* list = value.As<ListObject>()) return EncodeItems(list->items());
    if (auto* tuple = value.As<TupleObject>()) return EncodeItems(tuple->items());
    if (auto* dict = value.As<DictObject>()) return EncodeDict(*dict);
    if (layout_.fallback.empty() || layout_.fallback.is_none()) {
      Symbol name = TypeOf(interpreter_, value).name();
      interpreter_.RaiseTypeError("Object of type " + std::string(interpreter_.heap().Text(name)) +
                                  " is not JSON serializable");
      return false;
    }
    Value replaced = interpreter_.Call(layout_.fallback, {value});
    return !replaced.empty() && Encode(replaced);
  }

  bool BeginLine() {
    if (!layout_.indent) return true;
    if (!interpreter_.CheckSize(text_.size() / 4 + level_ * layout_.indent->size())) return false;
    text_ += '\n';
    for (size_t i = 0; i < level_; ++i) text_ += *layout_.indent;
    return true;
  }

  // Items are counted anew each round: the fallback may change the list.
  bool EncodeItems(const std::vector<Value>& items) {
    if (items.empty()) {
      text_ += "[]";
      return true;
    }
    text_ += '[';
    ++level_;
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += layout_.item_separator;
      Value item = items[i];
      if (!BeginLine() || !Encode(item)) return false;
    }
    --level_;
    if (!BeginLine()) return false;
    text_ += ']';
    return true;
  }

  // (key, value) pairs in the order in which they are written.
  std::optional<std::vector<Value>> PairsOf(const DictObject& dict) {
    std::vector<Value> pairs;
    size_t position = 0;
    while (const DictObject::Entry* entry = dict.NextEntry(position)) {
      pairs.push_back(interpreter_.heap().MakeTuple({entry->key, entry->value}));
    }
    if (layout_.sort_keys && !SortItems(interpreter_, pairs, {}, false)) return std::nullopt;
    return pairs;
  }

  bool EncodeDict(const DictObject& dict) {
    if (dict.size() == 0) {
      text_ += "{}";
      return true;
    }
    std::optional<std::vector<Value>> pairs = PairsOf(dict);
    if (!pairs) return false;
    text_ += '{';
    ++level_;
    bool first = true;
    for (const Value& pair : *pairs) {
      const std::vector<Value>& parts = pair.As<TupleObject>()->items();
      std::string key;
      if (!KeyText(parts[0], key)) return false;
      if (key.empty()) continue;
      if (!first) text_ += layout_.item_separator;
      first = false;
      if (!BeginLine()) return false;
      text_ += key + layout_.key_separator;
      if (!Encode(parts[1])) return false;
    }
    --level_;
    if (!BeginLine()) return false;
    text_ += '}';
    return true;
  }

  // Left empty for a key that is to be skipped; false on failure.
  bool KeyText(const Value& key, std::string& text) {
    if (key.Is<StringObject>()) {
      text = *ScalarText(key);
    } else if (const std::string* scalar = ScalarText(key)) {
      text = "\"" + *scalar + "\"";
    } else if (key.is_float()) {
      std::optional<std::string> number = FloatTextOf(key.as_float());
      if (!number) return false;
      text = "\"" + *number + "\"";
    } else if (!layout_.skip_keys) {
      interpreter_.RaiseTypeError("keys must be str, int, float, bool or None, not " +
                                  TypeName(interpreter_, key));
      return false;
    }
    return true;
  }

  Interpreter& interpreter_;
  const JsonLayout& layout_;
  std::string text_;
  std::string scalar_;
  size_t level_ = 0;
  std::vector<Object*> open_;
};

}  // namespace

std::optional<std::string> EncodeJson(Interpreter& interpreter, const Value& value,
                                      const JsonLayout& layout) {
  return JsonEncoder(interpreter, layout).Run(value);
}

std::string QuoteJson(std::string_view text, bool ascii_only) {
  constexpr std::string_view kMeanings = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  std::string quoted = "\"";
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    size_t letter = kMeanings.find(text[offset]);
    if (letter != std::string_view::npos) {
      quoted += '\\';
      quoted += kLetters[letter];
    } else if (next.code_point < ' ' || (ascii_only && next.code_point > '~')) {
      AppendEscaped(quoted, next.code_point);
    } else {
      quoted += text.substr(offset, next.length);
    }
    offset += next.length;
  }
  return quoted + "\"";
}

}  // namespace streplay::script
