// Making text of values by a format: the % operator of str, format() of numbers and texts, and
// str.format().
#ifndef STREPLAY_SCRIPT_TEXT_FORMAT_H_
#define STREPLAY_SCRIPT_TEXT_FORMAT_H_

#include <string_view>

#include "script/value.h"

namespace streplay::script {

class DictObject;
class Interpreter;
class StringObject;
class TupleObject;

// format % arguments.
Value PercentFormat(Interpreter& interpreter, const StringObject& format, const Value& arguments);

// format(scalar, specification) for an int, bool, float or str.
Value FormatScalar(Interpreter& interpreter, const Value& scalar, std::string_view specification);

// format.format(*positional, **keywords). `keywords` is any mapping, for format_map, which has no
// positional arguments (null).
Value BraceFormat(Interpreter& interpreter, std::string_view format, const TupleObject* positional,
                  const Value& keywords);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TEXT_FORMAT_H_
