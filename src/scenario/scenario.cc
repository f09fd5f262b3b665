#include "scenario/scenario.h"

namespace streplay {

std::string GoldenPath(const Scenario& scenario, const std::string& profile) {
  return scenario.golden_root + "/" + profile + "/" + scenario.id + ".jsonl";
}

}  // namespace streplay
