// What outlives a server process: the virtual clock and the disk on which `persist="disk"` entries
// are kept.
#ifndef STREPLAY_RUNTIME_MACHINE_H_
#define STREPLAY_RUNTIME_MACHINE_H_

#include "runtime/disk_cache.h"
#include "runtime/virtual_clock.h"

namespace streplay {

struct Machine {
  VirtualClock clock;
  DiskCache disk;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_MACHINE_H_
