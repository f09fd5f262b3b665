#include "bench/pages.h"

#include <cstdio>
#include <cstdlib>

#include "base/check.h"
#include "scenario/scenario_loader.h"
#include "support/memory_file_reader.h"

namespace streplay::bench {
namespace {

std::string Indented(std::string_view text) {
  std::string indented = "  ";
  for (char letter : text) {
    indented += letter;
    if (letter == '\n') indented += "  ";
  }
  return indented;
}

}  // namespace

std::string With(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed(text);
  const size_t place = changed.find(from);
  STREPLAY_CHECK(place != std::string::npos);
  return changed.replace(place, from.size(), to);
}

std::string KeyedPage() {
  const std::string one = With(kSmallPage, "10, 3", R"(10, 3, key="count")");
  return With(one, R"("Gift")", R"("Gift", key="gift")");
}

std::string MissingPage() {
  return With(kSmallPage, "widgets=True", "widgets=True, ttl=0");
}

Scenario MakeScenario(std::string_view script, size_t runs) {
  std::string text = "title: benchmark\nscript: |\n" + Indented(script) + "\nsteps:\n";
  for (size_t i = 0; i < runs; ++i) text += "  - run\n";
  MemoryFileSystem memory;
  memory.AddFile("bench.yaml", text);
  MemoryFileReader files(memory);
  LoadOptions options;
  options.max_file_bytes = text.size();
  Diagnostics diagnostics;
  std::optional<Scenario> scenario = LoadScenario("bench.yaml", files, options, diagnostics);
  if (scenario) return std::move(*scenario);
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fprintf(stderr, "benchmark: %s\n", diagnostic.message.c_str());
  }
  std::abort();
}

}  // namespace streplay::bench
