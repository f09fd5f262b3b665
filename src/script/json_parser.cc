// Recursive descent. The first character of a value decides its kind; whatever cannot begin a
// value, and a number or word that breaks off, is "Expecting value" where it begins.
#include "script/json_parser.h"

#include <charconv>
#include <limits>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "script/dict_object.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/number_text.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

constexpr size_t kHexDigits = 4;

struct Constant {
  std::string_view text;
  Value value;
};

class JsonParser {
 public:
  JsonParser(Interpreter& interpreter, std::string_view text, const JsonHooks& hooks,
             JsonMistake& mistake)
      : interpreter_(interpreter), text_(text), hooks_(hooks), mistake_(mistake) {}

  Value Parse() {
    SkipBlanks();
    Value value = ParseValue();
    if (value.empty()) return {};
    SkipBlanks();
    return offset_ == text_.size() ? value : Fail("Extra data", offset_);
  }

 private:
  Value Fail(std::string message, size_t offset) {
    mistake_ = {std::move(message), offset};
    return {};
  }

  bool At(char c) const { return offset_ < text_.size() && text_[offset_] == c; }
  bool AtDigit() const { return IsDigitAt(offset_); }
  bool IsDigitAt(size_t offset) const {
    return offset < text_.size() && text_[offset] >= '0' && text_[offset] <= '9';
  }
  void SkipBlanks() {
    while (At(' ') || At('\t') || At('\n') || At('\r')) ++offset_;
  }

  Value ParseValue() {
    if (!interpreter_.Step()) return {};
    if (At('"')) return ParseString();
    if (At('{')) return Nested(&JsonParser::ParseObject, "object");
    if (At('[')) return Nested(&JsonParser::ParseArray, "array");
    const Constant constants[] = {
        {"null", Value::None()},
        {"true", Value::Bool(true)},
        {"false", Value::Bool(false)},
        {"NaN", Value::Float(std::numeric_limits<double>::quiet_NaN())},
        {"Infinity", Value::Float(std::numeric_limits<double>::infinity())},
        {"-Infinity", Value::Float(-std::numeric_limits<double>::infinity())},
    };
    for (const Constant& constant : constants) {
      if (!text_.substr(offset_).starts_with(constant.text)) continue;
      offset_ += constant.text.size();
      return constant.value;
    }
    return ParseNumber();
  }

  Value Nested(Value (JsonParser::*parse)(), std::string_view kind) {
    RecursionScope scope(interpreter_,
                         " while decoding a JSON " + std::string(kind) + " from a unicode string");
    return scope.entered() ? (this->*parse)() : Value();
  }

  Value ParseNumber() {
    const size_t begin = offset_;
    if (At('-')) ++offset_;
    if (!AtDigit()) {
      offset_ = begin;
      return Fail("Expecting value", begin);
    }
    bool zero = At('0');
    ++offset_;
    while (!zero && AtDigit()) ++offset_;
    bool is_float = TakeFraction();
    is_float = TakeExponent() || is_float;
    std::string_view number = text_.substr(begin, offset_ - begin);
    if (is_float) return Value::Float(ParseFloat(number).value());
    PlainResult<int64_t> whole = ParseInt(number);
    return whole.ok() ? Value::Int(whole.value()) : interpreter_.Raise(whole.error());
  }

  bool TakeFraction() {
    if (!At('.') || !IsDigitAt(offset_ + 1)) return false;
    ++offset_;
    while (AtDigit()) ++offset_;
    return true;
  }

  bool TakeExponent() {
    if (!At('e') && !At('E')) return false;
    size_t digits = offset_ + 1;
    if (digits < text_.size() && (text_[digits] == '+' || text_[digits] == '-')) ++digits;
    if (!IsDigitAt(digits)) return false;
    offset_ = digits;
    while (AtDigit()) ++offset_;
    return true;
  }

  Value ParseArray() {
    ++offset_;
    SkipBlanks();
    std::vector<Value> items;
    if (!At(']')) {
      while (true) {
        items.push_back(ParseValue());
        if (items.back().empty()) return {};
        SkipBlanks();
        if (At(']')) break;
        if (!At(',')) return Fail("Expecting ',' delimiter", offset_);
        ++offset_;
        SkipBlanks();
      }
    }
    ++offset_;
    return interpreter_.heap().MakeList(std::move(items));
  }

  Value ParseObject() {
    ++offset_;
    SkipBlanks();
    std::vector<Value> pairs;
    if (!At('}')) {
      while (true) {
        if (!ParsePair(pairs)) return {};
        SkipBlanks();
        if (At('}')) break;
        if (!At(',')) return Fail("Expecting ',' delimiter", offset_);
        ++offset_;
        SkipBlanks();
      }
    }
    ++offset_;
    return MakeObject(std::move(pairs));
  }

