// A cached function whose cache is filled with many entries: one for each argument, or one for each
// value of its one slider.
#ifndef STREPLAY_TESTS_BENCH_CACHE_FILLING_H_
#define STREPLAY_TESTS_BENCH_CACHE_FILLING_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "runtime/stepwise_simulation.h"

namespace streplay::bench {

enum class EntriesBy { kArguments, kWidgetValues };

class CacheFilling {
 public:
  // Two elements a page, one of them a slider; five elements, one of them a slider.
  enum class Page { kTwoElements, kFiveElements };

  CacheFilling(std::string_view profile, EntriesBy by, Page page, int64_t entries);

  // Stores an entry for each argument or value from 0 on, one in each run.
  void Fill();
  // A run whose call hits; all entries have their turn, neighbours far from each other.
  void Hit();
  // The bytes of memory that go with the entries, each; no more runs after this.
  double BytesPerEntry();

 private:
  void Run(int64_t number);
  // What the runs left in the stream, which is no part of the cache, goes.
  void ForgetOutcome();

  EntriesBy by_;
  int64_t entries_;
  int64_t hits_ = 0;
  size_t runs_kept_ = 0;
  Scenario scenario_;
  std::optional<StepwiseSimulation> simulation_;
};

}  // namespace streplay::bench

#endif  // STREPLAY_TESTS_BENCH_CACHE_FILLING_H_
