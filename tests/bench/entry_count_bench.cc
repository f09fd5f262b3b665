// What a hit costs, and an entry in memory, when one cached function has 10 to 1,000,000 entries.
// `fill_us`: the time of a run that stores one.
#include <benchmark/benchmark.h>

#include <chrono>

#include "bench/cache_filling.h"

namespace streplay::bench {
namespace {

using Page = CacheFilling::Page;

double Microseconds(std::chrono::steady_clock::duration duration) {
  return std::chrono::duration<double, std::micro>(duration).count();
}

void CountEntries(benchmark::State& state, std::string_view profile, EntriesBy by, Page page) {
  const int64_t entries = state.range(0);
  CacheFilling filling(profile, by, page, entries);
  const auto begin = std::chrono::steady_clock::now();
  filling.Fill();
  state.counters["fill_us"] =
      Microseconds(std::chrono::steady_clock::now() - begin) / static_cast<double>(entries);
  for (auto _ : state) filling.Hit();
  state.counters["bytes_per_entry"] = filling.BytesPerEntry();
}

// The fill is part of every repetition: the number of hits is fixed, so that there is one.
void EntryCounts(benchmark::internal::Benchmark* bench) {
  bench->ArgName("entries")->Iterations(20'000)->Unit(benchmark::kMicrosecond);
  for (int64_t entries : {10, 1'000, 100'000, 1'000'000}) bench->Arg(entries);
}

BENCHMARK_CAPTURE(CountEntries, arguments_documented, "documented", EntriesBy::kArguments,
                  Page::kTwoElements)
    ->Apply(EntryCounts);
BENCHMARK_CAPTURE(CountEntries, arguments_118, "streamlit-1.18", EntriesBy::kArguments,
                  Page::kTwoElements)
    ->Apply(EntryCounts);
BENCHMARK_CAPTURE(CountEntries, values_documented, "documented", EntriesBy::kWidgetValues,
                  Page::kTwoElements)
    ->Apply(EntryCounts);
BENCHMARK_CAPTURE(CountEntries, values_118, "streamlit-1.18", EntriesBy::kWidgetValues,
                  Page::kTwoElements)
    ->Apply(EntryCounts);
BENCHMARK_CAPTURE(CountEntries, five_elements_documented, "documented", EntriesBy::kArguments,
                  Page::kFiveElements)
    ->Apply(EntryCounts);

}  // namespace
}  // namespace streplay::bench
