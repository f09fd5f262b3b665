// What a scenario says about a name of a module that is not modelled (scenario-format.md, Stubs).
#ifndef STREPLAY_SCENARIO_STUB_H_
#define STREPLAY_SCENARIO_STUB_H_

#include <optional>
#include <string>

#include "base/source_text.h"
#include "scenario/plain_value.h"

namespace streplay {

// Calling the name yields an opaque value unless `returns` or `raises` says more; the loader
// refuses both at once.
struct Stub {
  std::string name;       // dotted, at least two parts: "sqlite3.connect"
  bool hashable = true;   // of the opaque value that a call yields
  bool picklable = true;  // likewise
  std::optional<PlainValue> returns;
  std::optional<std::string> raises;  // the exception's class name: "TimeoutError"
  SourceRange range;                  // of the name
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_STUB_H_
