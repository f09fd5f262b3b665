// Refusals: what CPython accepts and a scenario script may not use, and how that is said. The
// tables are tests/script/refusals.txt in words and refusal_builtins.def.
#ifndef STREPLAY_SCRIPT_REFUSAL_H_
#define STREPLAY_SCRIPT_REFUSAL_H_

#include <optional>
#include <string>
#include <string_view>

namespace streplay::script {

// "<what> not supported in scenario scripts"; `what` ends in "is" or "are".
std::string RefusalMessage(std::string_view what);

// Two underscores on both sides of something.
bool IsDunder(std::string_view name);

// One of CPython's built-ins that the language does not have.
bool IsRefusedBuiltin(std::string_view name);

// The message for each use of a name or an attribute, or nothing when the use is fine.
// ReadName: of a name that nothing in the script binds.
std::optional<std::string> RefuseReadName(std::string_view name);
std::optional<std::string> RefuseMethod(std::string_view name);
std::optional<std::string> RefuseClassAttribute(std::string_view name);
std::optional<std::string> RefuseReadAttribute(std::string_view name);
std::optional<std::string> RefuseAssignAttribute(std::string_view name);
std::optional<std::string> RefuseDeleteAttribute(std::string_view name);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_REFUSAL_H_
