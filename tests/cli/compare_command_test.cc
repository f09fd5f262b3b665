#include <algorithm>

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

// At the next position of the page: what stands before moves it, as on a real one.
void AddElement(Outcome& outcome, int& position, std::string type, std::string body) {
  outcome.stream.records.push_back(DeltaRecord{
      DeltaRecord::Kind::kElement,
      {0, position++},
      std::make_shared<const Element>(Element{std::move(type), "", {{"body", {std::move(body)}}}}),
      ""});
}

// The fake's stream, and what the decisions named in the script add to it:
// - `alert`: an alert for a deprecated name
// - `crash`: another value of what a forbidden widget shows
// - `place`: where its warning stands, which matters only once the widget crashes
// - `both`: a line that takes two decisions at once
Outcome SimulateDecisions(const Scenario& scenario, const Profile& profile) {
  Outcome outcome = FakeSimulate(scenario, profile);
  auto has = [&](const char* word) { return scenario.script.text.find(word) != std::string::npos; };
  bool alerts = profile.deprecated_name == DeprecatedName::kAlert;
  bool crashes = profile.forbidden_widget == ForbiddenWidget::kCrash;
  bool in_container = profile.forbidden_warning_place == ForbiddenWarningPlace::kContainer;
  bool loses_self = profile.cached_method == CachedMethod::kLoseSelf;
  int position = 3;
  if (has("alert") && alerts) AddElement(outcome, position, "alert", "deprecated");
  if (has("crash")) AddElement(outcome, position, "markdown", crashes ? "error" : "warning");
  if (has("place") && crashes && in_container)
    AddElement(outcome, position, "markdown", "elsewhere");
  if (has("both") && (alerts != crashes || loses_self))
    AddElement(outcome, position, "text", "odd");
  return outcome;
}

CommandWorld World() {
  CommandWorld world;
  world.simulate = SimulateDecisions;
  return world;
}

std::string ScenarioText(const std::string& title, const std::string& script) {
  return "title: " + title + "\nscript: \"" + script + "\"\nsteps: [run]\n";
}

constexpr const char* kOthers =
    "no scenario shows widget_permission, data_frame, submit_button, entry_lookup, absent_widget, "
    "entry_unit, replay_place, replay_checks, replayed_value, recorded_callback, "
    "validate_function, cached_method, argument_hash\n\n";

TEST_CASE("each decision that changes a scenario, with what it alone changes") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("All three", "# alert crash place"));
  CHECK(world.Run({"compare", "scenarios/a.yaml"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.out ==
        "widgets.off.ignored  forbidden_widget\n"
        "  documented      the widget is left out after the warning, and its call yields its "
        "default\n"
        "  streamlit-1.18  the warning, the widget, then AttributeError; nothing is stored\n"
        "  smallest        scenarios/a.yaml  All three\n"
        "    run 1: markdown at [0,3]: `body` differs\n"
        "      documented      \"warning\"\n"
        "      streamlit-1.18  \"error\"\n"
        "\n"
        "widgets.off.warns  forbidden_warning_place\n"
        "  documented      the warning about a widget replays where the widget was called\n"
        "  streamlit-1.18  the warning about a widget replays on the container that received it\n"
        "  smallest        scenarios/a.yaml  All three\n"
        "    run 1: markdown at [0,5] is new\n"
        "      documented      (nothing)\n"
        "      streamlit-1.18  {\"op\":\"element\",\"path\":[0,5],\"type\":\"markdown\","
        "\"fields\":{\"body\":\"elsewhere\"}}\n"
        "\n"
        "decorator.deprecated  deprecated_name\n"
        "  documented      using a deprecated name shows nothing\n"
        "  streamlit-1.18  each use of a deprecated name shows an alert\n"
        "  smallest        scenarios/a.yaml  All three\n"
        "    run 1: alert at [0,3] is new\n"
        "      documented      (nothing)\n"
        "      streamlit-1.18  {\"op\":\"element\",\"path\":[0,3],\"type\":\"alert\","
        "\"fields\":{\"body\":\"deprecated\"}}\n"
        "\n" +
            std::string(kOthers) + "1 of 1 scenario parts, by 3 of 16 decisions\n");
}

// Which scenario the table shows for a decision.
std::string SmallestOf(const std::string& rule, CommandWorld& world) {
  CHECK(world.Run({"compare", "scenarios", "--format", "markdown"}) == 0);
  size_t at = world.out.find("| `" + rule + "` |");
  std::string row = world.out.substr(at, world.out.find('\n', at) - at);
  size_t path = row.rfind('(');
  return path == std::string::npos ? "" : row.substr(path + 1, row.rfind(')') - path - 1);
}

TEST_CASE("the smallest scenario shows the fewest decisions, then has the fewest lines and steps") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/e.yaml", ScenarioText("E", "# alert crash"));
  CHECK(SmallestOf("decorator.deprecated", world) == "scenarios/e.yaml");
  world.files.AddFile("scenarios/d.yaml", ScenarioText("D", "# alert\\n\\n\\n"));
  CHECK(SmallestOf("decorator.deprecated", world) == "scenarios/d.yaml");
  world.files.AddFile("scenarios/c.yaml",
                      "title: C\nscript: \"# alert\\n\\n\"\nsteps: [run, run]\n");
  CHECK(SmallestOf("decorator.deprecated", world) == "scenarios/c.yaml");
  world.files.AddFile("scenarios/x.yaml", ScenarioText("X", "# alert\\n\\n"));
  CHECK(SmallestOf("decorator.deprecated", world) == "scenarios/x.yaml");
  world.files.AddFile("scenarios/b.yaml", ScenarioText("B", "# alert\\n\\n"));
  CHECK(SmallestOf("decorator.deprecated", world) == "scenarios/b.yaml");
  CHECK(SmallestOf("widgets.off.ignored", world) == "scenarios/e.yaml");
}

