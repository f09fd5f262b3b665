// The methods of str, in tables by subject; str_methods.cc puts them together.
#ifndef STREPLAY_SCRIPT_STR_METHODS_H_
#define STREPLAY_SCRIPT_STR_METHODS_H_

#include <span>
#include <string>

#include "script/native_function.h"

namespace streplay::script {

class StringObject;

std::span<const NativeFunction> StringSearchMethods();  // find, count, replace, startswith …
std::span<const NativeFunction> StringSplitMethods();   // split, partition, strip, join …
std::span<const NativeFunction> StringCaseMethods();    // upper, isalpha …
std::span<const NativeFunction> StringLayoutMethods();  // center, zfill, expandtabs …
std::span<const NativeFunction> StringFormatMethods();  // format, translate, encode …

// The str that the method was called on.
const StringObject& StringSelf(std::span<const Value> arguments);

// The argument's text, or null and TypeError with this message up to the type's name.
const std::string* ExpectText(Interpreter& interpreter, const Value& value,
                              std::string_view message);

Value MakeText(Interpreter& interpreter, std::string text);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_STR_METHODS_H_
