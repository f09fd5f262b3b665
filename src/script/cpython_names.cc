#include "script/cpython_names.h"

#include <string>

namespace streplay::script {

namespace {

struct Owner {
  std::string_view name;
  std::string_view attributes;  // separated by blanks
};

constexpr Owner kOwners[] = {
#define STREPLAY_CPYTHON_NAMES(owner, names) {owner, names},
#include "script/cpython_names.def"
#undef STREPLAY_CPYTHON_NAMES
};

bool HasWord(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    size_t end = words.find(' ');
    if (words.substr(0, end) == word) return true;
    words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
  }
  return false;
}

}  // namespace

bool IsCPythonName(std::string_view owner, std::string_view name) {
  for (const Owner& candidate : kOwners) {
    if (candidate.name == owner) return HasWord(candidate.attributes, name);
  }
  return false;
}

bool HasInCPython(const ClassObject& type, std::string_view name) {
  for (const ClassObject* base = &type; base != nullptr; base = base->base()) {
    if (base->is_script_class()) continue;
    std::string prefix = base->module() == "builtins" ? "" : base->module() + ".";
    if (IsCPythonName(prefix + base->qualified_name(), name)) return true;
  }
  return false;
}

}  // namespace streplay::script
