// The methods of str that take a text apart, strip it, and put texts together.
#include <algorithm>

#include "base/utf8.h"
#include "script/heap.h"
#include "script/list_object.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/text_search.h"
#include "script/tuple_object.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;
using Parts = std::vector<std::string_view>;

bool IsWhitespaceAt(std::string_view text, size_t offset) {
  return IsWhitespace(DecodeCodePoint(text, offset).code_point);
}

// The offset of the character that ends before `offset`.
size_t PreviousOffset(std::string_view text, size_t offset) {
  do {
    --offset;
  } while ((static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
  return offset;
}

template <class Skip>
std::string_view StripLeft(std::string_view text, Skip skip) {
  size_t offset = 0;
  while (offset < text.size() && skip(text, offset)) offset += DecodeCodePoint(text, offset).length;
  return text.substr(offset);
}

template <class Skip>
std::string_view StripRight(std::string_view text, Skip skip) {
  while (!text.empty()) {
    size_t last = PreviousOffset(text, text.size());
    if (!skip(text, last)) break;
    text = text.substr(0, last);
  }
  return text;
}

Value MakeList(Interpreter& interpreter, const Parts& parts) {
  std::vector<Value> items;
  items.reserve(parts.size());
  for (std::string_view part : parts) items.push_back(MakeText(interpreter, std::string(part)));
  return interpreter.heap().MakeList(std::move(items));
}

// At whitespace: runs of it separate. The rest after `most` parts keeps what stands at its far end.
Parts SplitWords(std::string_view text, int64_t most) {
  Parts parts;
  text = StripLeft(text, &IsWhitespaceAt);
  while (!text.empty()) {
    if (most-- == 0) {
      parts.push_back(text);
      break;
    }
    size_t end = 0;
    while (end < text.size() && !IsWhitespaceAt(text, end)) {
      end += DecodeCodePoint(text, end).length;
    }
    parts.push_back(text.substr(0, end));
    text = StripLeft(text.substr(end), &IsWhitespaceAt);
  }
  return parts;
}

Parts SplitWordsFromRight(std::string_view text, int64_t most) {
  Parts parts;
  text = StripRight(text, &IsWhitespaceAt);
  while (!text.empty()) {
    if (most-- == 0) {
      parts.push_back(text);
      break;
    }
    size_t begin = text.size();
    while (begin > 0 && !IsWhitespaceAt(text, PreviousOffset(text, begin))) {
      begin = PreviousOffset(text, begin);
    }
    parts.push_back(text.substr(begin));
    text = StripRight(text.substr(0, begin), &IsWhitespaceAt);
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Parts SplitAt(std::string_view text, std::string_view separator, int64_t most) {
  Parts parts;
  size_t begin = 0;
  for (; most != 0; --most) {
    size_t at = FindText(text, separator, begin);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// All occurrences as seen from the end, then those beyond `most` joined again.
Parts SplitAtFromRight(std::string_view text, std::string_view separator, int64_t most) {
  std::string reversed(text.rbegin(), text.rend());
  std::string reversed_separator(separator.rbegin(), separator.rend());
  Parts parts;
  for (std::string_view part : SplitAt(reversed, reversed_separator, most)) {
    auto end = text.size() - static_cast<size_t>(part.data() - reversed.data());
    parts.push_back(text.substr(end - part.size(), part.size()));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Value Split(Interpreter& interpreter, Values arguments, bool from_right) {
  const Value& separator = arguments[1];
  std::optional<int64_t> most = IndexOr(interpreter, arguments[2], -1);
  const std::string& text = StringSelf(arguments).text();
  if (!most || !CountTextWork(interpreter, text.size() * 8)) return {};
  if (separator.empty() || separator.is_none()) {
    return MakeList(interpreter,
                    from_right ? SplitWordsFromRight(text, *most) : SplitWords(text, *most));
  }
  const std::string* mark = ExpectText(interpreter, separator, "must be str or None, not ");
  if (mark == nullptr) return {};
  if (mark->empty()) return interpreter.RaiseValueError("empty separator");
  return MakeList(interpreter,
                  from_right ? SplitAtFromRight(text, *mark, *most) : SplitAt(text, *mark, *most));
}

Value StrSplit(Interpreter& interpreter, Values arguments) {
  return Split(interpreter, arguments, false);
}

Value StrRightSplit(Interpreter& interpreter, Values arguments) {
  return Split(interpreter, arguments, true);
}

Value StrSplitLines(Interpreter& interpreter, Values arguments) {
  std::optional<bool> keep = TruthOr(interpreter, arguments[1], false);
  std::string_view text = StringSelf(arguments).text();
  if (!keep || !CountTextWork(interpreter, text.size() * 8)) return {};
  Parts lines;
  size_t begin = 0;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    size_t end = offset;
    offset += next.length;
    if (!IsLineBreak(next.code_point)) continue;
    if (next.code_point == '\r' && offset < text.size() && text[offset] == '\n') ++offset;
    lines.push_back(text.substr(begin, (*keep ? offset : end) - begin));
    begin = offset;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return MakeList(interpreter, lines);
}

Value Partition(Interpreter& interpreter, Values arguments, bool from_right) {
  const std::string* separator = ExpectText(interpreter, arguments[1], "must be str, not ");
  if (separator == nullptr) return {};
  if (separator->empty()) return interpreter.RaiseValueError("empty separator");
  const std::string& text = StringSelf(arguments).text();
  size_t at = from_right ? FindLastText(text, *separator) : FindText(text, *separator);
  Value empty = MakeText(interpreter, "");
  Heap& heap = interpreter.heap();
  if (at == std::string::npos) {
    return from_right ? heap.MakeTuple({empty, empty, arguments[0]})
                      : heap.MakeTuple({arguments[0], empty, empty});
  }
  return heap.MakeTuple({MakeText(interpreter, text.substr(0, at)), arguments[1],
                         MakeText(interpreter, text.substr(at + separator->size()))});
}

Value StrPartition(Interpreter& interpreter, Values arguments) {
  return Partition(interpreter, arguments, false);
}

Value StrRightPartition(Interpreter& interpreter, Values arguments) {
  return Partition(interpreter, arguments, true);
}

// Strips whitespace or the given characters at the ends that are asked for.
Value Strip(Interpreter& interpreter, Values arguments, std::string_view name, bool left,
            bool right) {
  const Value& characters = arguments[1];
  std::string_view text = StringSelf(arguments).text();
  if (characters.empty() || characters.is_none()) {
    if (left) text = StripLeft(text, &IsWhitespaceAt);
    if (right) text = StripRight(text, &IsWhitespaceAt);
    return MakeText(interpreter, std::string(text));
  }
  const std::string* stripped = TextOf(characters);
  if (stripped == nullptr) {
    return interpreter.RaiseTypeError(std::string(name) + " arg must be None or str");
  }
  if (!CountTextWork(interpreter, text.size() * stripped->size())) return {};
  auto skip = [&](std::string_view in, size_t offset) {
    std::string_view character = in.substr(offset, DecodeCodePoint(in, offset).length);
    return stripped->find(character) != std::string::npos;
  };
  if (left) text = StripLeft(text, skip);
  if (right) text = StripRight(text, skip);
  return MakeText(interpreter, std::string(text));
}

Value StrStrip(Interpreter& interpreter, Values arguments) {
  return Strip(interpreter, arguments, "strip", true, true);
}
Value StrLeftStrip(Interpreter& interpreter, Values arguments) {
  return Strip(interpreter, arguments, "lstrip", true, false);
}
Value StrRightStrip(Interpreter& interpreter, Values arguments) {
  return Strip(interpreter, arguments, "rstrip", false, true);
}

Value StrJoin(Interpreter& interpreter, Values arguments) {
  std::vector<Value> items;
  if (!IsIterableValue(arguments[1])) {
    return interpreter.RaiseTypeError("can only join an iterable");
  }
  if (!CollectItems(interpreter, arguments[1], items)) return {};
  const std::string& separator = StringSelf(arguments).text();
  std::string joined;
  for (size_t i = 0; i < items.size(); ++i) {
    const std::string* text = TextOf(items[i]);
    if (text == nullptr) {
      return interpreter.RaiseTypeError("sequence item " + std::to_string(i) +
                                        ": expected str instance, " +
                                        TypeName(interpreter, items[i]) + " found");
    }
    if (i > 0) joined += separator;
    joined += *text;
    if (!interpreter.CheckSize(joined.size() / 4)) return {};
  }
  return MakeText(interpreter, std::move(joined));
}

constexpr NativeFunction kMethods[] = {
    {"join", "iterable, /", &StrJoin},
    {"lstrip", "chars=None, /", &StrLeftStrip},
    {"partition", "sep, /", &StrPartition},
    {"rpartition", "sep, /", &StrRightPartition},
    {"rsplit", "sep=None, maxsplit=-1", &StrRightSplit},
    {"rstrip", "chars=None, /", &StrRightStrip},
    {"split", "sep=None, maxsplit=-1", &StrSplit},
    {"splitlines", "keepends=False", &StrSplitLines},
    {"strip", "chars=None, /", &StrStrip},
};

}  // namespace

std::span<const NativeFunction> StringSplitMethods() {
  return kMethods;
}

}  // namespace streplay::script
