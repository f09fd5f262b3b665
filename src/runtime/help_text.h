// What st.help says about a value. Documentation that is not the script's own (of built-in types,
// modules and Streamlit itself) is not modelled: streams name such a value and no more.
#ifndef STREPLAY_RUNTIME_HELP_TEXT_H_
#define STREPLAY_RUNTIME_HELP_TEXT_H_

#include <optional>
#include <string>

#include "script/value.h"

namespace streplay {

class ScriptRun;

struct HelpText {
  bool is_foreign = false;         // not defined by the script: only `name` is known
  std::string name;                // empty for a value without one
  std::string type;                // "<class 'function'>"
  std::string signature;           // empty when it has none
  std::optional<std::string> doc;  // cleaned; nothing when there is none
  bool is_doc_inherited = false;   // from a class that is not the script's: `doc` is not known
};

// Nothing when a completion is pending.
std::optional<HelpText> DescribeValue(ScriptRun& run, const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_HELP_TEXT_H_
