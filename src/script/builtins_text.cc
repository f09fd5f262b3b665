// Built-ins about text.
#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/install_builtins.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// print()'s sep or end; nothing when it is neither a str nor None.
std::optional<std::string> PrintPart(Interpreter& interpreter, const Value& part,
                                     std::string_view name, std::string_view fallback) {
  if (part.empty() || part.is_none()) return std::string(fallback);
  if (const std::string* text = TextOf(part)) return *text;
  interpreter.RaiseTypeError(std::string(name) + " must be None or a string, not " +
                             TypeName(interpreter, part));
  return std::nullopt;
}

// arguments: sep, end, file, flush, values.
Value Print(Interpreter& interpreter, std::span<const Value> arguments) {
  auto separator = PrintPart(interpreter, arguments[0], "sep", " ");
  if (!separator) return {};
  auto end = PrintPart(interpreter, arguments[1], "end", "\n");
  if (!end) return {};
  if (!arguments[2].empty() && !arguments[2].is_none()) {
    return interpreter.Refuse("print() with `file` is");
  }
  // CPython writes piece by piece: what was written stays when a later value fails.
  bool first = true;
  for (const Value& value : arguments[4].As<TupleObject>()->items()) {
    if (!first && !interpreter.Print(*separator)) return {};
    first = false;
    auto text = StrText(interpreter, value);
    if (!text || !interpreter.Print(*text)) return {};
  }
  return interpreter.Print(*end) ? Value::None() : Value();
}

Value ReprBuiltin(Interpreter& interpreter, std::span<const Value> arguments) {
  return Repr(interpreter, arguments[0]);
}

Value FormatBuiltin(Interpreter& interpreter, std::span<const Value> arguments) {
  if (arguments[1].empty()) return Format(interpreter, arguments[0], "");
  const std::string* specification = TextOf(arguments[1]);
  if (specification != nullptr) return Format(interpreter, arguments[0], *specification);
  return interpreter.RaiseTypeError("format() argument 2 must be str, not " +
                                    TypeName(interpreter, arguments[1]));
}

Value Chr(Interpreter& interpreter, std::span<const Value> arguments) {
  auto number = ToIndex(interpreter, arguments[0]);
  if (!number) return {};
  if (*number < 0 || *number > 0x10FFFF) {
    return interpreter.RaiseValueError("chr() arg not in range(0x110000)");
  }
  if (*number >= 0xD800 && *number < 0xE000) {
    return interpreter.Refuse("surrogate characters are");
  }
  std::string text;
  AppendCodePoint(text, static_cast<char32_t>(*number));
  return interpreter.heap().MakeString(std::move(text));
}

Value Ord(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& character = arguments[0];
  size_t length = 0;
  if (auto* string = character.As<StringObject>()) {
    length = string->length();
    if (length == 1) return Value::Int(DecodeCodePoint(string->text(), 0).code_point);
  } else if (auto* bytes = character.As<BytesObject>()) {
    length = bytes->data().size();
    if (length == 1) return Value::Int(static_cast<unsigned char>(bytes->data()[0]));
  } else {
    return interpreter.RaiseTypeError("ord() expected string of length 1, but " +
                                      TypeName(interpreter, character) + " found");
  }
  return interpreter.RaiseTypeError("ord() expected a character, but string of length " +
                                    std::to_string(length) + " found");
}

constexpr NativeFunction kFunctions[] = {
    {"print", "*values, sep=None, end=None, file=None, flush=False", &Print},
    {"repr", "object, /", &ReprBuiltin},
    {"format", "value, format_spec='', /", &FormatBuiltin},
    {"chr", "number, /", &Chr},
    {"ord", "character, /", &Ord},
};

}  // namespace

void InstallTextBuiltins(Heap& heap) {
  DefineFunctions(heap, heap.builtins(), kFunctions);
}

}  // namespace streplay::script
