// The methods of str that look for texts. Positions are code points outside and bytes inside.
#include <algorithm>

#include "base/utf8.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/refused_function.h"
#include "script/str_methods.h"
#include "script/text_search.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

// The methods with optional bounds check the number of their arguments themselves, as CPython's do:
// "find() takes at least 1 argument (0 given)". Their table entries take *args; this makes self,
// the text and the bounds of it.
template <NativePointer Method, FixedText kName>
Value WithBounds(Interpreter& interpreter, Values arguments) {
  const std::vector<Value>& given = arguments[1].As<TupleObject>()->items();
  if (given.empty() || given.size() > 3) {
    std::string expected = given.empty() ? "at least 1 argument" : "at most 3 arguments";
    return interpreter.RaiseTypeError(std::string(kName.characters) + "() takes " + expected +
                                      " (" + std::to_string(given.size()) + " given)");
  }
  Value bound[4] = {arguments[0]};
  std::copy(given.begin(), given.end(), bound + 1);
  return Method(interpreter, Values(bound));
}

// The part of self between the optional bounds arguments[2] and [3].
struct Searched {
  std::string_view text;
  int64_t begin = 0;     // in code points
  bool is_valid = true;  // false: the bounds cross, and not even "" is found
};

std::optional<Searched> SearchedPart(Interpreter& interpreter, Values arguments) {
  const StringObject& self = StringSelf(arguments);
  auto range = ResolveSearchRange(interpreter, arguments[2], arguments[3],
                                  static_cast<int64_t>(self.length()), true);
  if (!range || !CountTextWork(interpreter, self.text().size())) return std::nullopt;
  if (range->begin > range->end) return Searched{{}, range->begin, false};
  return Searched{self.Slice(static_cast<size_t>(range->begin), static_cast<size_t>(range->end)),
                  range->begin, true};
}

using Finder = size_t (*)(std::string_view text, std::string_view wanted);

size_t FindFirst(std::string_view text, std::string_view wanted) {
  return FindText(text, wanted);
}

// The position in code points, -1 when absent; nothing on failure.
std::optional<int64_t> Position(Interpreter& interpreter, Values arguments, Finder find) {
  const std::string* wanted = ExpectText(interpreter, arguments[1], "must be str, not ");
  if (wanted == nullptr) return std::nullopt;
  std::optional<Searched> part = SearchedPart(interpreter, arguments);
  if (!part) return std::nullopt;
  if (!part->is_valid) return -1;
  size_t found = find(part->text, *wanted);
  if (found == std::string_view::npos) return -1;
  return part->begin + static_cast<int64_t>(CountCodePoints(part->text.substr(0, found)));
}

Value FindValue(Interpreter& interpreter, Values arguments, Finder find) {
  std::optional<int64_t> position = Position(interpreter, arguments, find);
  return position ? Value::Int(*position) : Value();
}

Value IndexValue(Interpreter& interpreter, Values arguments, Finder find) {
  std::optional<int64_t> position = Position(interpreter, arguments, find);
  if (!position) return {};
  if (*position < 0) return interpreter.RaiseValueError("substring not found");
  return Value::Int(*position);
}

Value StrFind(Interpreter& interpreter, Values arguments) {
  return FindValue(interpreter, arguments, &FindFirst);
}
Value StrRightFind(Interpreter& interpreter, Values arguments) {
  return FindValue(interpreter, arguments, &FindLastText);
}
Value StrIndex(Interpreter& interpreter, Values arguments) {
  return IndexValue(interpreter, arguments, &FindFirst);
}
Value StrRightIndex(Interpreter& interpreter, Values arguments) {
  return IndexValue(interpreter, arguments, &FindLastText);
}

Value StrCount(Interpreter& interpreter, Values arguments) {
  const std::string* wanted = ExpectText(interpreter, arguments[1], "must be str, not ");
  if (wanted == nullptr) return {};
  std::optional<Searched> part = SearchedPart(interpreter, arguments);
  if (!part) return {};
  if (!part->is_valid) return Value::Int(0);
  size_t count = wanted->empty() ? CountCodePoints(part->text) + 1 : CountText(part->text, *wanted);
  return Value::Int(static_cast<int64_t>(count));
}

