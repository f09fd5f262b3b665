#include "explore/program_generator.h"

#include "explore/exploration.h"
#include "explore/program_text.h"
#include "scenario/scenario_loader.h"
#include "support/catch.h"

namespace streplay {
namespace {

std::string TextOf(Freedom freedom, uint64_t seed, uint64_t index) {
  Program program = GenerateProgram({freedom, seed, 20}, index, AllProfiles().front());
  return ScenarioText(program, "t", {});
}

TEST_CASE("a program depends on its seed and number alone") {
  CHECK(TextOf(Freedom::kAny, 1, 5) == TextOf(Freedom::kAny, 1, 5));
  CHECK(TextOf(Freedom::kAny, 1, 5) != TextOf(Freedom::kAny, 1, 6));
  CHECK(TextOf(Freedom::kAny, 1, 5) != TextOf(Freedom::kAny, 2, 5));
}

TEST_CASE("every program is a scenario that can happen, and is printed as it was made") {
  for (uint64_t index = 0; index < 40; ++index) {
    for (Freedom freedom : {Freedom::kAny, Freedom::kTransparent}) {
      std::string text = TextOf(freedom, 11, index);
      INFO(text);
      auto scenario = LoadScenarioText(text, "s.yaml");
      REQUIRE(scenario.has_value());
      CHECK(Simulate(*scenario, AllProfiles().front()).diagnostics.empty());
    }
  }
}

TEST_CASE("all widgets, kinds of steps and misses occur in a few hundred programs") {
  auto property = MakeTransparency(AllProfiles().front());
  FeatureTable features;
  for (uint64_t index = 0; index < 300; ++index) {
    features.Add(Explore(*property, {property->freedom(), 1, 30}, index).features);
  }
  const std::string json = features.Json();
  for (const char* feature : {"button",
                              "camera_input",
                              "checkbox",
                              "color_picker",
                              "date_input",
                              "download_button",
                              "file_uploader",
                              "multiselect",
                              "number_input",
                              "radio",
                              "selectbox",
                              "select_slider",
                              "slider",
                              "text_area",
                              "text_input",
                              "time_input",
                              "form",
                              "columns",
                              "tabs",
                              "expander",
                              "interact checkbox",
                              "interact by key",
                              "clear a function",
                              "function.clear()",
                              "cache_data.clear",
                              "recursion",
                              "method",
                              "add_rows",
                              "set_page_config",
                              "experimental_get_query_params",
                              "restart",
                              "edit",
                              "call",
                              "advance",
                              "hit",
                              "store",
                              "miss no-entry",
                              "miss new-widget-values",
                              "DuplicateWidgetID"}) {
    INFO(feature);
    CHECK(json.find("\"" + std::string(feature) + "\":") != std::string::npos);
    CHECK(json.find("\"" + std::string(feature) + "\":0") == std::string::npos);
  }
}

}  // namespace
}  // namespace streplay