TEST_CASE("the table has a row for every decision") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("\"A [title] | with a bar\"", "# alert"));
  CHECK(world.Run({"compare", "scenarios", "--format=markdown"}) == 0);
  CHECK(
      world.out.starts_with("| rule | `documented` | `streamlit-1.18` | smallest scenario |\n"
                            "|---|---|---|---|\n"
                            "| `widgets.off.ignored` | the widget is left out after the warning, "
                            "and its call yields its default | the warning, the widget, then "
                            "AttributeError; nothing is stored | – |\n"));
  CHECK(world.out.find("| `decorator.deprecated` | using a deprecated name shows nothing | each "
                       "use of a deprecated name shows an alert | [A \\[title\\] \\| with a "
                       "bar](scenarios/a.yaml) |\n") != std::string::npos);
  CHECK(std::count(world.out.begin(), world.out.end(), '\n') == 2 + 16);
}

TEST_CASE("a scenario that no decision alone explains is named") {
  CommandWorld world = World();
  world.simulate = [](const Scenario& scenario, const Profile& profile) {
    Outcome outcome = FakeSimulate(scenario, profile);
    int position = 3;
    AddElement(outcome, position, "text", std::string(profile.name));
    return outcome;
  };
  world.files.AddFile("scenarios/a.yaml", ScenarioText("A", "1"));
  CHECK(world.Run({"compare", "scenarios"}) == 0);
  CHECK(world.out.find("no single decision explains\n"
                       "  scenarios/a.yaml\n"
                       "\n"
                       "1 of 1 scenario parts, by 0 of 16 decisions\n") != std::string::npos);
}

TEST_CASE("scenarios that agree, or have one profile, are only counted") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("A", "1"));
  world.files.AddFile("scenarios/b.yaml",
                      "profiles: [documented]\n" + ScenarioText("B", "# alert"));
  CHECK(world.Run({"compare", "scenarios"}) == 0);
  CHECK(
      world.out.ends_with("\n\n0 of 1 scenario part, by 0 of 16 decisions  "
                          "(1 scenario more without both profiles)\n"));
  CHECK(world.Run({"compare", "scenarios/b.yaml"}) == 4);
  CHECK(world.err == "streplay: no scenario that has both profiles was found\n");
}

TEST_CASE("the first differences are shown, or all") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml",
                      "title: A\nscript: '1'\nsteps: [run, run, run, run, run]\n");
  world.simulate = [](const Scenario& scenario, const Profile& profile) {
    Outcome outcome = FakeSimulate(scenario, profile);
    if (profile.deprecated_name == DeprecatedName::kNote) return outcome;
    for (Record& record : outcome.stream.records) {
      if (auto* end = std::get_if<EndRecord>(&record)) end->status = RunStatus::kStop;
    }
    return outcome;
  };
  CHECK(world.Run({"compare", "scenarios"}) == 0);
  CHECK(world.out.find("run 3: ") != std::string::npos);
  CHECK(world.out.find("run 4: ") == std::string::npos);
  CHECK(world.out.find("    … and 2 differences more\n") != std::string::npos);
  CHECK(world.Run({"compare", "scenarios", "-v"}) == 0);
  CHECK(world.out.find("run 5: ") != std::string::npos);
}

TEST_CASE("json has everything on one line") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("A", "# alert"));
  world.files.AddFile("scenarios/b.yaml", ScenarioText("B", "# alert\\n"));
  CHECK(world.Run({"compare", "scenarios", "--format=json"}) == 0);
  CHECK(world.out.starts_with(R"({"first_profile":"documented","second_profile":"streamlit-1.18",)"
                              R"("scenarios":2,"parting":2,"without_both_profiles":0,)"
                              R"("decisions":[{"point":"forbidden_widget",)"));
  CHECK(
      world.out.find(
          R"("first":{"choice":"note","meaning":"using a deprecated name shows nothing"},)"
          R"("second":{"choice":"alert","meaning":"each use of a deprecated name shows an alert"},)"
          R"("smallest":{"path":"scenarios/a.yaml","title":"A","differences":[{"kind":"extra",)"
          R"("run":1,"what":"alert","path":[0,3],"first":null,"second":{"op":"element",)"
          R"("path":[0,3],"type":"alert","fields":{"body":"deprecated"}}}]},)"
          R"("scenarios":["scenarios/a.yaml","scenarios/b.yaml"]})") != std::string::npos);
  CHECK(world.out.ends_with("],\"unexplained\":[]}\n"));
}

TEST_CASE("an invalid scenario is explained; the others are compared") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("A", "# alert"));
  world.files.AddFile("scenarios/b.yaml", "title: 1\n");
  world.files.AddFile("scenarios/c.yaml",
                      "title: C\nscript: '1'\nsteps:\n  - run\n"
                      "  - interact: {checkbox: absent, value: true}\n");
  CHECK(world.Run({"compare", "scenarios", "-j3"}) == 2);
  CHECK(world.err.find("scenarios/b.yaml:1:8: error: ") != std::string::npos);
  CHECK(world.err.find("scenarios/c.yaml:5:5: error: there is no such widget on the page") !=
        std::string::npos);
  CHECK(world.out.ends_with("\n\n1 of 1 scenario parts, by 1 of 16 decisions\n"));
}

}  // namespace
}  // namespace streplay
