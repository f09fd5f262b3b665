// The methods of str that make a text by a format or a table, and encode().
#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/text_format.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr int64_t kMaxCodePoint = 0x10FFFF;

Value StrFormat(Interpreter& interpreter, Values arguments) {
  return BraceFormat(interpreter, StringSelf(arguments).text(), arguments[1].As<TupleObject>(),
                     arguments[2]);
}

Value StrFormatMap(Interpreter& interpreter, Values arguments) {
  return BraceFormat(interpreter, StringSelf(arguments).text(), nullptr, arguments[1]);
}

// What a translation table says of a character: appended to `text`. An absent one stays.
bool Translate(Interpreter& interpreter, const Value& table, std::string_view text, size_t& offset,
               std::string& result) {
  DecodedCodePoint next = DecodeCodePoint(text, offset);
  std::string_view character = text.substr(offset, next.length);
  offset += next.length;
  Value mapped = GetItem(interpreter, table, Value::Int(next.code_point));
  if (mapped.empty()) {
    if (!interpreter.IsPending(*interpreter.classes().lookup_error)) return false;
    interpreter.TakeException();
    result += character;
    return true;
  }
  if (mapped.is_none()) return true;
  if (const std::string* replacement = TextOf(mapped)) {
    result += *replacement;
    return true;
  }
  if (!mapped.is_integral()) {
    interpreter.RaiseTypeError("character mapping must return integer, None or str");
    return false;
  }
  if (mapped.as_int() < 0 || mapped.as_int() > kMaxCodePoint) {
    interpreter.RaiseValueError("character mapping must be in range(0x110000)");
    return false;
  }
  AppendCodePoint(result, static_cast<char32_t>(mapped.as_int()));
  return true;
}

Value StrTranslate(Interpreter& interpreter, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  std::string result;
  for (size_t offset = 0; offset < text.size();) {
    if (!interpreter.Step()) return {};
    if (!Translate(interpreter, arguments[1], text, offset, result)) return {};
    if (!interpreter.CheckSize(result.size() / 4)) return {};
  }
  return MakeText(interpreter, std::move(result));
}

// {old character: new one} of a dict whose keys are characters or their numbers.
Value TableOfDict(Interpreter& interpreter, const DictObject& dict) {
  Ref<DictObject> table = interpreter.heap().MakeDict();
  size_t position = 0;
  while (const DictObject::Entry* entry = dict.NextEntry(position)) {
    Value key = entry->key;
    if (const std::string* text = TextOf(key)) {
      if (CountCodePoints(*text) != 1) {
        return interpreter.RaiseValueError("string keys in translate table must be of length 1");
      }
      key = Value::Int(DecodeCodePoint(*text, 0).code_point);
    } else if (!key.is_integral()) {
      return interpreter.RaiseTypeError("keys in translate table must be strings or integers");
    }
    if (!table->Set(interpreter, key, entry->value)) return {};
  }
  return table;
}

// Pairs the characters of two texts (or one text's characters with None).
bool PairCharacters(Interpreter& interpreter, DictObject& table, const std::string& from,
                    const std::string* to) {
  size_t target = 0;
  for (size_t offset = 0; offset < from.size();) {
    DecodedCodePoint next = DecodeCodePoint(from, offset);
    offset += next.length;
    Value mapped = Value::None();
    if (to != nullptr) {
      DecodedCodePoint replacement = DecodeCodePoint(*to, target);
      target += replacement.length;
      mapped = Value::Int(replacement.code_point);
    }
    if (!table.Set(interpreter, Value::Int(next.code_point), mapped)) return false;
  }
  return true;
}

Value StrMakeTrans(Interpreter& interpreter, Values arguments) {
  if (arguments[1].empty()) {
    auto* dict = arguments[0].As<DictObject>();
    if (dict != nullptr) return TableOfDict(interpreter, *dict);
    return interpreter.RaiseTypeError(
        "if you give only one argument to maketrans it must be a dict");
  }
  const std::string* from = TextOf(arguments[0]);
  if (from == nullptr) {
    return interpreter.RaiseTypeError(
        "first maketrans argument must be a string if there is a second argument");
  }
  const std::string* to =
      ExpectText(interpreter, arguments[1], "maketrans() argument 2 must be str, not ");
  if (to == nullptr) return {};
  if (CountCodePoints(*from) != CountCodePoints(*to)) {
    return interpreter.RaiseValueError("the first two maketrans arguments must have equal length");
  }
  Ref<DictObject> table = interpreter.heap().MakeDict();
  if (!PairCharacters(interpreter, *table, *from, to)) return {};
  if (arguments[2].empty()) return table;
  const std::string* removed =
      ExpectText(interpreter, arguments[2], "maketrans() argument 3 must be str, not ");
  if (removed == nullptr) return {};
  return PairCharacters(interpreter, *table, *removed, nullptr) ? Value(table) : Value();
}

Value StrEncode(Interpreter& interpreter, Values arguments) {
  const std::string utf8 = "utf-8";
  const std::string* encoding =
      arguments[1].empty()
          ? &utf8
          : ExpectText(interpreter, arguments[1], "encode() argument 'encoding' must be str, not ");
  if (encoding == nullptr) return {};
  const StringObject& self = StringSelf(arguments);
  bool is_utf8 = *encoding == "utf-8" || *encoding == "utf8" || *encoding == "UTF-8";
  bool is_plain_ascii = *encoding == "ascii" && self.is_ascii();
  if (!is_utf8 && !is_plain_ascii) {
    return interpreter.EndWithLimit("encode() to " + *encoding +
                                    " is not supported in scenario scripts");
  }
  return interpreter.heap().MakeBytes(self.text());
}

constexpr NativeFunction kMethods[] = {
    {"encode", "encoding='utf-8', errors='strict'", &StrEncode},
    {"format", "*args, **kwargs", &StrFormat},
    {"format_map", "mapping, /", &StrFormatMap},
    {"maketrans", "x, y=None, z=None, /", &StrMakeTrans, NativeFlavour::kStaticMethod},
    {"translate", "table, /", &StrTranslate},
};

}  // namespace

std::span<const NativeFunction> StringFormatMethods() {
  return kMethods;
}

}  // namespace streplay::script
