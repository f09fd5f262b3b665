// Which attributes CPython's built-in types and modules have, so that one that is not modelled is
// told from one that does not exist.
#ifndef STREPLAY_SCRIPT_CPYTHON_NAMES_H_
#define STREPLAY_SCRIPT_CPYTHON_NAMES_H_

#include <string_view>

#include "script/class_object.h"

namespace streplay::script {

// `owner`: a module ("math") or a type with its module unless that is builtins ("str",
// "datetime.date").
bool IsCPythonName(std::string_view owner, std::string_view name);

// Whether CPython's type, or a base of it, has the attribute.
bool HasInCPython(const ClassObject& type, std::string_view name);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_CPYTHON_NAMES_H_
