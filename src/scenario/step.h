// The steps of a scenario: what happens to its script, one thing at a time.
#ifndef STREPLAY_SCENARIO_STEP_H_
#define STREPLAY_SCENARIO_STEP_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source_text.h"
#include "scenario/expectation.h"
#include "scenario/plain_value.h"
#include "scenario/widget_target.h"

namespace streplay {

inline constexpr const char* kDefaultSession = "main";

// The browser asks for a rerun; the first one in a session opens it.
struct RunStep {
  std::string session = kDefaultSession;
};

// A person sets a widget. The loader has checked the value's form where `target.command` is given
// (scenario/widget_value.h); for a widget named by its key only a run can tell.
struct InteractStep {
  std::string session = kDefaultSession;  // opened by an earlier step
  WidgetTarget target;
  std::optional<PlainValue> value;  // absent for a click
  SourceRange value_range;          // the whole step's when there is no value
};

// One run of the definitions followed by this text, in the default session.
struct CallStep {
  std::string text;    // as written: "double(4)"
  MappedText program;  // the definitions as edited so far, then `text`
};

struct ClearStep {
  enum class What { kAll, kSingleton, kMemo, kFunction };
  What what = What::kAll;
  std::string function;  // with kFunction: the __name__ of a function of the scenario
};

// The virtual clock moves forward.
struct AdvanceStep {
  int64_t microseconds = 0;  // never negative
};

// The source changes; the next run sees it. `definitions` and `script` are the texts after the
// change; a line that was changed has the replacement as its origin. They may be syntactically
// wrong: then runs end with the status `syntax-error` until another edit mends them.
struct EditStep {
  std::string find;
  std::string replace;
  MappedText definitions;
  MappedText script;
};

// The server process starts anew: sessions and in-memory caches are gone.
struct RestartStep {};

struct ExpectStep {
  Expectation expectation;
};

struct Step {
  SourceRange range;  // the step's name in the file, for reports
  std::variant<RunStep, InteractStep, CallStep, ClearStep, AdvanceStep, EditStep, RestartStep,
               ExpectStep>
      action;
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_STEP_H_
