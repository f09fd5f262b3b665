#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace streplay {

void CheckFailed(const char* file, int line, const char* condition) {
  std::fprintf(stderr, "streplay: internal error at %s:%d: %s\n", file, line, condition);
  std::fflush(nullptr);
  std::_Exit(70);
}

}  // namespace streplay
