// The documentation page's two lists, in its order and spelling. The rules replay.command.* and
// widgets.command.* and the coverage of commands come from them.
#ifndef STREPLAY_REGISTRY_PAGE_H_
#define STREPLAY_REGISTRY_PAGE_H_

#include <span>
#include <string_view>

#include "registry/ids.h"

namespace streplay {

struct PageEntry {
  std::string_view spelling;  // "st.ballons"
  // What it stands for, mostly one: `st.alert`, which is no command, means the four alerts.
  std::span<const CommandId> commands;
};

std::span<const PageEntry> PageStaticCommands();
std::span<const PageEntry> PageWidgetCommands();

}  // namespace streplay

#endif  // STREPLAY_REGISTRY_PAGE_H_
