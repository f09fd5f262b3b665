#include "script/str_methods.h"

#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/types.h"

namespace streplay::script {
namespace {

Value DecodeBytes(Interpreter& interpreter, const Value& object, const Value& encoding) {
  if (!object.Is<BytesObject>()) {
    if (object.Is<StringObject>()) {
      return interpreter.RaiseTypeError("decoding str is not supported");
    }
    return interpreter.RaiseTypeError("decoding to str: need a bytes-like object, " +
                                      TypeName(interpreter, object) + " found");
  }
  return interpreter.CallMethod(object, interpreter.heap().Intern("decode"), {encoding});
}

Value ConstructString(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "str", "object='', encoding='utf-8', errors='strict'",
                              arguments, ArityMessages::kNative);
  if (!bound) return {};
  const Value& object = (*bound)[0];
  if (!(*bound)[2].empty()) {
    return interpreter.EndWithLimit("str() with errors is not supported in scenario scripts");
  }
  if (object.empty()) return MakeText(interpreter, "");
  if (!(*bound)[1].empty()) return DecodeBytes(interpreter, object, (*bound)[1]);
  return Str(interpreter, object);
}

}  // namespace

const StringObject& StringSelf(std::span<const Value> arguments) {
  return *arguments[0].As<StringObject>();
}

const std::string* ExpectText(Interpreter& interpreter, const Value& value,
                              std::string_view message) {
  const std::string* text = TextOf(value);
  if (text == nullptr) {
    interpreter.RaiseTypeError(std::string(message) + TypeName(interpreter, value));
  }
  return text;
}

Value MakeText(Interpreter& interpreter, std::string text) {
  return interpreter.heap().MakeString(std::move(text));
}

void DefineStringType(Heap& heap) {
  ClassObject& type = *heap.classes().string;
  DefineMethods(heap, type, StringSearchMethods());
  DefineMethods(heap, type, StringSplitMethods());
  DefineMethods(heap, type, StringCaseMethods());
  DefineMethods(heap, type, StringLayoutMethods());
  DefineMethods(heap, type, StringFormatMethods());
  type.set_constructor(&ConstructString);
}

}  // namespace streplay::script
