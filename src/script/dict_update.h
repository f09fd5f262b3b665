// Filling a dict as dict(), dict.update() and the classes derived from dict do.
#ifndef STREPLAY_SCRIPT_DICT_UPDATE_H_
#define STREPLAY_SCRIPT_DICT_UPDATE_H_

#include "script/dict_object.h"

namespace streplay::script {

// Adds what `source` holds: a dict, an object with keys(), or an iterable of pairs.
[[nodiscard]] bool UpdateDict(Interpreter& interpreter, DictObject& dict, const Value& source);

// The arguments `(source=(), /, **keywords)` in the form (*args tuple, **kwargs dict); `name` is
// what the message about too many of them shows.
[[nodiscard]] bool UpdateDictFromArguments(Interpreter& interpreter, DictObject& dict,
                                           std::string_view name, const Value& positional,
                                           const Value& keywords);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DICT_UPDATE_H_
