// Script runs a second: the small page when its cached function hits, and when it misses; on one
// thread and on all. And what a simulation costs that runs it once.
#include <benchmark/benchmark.h>

#include <thread>

#include "bench/pages.h"
#include "runtime/simulation.h"

namespace streplay::bench {
namespace {

constexpr size_t kRuns = 1000;  // of one simulation, whose start they share

void SimulateRuns(benchmark::State& state, const std::string& page, const char* profile,
                  size_t runs) {
  const Scenario scenario = MakeScenario(page, runs);
  for (auto _ : state) {
    Outcome outcome = Simulate(scenario, GetProfile(profile));
    benchmark::DoNotOptimize(outcome.stream.records.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(runs));
}

void RunScript(benchmark::State& state, const std::string& page, const char* profile) {
  SimulateRuns(state, page, profile, kRuns);
}
BENCHMARK_CAPTURE(RunScript, hit_documented, std::string(kSmallPage), "documented");
BENCHMARK_CAPTURE(RunScript, hit_118, std::string(kSmallPage), "streamlit-1.18");
BENCHMARK_CAPTURE(RunScript, hit_with_keys_documented, KeyedPage(), "documented");
BENCHMARK_CAPTURE(RunScript, miss_documented, MissingPage(), "documented");
BENCHMARK_CAPTURE(RunScript, miss_118, MissingPage(), "streamlit-1.18");

void RunScriptOnAll(benchmark::State& state, const std::string& page, const char* profile) {
  SimulateRuns(state, page, profile, kRuns);
}
BENCHMARK_CAPTURE(RunScriptOnAll, hit_documented, std::string(kSmallPage), "documented")
    ->Threads(static_cast<int>(std::thread::hardware_concurrency()))
    ->UseRealTime();
BENCHMARK_CAPTURE(RunScriptOnAll, miss_documented, MissingPage(), "documented")
    ->Threads(static_cast<int>(std::thread::hardware_concurrency()))
    ->UseRealTime();

void SimulateOnce(benchmark::State& state, const char* profile) {
  SimulateRuns(state, std::string(kSmallPage), profile, 1);
}
BENCHMARK_CAPTURE(SimulateOnce, documented, "documented");
BENCHMARK_CAPTURE(SimulateOnce, 118, "streamlit-1.18");

}  // namespace
}  // namespace streplay::bench
