// What outlives a server process: the virtual clock, the disk on which `persist="disk"` entries are
// kept, and, since those entries hold Python values, the heap of all values.
#ifndef STREPLAY_RUNTIME_MACHINE_H_
#define STREPLAY_RUNTIME_MACHINE_H_

#include "runtime/disk_cache.h"
#include "runtime/program_cache.h"
#include "runtime/streamlit_classes.h"
#include "runtime/virtual_clock.h"
#include "script/heap.h"
#include "script/limits.h"
#include "script/symbol.h"

namespace streplay {

class CallWitness;

struct Machine {
  explicit Machine(const script::Limits& script_limits = {})
      : limits(script_limits), heap(symbols, limits), classes(heap) {
    heap.MarkBeginning();
  }

  // Makes it as new, once nothing holds a value of its heap any more. False when that cannot be
  // done: it is then of no further use.
  [[nodiscard]] bool Reset() {
    clock = {};
    disk = {};
    witness = nullptr;
    return heap.ReturnToBeginning();
  }

  VirtualClock clock;
  script::Limits limits;
  script::SymbolTable symbols;
  script::Heap heap;
  StreamlitClasses classes;
  DiskCache disk;
  ProgramCache programs{symbols};
  CallWitness* witness = nullptr;  // of cached calls; null: nobody asked for evidence
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_MACHINE_H_
