// The methods of bytes: enough to pass data on and to read it as text.
#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/types.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

const std::string& Data(Values arguments) {
  return arguments[0].As<BytesObject>()->data();
}

Value BytesDecode(Interpreter& interpreter, Values arguments) {
  const std::string utf8 = "utf-8";
  const std::string* encoding =
      arguments[1].empty()
          ? &utf8
          : ExpectText(interpreter, arguments[1], "decode() argument 'encoding' must be str, not ");
  if (encoding == nullptr) return {};
  bool is_utf8 = *encoding == "utf-8" || *encoding == "utf8" || *encoding == "UTF-8";
  if (!is_utf8 || !arguments[2].empty() || FindInvalidUtf8(Data(arguments))) {
    return interpreter.EndWithLimit(
        "decode() of anything but valid UTF-8 is not supported in scenario scripts");
  }
  return MakeText(interpreter, Data(arguments));
}

Value BytesHex(Interpreter& interpreter, Values arguments) {
  std::string text;
  for (char c : Data(arguments)) {
    auto byte = static_cast<unsigned char>(c);
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return MakeText(interpreter, std::move(text));
}

constexpr NativeFunction kMethods[] = {
    {"decode", "encoding='utf-8', errors='strict'", &BytesDecode},
    {"hex", "", &BytesHex},
};

Value BytesOfIntegers(Interpreter& interpreter, const Value& iterable) {
  std::string data;
  bool ok = ForEach(interpreter, iterable, [&](const Value& item) {
    std::optional<int64_t> number = ToIndex(interpreter, item);
    if (!number) return false;
    if (*number < 0 || *number > 255) {
      interpreter.RaiseValueError("bytes must be in range(0, 256)");
      return false;
    }
    data += static_cast<char>(*number);
    return true;
  });
  return ok ? Value(interpreter.heap().MakeBytes(std::move(data))) : Value();
}

Value ConstructBytes(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "bytes", "source=b'', encoding=None, errors=None",
                              arguments, ArityMessages::kNative);
  if (!bound) return {};
  const Value& source = (*bound)[0];
  if (source.empty()) return interpreter.heap().MakeBytes("");
  if (source.Is<StringObject>()) {
    if ((*bound)[1].empty())
      return interpreter.RaiseTypeError("string argument without an encoding");
    return interpreter.CallMethod(source, interpreter.heap().Intern("encode"), {(*bound)[1]});
  }
  if (source.Is<BytesObject>()) return source;
  if (!source.is_integral()) return BytesOfIntegers(interpreter, source);
  if (source.as_int() < 0) return interpreter.RaiseValueError("negative count");
  if (!interpreter.CheckSize(static_cast<size_t>(source.as_int()))) return {};
  return interpreter.heap().MakeBytes(std::string(static_cast<size_t>(source.as_int()), '\0'));
}

}  // namespace

void DefineBytesType(Heap& heap) {
  DefineMethods(heap, *heap.classes().bytes, kMethods);
  heap.classes().bytes->set_constructor(&ConstructBytes);
}

}  // namespace streplay::script
