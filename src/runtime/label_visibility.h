// `label_visibility`, of metrics and of most widgets.
#ifndef STREPLAY_RUNTIME_LABEL_VISIBILITY_H_
#define STREPLAY_RUNTIME_LABEL_VISIBILITY_H_

#include "runtime/command_call.h"
#include "runtime/element_builder.h"

namespace streplay {

// False when the command has the parameter and was given a word that it does not know:
// StreamlitAPIException. Streamlit checks it before anything else.
[[nodiscard]] bool CheckLabelVisibility(CommandCall& call);

// Sets the field of an element whose command passed the check; "visible" leaves it alone.
void SetLabelVisibility(CommandCall& call, ElementBuilder& builder);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_LABEL_VISIBILITY_H_
