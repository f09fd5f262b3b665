// Host: how a script reaches what the script room does not model. The interpreter calls it on the
// thread that runs the script. A function that returns an empty Value or false has failed and left
// a pending completion in the interpreter (Interpreter::Raise and its neighbours).
#ifndef STREPLAY_SCRIPT_HOST_H_
#define STREPLAY_SCRIPT_HOST_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "script/symbol.h"
#include "script/value.h"

namespace streplay::script {

class Interpreter;

class Host {
 public:
  virtual ~Host() = default;

  // The module with the full dotted path ("streamlit", "streamlit.components.v1"). The interpreter
  // asks once per import statement and path: first for the top package, which a plain `import a.b`
  // binds, then for the whole path. `from_names` are the names of a `from … import` ("*" cannot
  // occur); the interpreter then fetches each by GetAttribute from the returned value.
  virtual Value Import(Interpreter& interpreter, std::string_view path,
                       std::span<const Symbol> from_names) = 0;

  // A bare expression statement was evaluated and its value is to be shown ("magic"). `values` has
  // more than one item for a tuple display.
  virtual bool Display(Interpreter& interpreter, std::span<const Value> values) = 0;

  // Text written by print(), line breaks included, in pieces of any size.
  virtual void Print(Interpreter& interpreter, std::string_view text) = 0;

  // The virtual clock: microseconds since 1970-01-01 UTC. Sleep moves it (never negative).
  virtual int64_t NowMicroseconds() = 0;
  virtual void Sleep(int64_t microseconds) = 0;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_HOST_H_
