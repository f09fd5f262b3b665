// Sorting, for list.sort() and sorted().
#ifndef STREPLAY_SCRIPT_TYPES_LIST_H_
#define STREPLAY_SCRIPT_TYPES_LIST_H_

#include <vector>

#include "script/value.h"

namespace streplay::script {

class Interpreter;

// Sorts in place, stably, by the script's `<` on the items or on what `key` (empty or None:
// nothing) makes of each. On failure false: the items are all still there, in some order.
[[nodiscard]] bool SortItems(Interpreter& interpreter, std::vector<Value>& items, const Value& key,
                             bool reverse);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TYPES_LIST_H_