Value StrReplace(Interpreter& interpreter, Values arguments) {
  const std::string* wanted =
      ExpectText(interpreter, arguments[1], "replace() argument 1 must be str, not ");
  if (wanted == nullptr) return {};
  const std::string* replacement =
      ExpectText(interpreter, arguments[2], "replace() argument 2 must be str, not ");
  if (replacement == nullptr) return {};
  std::optional<int64_t> most = IndexOr(interpreter, arguments[3], -1);
  const std::string& text = StringSelf(arguments).text();
  if (!most || !CountTextWork(interpreter, text.size())) return {};
  // A character has at most four bytes.
  size_t limit = static_cast<size_t>(interpreter.limits().container_items) * 4;
  PlainResult<std::string> result = ReplaceText(text, *wanted, *replacement, *most, limit);
  if (!result.ok()) return interpreter.Raise(result.error());
  return MakeText(interpreter, std::move(result).value());
}

// Whether the part begins (ends) with a text, or with any of a tuple of them.
Value MatchAffix(Interpreter& interpreter, Values arguments, std::string_view name,
                 bool (*matches)(std::string_view, std::string_view)) {
  std::optional<Searched> part = SearchedPart(interpreter, arguments);
  if (!part) return {};
  auto fits = [&](const std::string& affix) {
    return part->is_valid && matches(part->text, affix);
  };
  auto* tuple = arguments[1].As<TupleObject>();
  if (tuple == nullptr) {
    const std::string* affix =
        ExpectText(interpreter, arguments[1],
                   std::string(name) + " first arg must be str or a tuple of str, not ");
    return affix != nullptr ? Value::Bool(fits(*affix)) : Value();
  }
  for (const Value& item : tuple->items()) {
    const std::string* affix = ExpectText(
        interpreter, item, "tuple for " + std::string(name) + " must only contain str, not ");
    if (affix == nullptr) return {};
    if (fits(*affix)) return Value::Bool(true);
  }
  return Value::Bool(false);
}

Value StrStartsWith(Interpreter& interpreter, Values arguments) {
  return MatchAffix(
      interpreter, arguments, "startswith",
      [](std::string_view text, std::string_view affix) { return text.starts_with(affix); });
}

Value StrEndsWith(Interpreter& interpreter, Values arguments) {
  return MatchAffix(
      interpreter, arguments, "endswith",
      [](std::string_view text, std::string_view affix) { return text.ends_with(affix); });
}

Value StrRemovePrefix(Interpreter& interpreter, Values arguments) {
  const std::string* prefix =
      ExpectText(interpreter, arguments[1], "removeprefix() argument must be str, not ");
  if (prefix == nullptr) return {};
  const std::string& text = StringSelf(arguments).text();
  if (!text.starts_with(*prefix)) return arguments[0];
  return MakeText(interpreter, text.substr(prefix->size()));
}

Value StrRemoveSuffix(Interpreter& interpreter, Values arguments) {
  const std::string* suffix =
      ExpectText(interpreter, arguments[1], "removesuffix() argument must be str, not ");
  if (suffix == nullptr) return {};
  const std::string& text = StringSelf(arguments).text();
  if (!text.ends_with(*suffix)) return arguments[0];
  return MakeText(interpreter, text.substr(0, text.size() - suffix->size()));
}

constexpr NativeFunction kMethods[] = {
    {"count", "*args", &WithBounds<&StrCount, "count">},
    {"endswith", "*args", &WithBounds<&StrEndsWith, "endswith">},
    {"find", "*args", &WithBounds<&StrFind, "find">},
    {"index", "*args", &WithBounds<&StrIndex, "index">},
    {"removeprefix", "prefix, /", &StrRemovePrefix},
    {"removesuffix", "suffix, /", &StrRemoveSuffix},
    {"replace", "old, new, count=-1, /", &StrReplace},
    {"rfind", "*args", &WithBounds<&StrRightFind, "rfind">},
    {"rindex", "*args", &WithBounds<&StrRightIndex, "rindex">},
    {"startswith", "*args", &WithBounds<&StrStartsWith, "startswith">},
};

}  // namespace

std::span<const NativeFunction> StringSearchMethods() {
  return kMethods;
}

}  // namespace streplay::script
