// The process groups that we have started and not ended yet. A signal that ends us ends them first:
// they are not in the terminal's foreground group, so its Ctrl-C does not reach them.
#ifndef STREPLAY_ADAPTER_LIVE_GROUPS_H_
#define STREPLAY_ADAPTER_LIVE_GROUPS_H_

#include <sys/types.h>

namespace streplay {

// The first group installs handlers for SIGHUP, SIGINT and SIGTERM, where these end us now. From
// any thread.
void AddLiveGroup(pid_t group);
void RemoveLiveGroup(pid_t group);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_LIVE_GROUPS_H_
