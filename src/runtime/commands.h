// The functions behind the `st.*` commands, by group. command_functions.def says which is whose.
#ifndef STREPLAY_RUNTIME_COMMANDS_H_
#define STREPLAY_RUNTIME_COMMANDS_H_

#include "runtime/cache_commands.h"
#include "runtime/element_commands.h"
#include "runtime/widget_commands.h"

#endif  // STREPLAY_RUNTIME_COMMANDS_H_
