// The methods of str that fill a text up to a width.
#include "base/utf8.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/text_search.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

std::string Repeat(std::string_view piece, int64_t count) {
  std::string text;
  for (int64_t i = 0; i < count; ++i) text += piece;
  return text;
}

// How many characters are to be added; nothing on failure.
std::optional<int64_t> Missing(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> width = ToIndex(interpreter, arguments[1]);
  if (!width) return std::nullopt;
  auto length = static_cast<int64_t>(StringSelf(arguments).length());
  if (*width <= length) return 0;
  if (!interpreter.CheckSize(static_cast<size_t>(*width))) return std::nullopt;
  return *width - length;
}

const std::string* FillCharacter(Interpreter& interpreter, const Value& value) {
  static const std::string kBlank = " ";
  if (value.empty()) return &kBlank;
  const std::string* fill =
      ExpectText(interpreter, value, "The fill character must be a unicode character, not ");
  if (fill == nullptr) return nullptr;
  if (CountCodePoints(*fill) == 1) return fill;
  interpreter.RaiseTypeError("The fill character must be exactly one character long");
  return nullptr;
}

// `left_share` decides how much of the padding stands on the left.
Value Pad(Interpreter& interpreter, Values arguments,
          int64_t (*left_share)(int64_t padding, int64_t width)) {
  std::optional<int64_t> padding = Missing(interpreter, arguments);
  if (!padding) return {};
  const std::string* fill = FillCharacter(interpreter, arguments[2]);
  if (fill == nullptr) return {};
  if (*padding == 0) return arguments[0];
  const StringObject& self = StringSelf(arguments);
  int64_t left = left_share(*padding, *padding + static_cast<int64_t>(self.length()));
  return MakeText(interpreter, Repeat(*fill, left) + self.text() + Repeat(*fill, *padding - left));
}

// An odd blank goes to the left when the width is odd too.
Value StrCenter(Interpreter& interpreter, Values arguments) {
  return Pad(interpreter, arguments,
             [](int64_t padding, int64_t width) { return padding / 2 + (padding & width & 1); });
}

Value StrLeftJustify(Interpreter& interpreter, Values arguments) {
  return Pad(interpreter, arguments, [](int64_t, int64_t) { return int64_t{0}; });
}

Value StrRightJustify(Interpreter& interpreter, Values arguments) {
  return Pad(interpreter, arguments, [](int64_t padding, int64_t) { return padding; });
}

Value StrZeroFill(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> padding = Missing(interpreter, arguments);
  if (!padding) return {};
  std::string text = StringSelf(arguments).text();
  bool has_sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  text.insert(has_sign ? 1 : 0, static_cast<size_t>(*padding), '0');
  return MakeText(interpreter, std::move(text));
}

Value StrExpandTabs(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> tab_size = IndexOr(interpreter, arguments[1], 8);
  const std::string& text = StringSelf(arguments).text();
  if (!tab_size || !CountTextWork(interpreter, text.size())) return {};
  std::string expanded;
  int64_t column = 0;
  for (char c : text) {
    bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (c == '\t') {
      int64_t blanks = *tab_size > 0 ? *tab_size - column % *tab_size : 0;
      if (!interpreter.CheckSize(expanded.size() / 4 + static_cast<size_t>(blanks))) return {};
      expanded.append(static_cast<size_t>(blanks), ' ');
      column += blanks;
      continue;
    }
    expanded += c;
    if (!continues) ++column;
    if (c == '\n' || c == '\r') column = 0;
  }
  return MakeText(interpreter, std::move(expanded));
}

constexpr NativeFunction kMethods[] = {
    {"center", "width, fillchar=' ', /", &StrCenter},
    {"expandtabs", "tabsize=8", &StrExpandTabs},
    {"ljust", "width, fillchar=' ', /", &StrLeftJustify},
    {"rjust", "width, fillchar=' ', /", &StrRightJustify},
    {"zfill", "width, /", &StrZeroFill},
};

}  // namespace

std::span<const NativeFunction> StringLayoutMethods() {
  return kMethods;
}

}  // namespace streplay::script
