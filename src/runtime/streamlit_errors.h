// Streamlit's own exceptions: raising them, and what a page shows of any exception.
//
// A stream carries an exception of Streamlit's classes as its name and facts, never as Streamlit's
// sentence (specs/stream-format.md); the message beside it is ours and is not compared.
#ifndef STREPLAY_RUNTIME_STREAMLIT_ERRORS_H_
#define STREPLAY_RUNTIME_STREAMLIT_ERRORS_H_

#include <optional>
#include <string>
#include <string_view>

#include "runtime/delta_message.h"
#include "script/exception_object.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

// Attached to an exception of Streamlit's classes: what streams show of it.
class StreamlitFacts : public script::ExceptionPayload {
 public:
  explicit StreamlitFacts(Fields facts) : facts_(std::move(facts)) {}
  const Fields& facts() const { return facts_; }

 private:
  Fields facts_;  // without the name; may be empty
};

// Each raises and returns an empty Value.

// An exception of one of Python's classes that Streamlit's own code raises: its sentence is
// Streamlit's, so streams carry the name alone.
script::Value RaiseStreamlits(ScriptRun& run, script::ClassObject& type, std::string message);

script::Value RaiseApiException(ScriptRun& run, std::string message);
script::Value RaiseDuplicateWidgetId(ScriptRun& run, std::string_view command,
                                     const std::optional<std::string>& user_key);
script::Value RaiseCacheReplayClosureError(ScriptRun& run, std::string_view function);
script::Value RaiseUnhashableParam(ScriptRun& run, std::string_view function,
                                   std::optional<std::string> argument);
script::Value RaiseUnhashableType(ScriptRun& run);
script::Value RaiseUnserializableReturnValue(ScriptRun& run, std::string_view function);

// The warning that a cached function shows for a widget; it is shown, not raised.
script::Value MakeCachedStFunctionWarning(ScriptRun& run, std::string_view command,
                                          std::string_view function);

// The `exception` element for an exception. One whose str() fails has an empty message. Null when a
// limit is pending.
DeltaMessagePtr ExceptionMessage(ScriptRun& run, script::ExceptionObject& exception);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STREAMLIT_ERRORS_H_
