// Script runs a second: the small widget page when its cached function hits, and when it misses.
#include <benchmark/benchmark.h>

#include "bench/pages.h"
#include "runtime/simulation.h"

namespace streplay::bench {
namespace {

constexpr size_t kRuns = 1000;  // of one simulation, whose start they share

void SimulateRuns(benchmark::State& state, std::string_view script, std::string_view profile) {
  const Scenario scenario = MakeScenario(script, kRuns);
  for (auto _ : state) {
    Outcome outcome = Simulate(scenario, GetProfile(profile));
    benchmark::DoNotOptimize(outcome.stream.records.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(kRuns));
}

void Hit(benchmark::State& state) {
  SimulateRuns(state, kSmallPage, "documented");
}
BENCHMARK(Hit);
void Hit118(benchmark::State& state) {
  SimulateRuns(state, kSmallPage, "streamlit-1.18");
}
BENCHMARK(Hit118);
void Start(benchmark::State& state) {
  const Scenario scenario = MakeScenario(kSmallPage, 1);
  for (auto _ : state) {
    Outcome outcome = Simulate(scenario, GetProfile("documented"));
    benchmark::DoNotOptimize(outcome.stream.records.data());
  }
}
BENCHMARK(Start);

}  // namespace
}  // namespace streplay::bench
