#include "chosen_fault.h"

#include <cstdlib>

namespace streplay::faults {

bool IsChosen(std::string_view name) {
  const char* chosen = std::getenv("STREPLAY_FAULT");
  return chosen != nullptr && name == chosen;
}

std::function<bool()>& AfterScript() {
  static thread_local std::function<bool()> after_script;
  return after_script;
}

}  // namespace streplay::faults
