// Finding the module that an import statement names.
#ifndef STREPLAY_SCRIPT_IMPORT_MODULE_H_
#define STREPLAY_SCRIPT_IMPORT_MODULE_H_

#include <span>
#include <string_view>

#include "script/interpreter.h"

namespace streplay::script {

// The module of the script room with this path (made once a heap), else what the host imports.
Value ImportModule(Interpreter& interpreter, std::string_view path,
                   std::span<const Symbol> from_names);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_IMPORT_MODULE_H_