  bool ParsePair(std::vector<Value>& pairs) {
    if (!At('"')) {
      Fail("Expecting property name enclosed in double quotes", offset_);
      return false;
    }
    Value key = ParseString();
    if (key.empty()) return false;
    SkipBlanks();
    if (!At(':')) {
      Fail("Expecting ':' delimiter", offset_);
      return false;
    }
    ++offset_;
    SkipBlanks();
    Value value = ParseValue();
    if (value.empty()) return false;
    pairs.push_back(interpreter_.heap().MakeTuple({key, value}));
    return true;
  }

  Value MakeObject(std::vector<Value> pairs) {
    Heap& heap = interpreter_.heap();
    if (!hooks_.object_pairs.empty() && !hooks_.object_pairs.is_none()) {
      return interpreter_.Call(hooks_.object_pairs, {heap.MakeList(std::move(pairs))});
    }
    Ref<DictObject> dict = heap.MakeDict();
    for (const Value& pair : pairs) {
      const std::vector<Value>& parts = pair.As<TupleObject>()->items();
      if (!dict->Set(interpreter_, parts[0], parts[1])) return {};
    }
    if (hooks_.object.empty() || hooks_.object.is_none()) return dict;
    return interpreter_.Call(hooks_.object, {dict});
  }

  Value ParseString() {
    const size_t begin = offset_++;
    std::string result;
    while (true) {
      size_t end = offset_;
      while (end < text_.size() && text_[end] != '"' && text_[end] != '\\') {
        bool control = static_cast<unsigned char>(text_[end]) < 0x20;
        if (control && hooks_.strict) return Fail("Invalid control character at", end);
        ++end;
      }
      result += text_.substr(offset_, end - offset_);
      offset_ = end + 1;
      if (end < text_.size() && text_[end] == '"') break;
      if (offset_ >= text_.size()) return Fail("Unterminated string starting at", begin);
      if (!ParseEscape(result)) return {};
    }
    return interpreter_.heap().MakeString(std::move(result));
  }

  // offset_ is behind the backslash.
  bool ParseEscape(std::string& result) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (At('u')) return ParseUnicodeEscape(result);
    size_t letter = kLetters.find(text_[offset_]);
    if (letter == std::string_view::npos) {
      Fail("Invalid \\escape", offset_ - 1);
      return false;
    }
    result += kMeanings[letter];
    ++offset_;
    return true;
  }

  // The number after the "u" at offset_, which moves behind it; something must follow.
  std::optional<char32_t> TakeHexadecimal() {
    size_t digits = offset_ + 1;
    uint32_t value = 0;
    bool fits = digits + kHexDigits < text_.size();
    for (size_t i = 0; fits && i < kHexDigits; ++i) {
      auto [end, error] =
          std::from_chars(text_.data() + digits + i, text_.data() + digits + i + 1, value, 16);
      fits = error == std::errc();
    }
    if (!fits) {
      Fail("Invalid \\uXXXX escape", offset_);
      return std::nullopt;
    }
    std::from_chars(text_.data() + digits, text_.data() + digits + kHexDigits, value, 16);
    offset_ = digits + kHexDigits;
    return value;
  }

  bool ParseUnicodeEscape(std::string& result) {
    std::optional<char32_t> first = TakeHexadecimal();
    if (!first) return false;
    char32_t c = *first;
    constexpr size_t kPairSize = 6;  // of the second half: \uXXXX
    bool is_high = c >= 0xD800 && c <= 0xDBFF;
    if (is_high && offset_ + kPairSize < text_.size() && text_.substr(offset_).starts_with("\\u")) {
      ++offset_;
      std::optional<char32_t> second = TakeHexadecimal();
      if (!second) return false;
      if (*second >= 0xDC00 && *second <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (*second - 0xDC00);
      }
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      interpreter_.EndWithLimit("half a surrogate pair is not supported in scenario scripts");
      return false;
    }
    AppendCodePoint(result, c);
    return true;
  }

  Interpreter& interpreter_;
  std::string_view text_;
  const JsonHooks& hooks_;
  JsonMistake& mistake_;
  size_t offset_ = 0;
};

}  // namespace

Value ParseJson(Interpreter& interpreter, std::string_view text, const JsonHooks& hooks,
                JsonMistake& mistake) {
  return JsonParser(interpreter, text, hooks, mistake).Parse();
}

}  // namespace streplay::script
