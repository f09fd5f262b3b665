// Collector: one collection of unreachable cycles, as CPython does it. Every container starts with
// its reference count; each reference that a container holds to another is subtracted; what is left
// above zero is held from outside and keeps all that it reaches. The rest drop their references.
#ifndef STREPLAY_SCRIPT_COLLECTOR_H_
#define STREPLAY_SCRIPT_COLLECTOR_H_

#include <cstddef>

namespace streplay::script {

class Heap;

class Collector {
 public:
  explicit Collector(Heap& heap) : heap_(heap) {}

  // How many containers were unreachable.
  size_t Run();

 private:
  Heap& heap_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_COLLECTOR_H_
