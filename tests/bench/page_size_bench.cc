// What an element costs in a run of 10 to 100,000 elements: placed by the script, replayed by a
// hit, and widgets, in the script or in a cached function.
#include <benchmark/benchmark.h>

#include <string>

#include "base/check.h"
#include "bench/pages.h"
#include "runtime/stepwise_simulation.h"

namespace streplay::bench {
namespace {

constexpr std::string_view kTexts = R"(import streamlit as st
for i in range(COUNT):
    st.text(i)
)";
constexpr std::string_view kReplayedTexts = R"(import streamlit as st

@st.cache_resource(show_spinner=False)
def page():
    for i in range(COUNT):
        st.text(i)

page()
)";
constexpr std::string_view kWidgets = R"(import streamlit as st
for i in range(COUNT):
    st.checkbox("Label", key=i)
)";
constexpr std::string_view kReplayedWidgets = R"(import streamlit as st

@st.cache_resource(experimental_allow_widgets=True, show_spinner=False)
def page():
    for i in range(COUNT):
        st.checkbox("Label", key=i)

page()
)";
constexpr std::string_view kContainers = R"(import streamlit as st
for i in range(COUNT // 2):
    with st.container():
        st.text(i)
)";

// Runs of which the first, which stores what is cached, is not measured.
void PlacePage(benchmark::State& state, std::string_view script, std::string_view profile) {
  const int64_t elements = state.range(0);
  const std::string text = With(script, "COUNT", std::to_string(elements));
  const Scenario scenario = MakeScenario(text, 1);
  StepwiseSimulation simulation(scenario, GetProfile(profile));
  auto run = [&] {
    STREPLAY_CHECK(simulation.Take(scenario.steps.front(), 0));
    const Outcome outcome = simulation.TakeOutcome();
    STREPLAY_CHECK(outcome.runs.back().status == RunStatus::kOk);
  };
  run();
  for (auto _ : state) run();
  state.counters["per_element"] =
      benchmark::Counter(static_cast<double>(state.iterations() * elements),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void ElementCounts(benchmark::internal::Benchmark* bench) {
  bench->ArgName("elements")->Unit(benchmark::kMicrosecond);
  for (int64_t elements : {10, 100, 1'000, 10'000, 100'000}) bench->Arg(elements);
}

BENCHMARK_CAPTURE(PlacePage, texts, kTexts, "documented")->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, containers, kContainers, "documented")->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, widgets, kWidgets, "documented")->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, replayed_texts_documented, kReplayedTexts, "documented")
    ->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, replayed_texts_118, kReplayedTexts, "streamlit-1.18")
    ->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, replayed_widgets_documented, kReplayedWidgets, "documented")
    ->Apply(ElementCounts);
BENCHMARK_CAPTURE(PlacePage, replayed_widgets_118, kReplayedWidgets, "streamlit-1.18")
    ->Apply(ElementCounts);

}  // namespace
}  // namespace streplay::bench
