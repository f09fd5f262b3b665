// Small tables, searched from front to back: only names with two underscores, or names that nothing
// binds, ever get here.
#include "script/refusal.h"

#include <algorithm>
#include <span>

namespace streplay::script {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kMethods[] = {"__init__", "__eq__",    "__str__",  "__repr__",
                                         "__call__", "__enter__", "__exit__", "__doc__"};
constexpr std::string_view kReadableAttributes[] = {
    "__name__",    "__qualname__", "__module__",  "__class__",           "__dict__",
    "__wrapped__", "__cause__",    "__context__", "__suppress_context__"};
constexpr std::string_view kAssignableAttributes[] = {
    "__name__",    "__qualname__", "__module__",  "__doc__",
    "__wrapped__", "__cause__",    "__context__", "__suppress_context__"};
constexpr std::string_view kRefusedBuiltins[] = {
#define STREPLAY_REFUSED_BUILTIN(name) name,
#include "script/refusal_builtins.def"
#undef STREPLAY_REFUSED_BUILTIN
};

bool Contains(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string Refuse(std::string_view what, std::string_view name) {
  return RefusalMessage(std::string(what) + " `" + std::string(name) + "` is");
}

}  // namespace

std::string RefusalMessage(std::string_view what) {
  return std::string(what) + " not supported in scenario scripts";
}

bool IsDunder(std::string_view name) {
  return name.size() > 4 && name.starts_with("__") && name.ends_with("__");
}

bool IsRefusedBuiltin(std::string_view name) {
  return Contains(kRefusedBuiltins, name);
}

std::optional<std::string> RefuseReadName(std::string_view name) {
  if (IsRefusedBuiltin(name)) return Refuse("the built-in", name);
  if (!IsDunder(name) || name == "__name__") return std::nullopt;
  return Refuse("the name", name);
}

std::optional<std::string> RefuseMethod(std::string_view name) {
  if (!IsDunder(name) || Contains(kMethods, name)) return std::nullopt;
  return Refuse("the method", name);
}

std::optional<std::string> RefuseClassAttribute(std::string_view name) {
  if (!IsDunder(name) || Contains(kMethods, name)) return std::nullopt;
  return Refuse("the class attribute", name);
}

std::optional<std::string> RefuseReadAttribute(std::string_view name) {
  if (!IsDunder(name) || Contains(kMethods, name) || Contains(kReadableAttributes, name)) {
    return std::nullopt;
  }
  return Refuse("the attribute", name);
}

std::optional<std::string> RefuseAssignAttribute(std::string_view name) {
  if (!IsDunder(name) || Contains(kMethods, name) || Contains(kAssignableAttributes, name)) {
    return std::nullopt;
  }
  return Refuse("assigning the attribute", name);
}

std::optional<std::string> RefuseDeleteAttribute(std::string_view name) {
  if (!IsDunder(name)) return std::nullopt;
  return Refuse("deleting the attribute", name);
}

}  // namespace streplay::script
