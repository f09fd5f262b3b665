// Records a second that are compared in two streams of 1,000 to 100,000 records: equal ones, with
// few differences, with many, and with nothing in common but the types.
#include <benchmark/benchmark.h>

#include <string>

#include "golden/stream_diff.h"
#include "support/streams.h"

namespace streplay::bench {
namespace {

// How the second stream differs.
struct Change {
  int64_t every = 0;     // each so many-th element; 0: none
  bool inserts = false;  // something before it; else its text changes
};

// A page of `elements`: texts of which each occurs `repeats` times, and every tenth a checkbox.
// `runs` runs show a part of it each.
ElementStream MakeStream(int64_t elements, int64_t runs, int64_t repeats, const Change& change) {
  StreamBuilder builder;
  const int64_t in_run = elements / runs;
  for (int64_t run = 0; run < runs; ++run) {
    builder.Run();
    int32_t position = 0;
    for (int64_t i = run * in_run; i < (run + 1) * in_run; ++i) {
      const std::string text = "text " + std::to_string(i / repeats);
      const bool is_changed = change.every > 0 && i % change.every == change.every / 2;
      if (is_changed && change.inserts) builder.Markdown({0, position++}, "inserted");
      if (i % 10 == 0) {
        builder.Checkbox({0, position++}, text, "checkbox-" + std::to_string(i) + "-None");
      } else {
        builder.Markdown({0, position++}, is_changed && !change.inserts ? text + "!" : text);
      }
    }
    builder.End();
  }
  return builder.stream();
}

void DiffTwo(benchmark::State& state, int64_t runs, int64_t repeats, const Change& change) {
  const int64_t elements = state.range(0);
  const ElementStream expected = MakeStream(elements, runs, repeats, {});
  const ElementStream got = MakeStream(elements, runs, repeats, change);
  size_t differences = 0;
  for (auto _ : state) differences = DiffStreams(expected, got, WithGolden()).size();
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(expected.records.size()));
  state.counters["differences"] = static_cast<double>(differences);
}

void RecordCounts(benchmark::internal::Benchmark* bench) {
  bench->ArgName("records")->Unit(benchmark::kMillisecond);
  for (int64_t records : {1'000, 10'000, 100'000}) bench->Arg(records);
}

BENCHMARK_CAPTURE(DiffTwo, equal, 1, 1, Change{})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, equal_100_runs, 100, 1, Change{})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, few_inserted, 1, 1, Change{501, true})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, few_changed, 1, 1, Change{501, false})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, many_inserted, 1, 1, Change{3, true})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, many_changed, 1, 1, Change{3, false})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, all_changed, 1, 1, Change{1, false})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, many_inserted_100_runs, 100, 1, Change{3, true})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, repeated_inserted, 1, 1000, Change{3, true})->Apply(RecordCounts);
BENCHMARK_CAPTURE(DiffTwo, repeated_changed, 1, 1000, Change{3, false})->Apply(RecordCounts);

}  // namespace
}  // namespace streplay::bench
