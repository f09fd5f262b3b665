// The iterators of map, filter, zip, enumerate (made by calling their classes) and of iter() with a
// sentinel.
#ifndef STREPLAY_SCRIPT_LAZY_ITERATORS_H_
#define STREPLAY_SCRIPT_LAZY_ITERATORS_H_

#include "script/interpreter.h"

namespace streplay::script {

// iter(callable, sentinel).
Value MakeCallableIterator(Interpreter& interpreter, const Value& callable, const Value& sentinel);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LAZY_ITERATORS_H_
