// Checks scenarios on several threads and hands on their results in order, up to where enough have
// failed. Neither the results nor what is written depends on the number of threads.
#ifndef STREPLAY_CLI_CHECK_RUN_H_
#define STREPLAY_CLI_CHECK_RUN_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "cli/check_scenario.h"
#include "cli/corpus.h"
#include "cli/environment.h"

namespace streplay {

class KnownPassesKeeper;

struct CheckRun {
  size_t jobs = 1;                           // never 0
  std::optional<size_t> max_fail;            // stop after so many scenarios not good; never 0
  const KnownPassesKeeper* known = nullptr;  // what it knows is not checked; null: nothing
};

// Calls `report` with the results of one scenario after the other, on this thread. Returns how many
// scenarios it was called for; those after them count as not run, and wrote nothing.
size_t CheckInOrder(const std::vector<CorpusFile>& corpus, const CheckPolicy& policy,
                    const CheckRun& run, Environment& environment,
                    const std::function<void(const CorpusFile&, const CheckedScenario&)>& report);

}  // namespace streplay

#endif  // STREPLAY_CLI_CHECK_RUN_H_
