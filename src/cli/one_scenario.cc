#include "cli/one_scenario.h"

#include <algorithm>

#include "cli/corpus.h"

namespace streplay {

std::optional<Scenario> LoadOneScenario(const std::string& path, const std::string& command,
                                        const Environment& environment, Diagnostics& diagnostics) {
  auto corpus = FindCorpus({path}, std::nullopt, environment, diagnostics);
  if (!corpus) return std::nullopt;
  if (corpus->size() != 1) {
    AddError(diagnostics, {std::make_shared<const SourceText>(path, ""), {}, {}},
             "`" + command + "` takes one scenario, and this is a folder");
    return std::nullopt;
  }
  const CorpusFile& file = corpus->front();
  return LoadScenario(file.path, environment.scenario_files, *file.load_options, diagnostics);
}

std::optional<std::string> ChooseProfile(const Scenario& scenario, const std::string& wanted,
                                         Diagnostics& diagnostics) {
  if (wanted.empty()) return scenario.profiles.front();
  auto& profiles = scenario.profiles;
  if (std::find(profiles.begin(), profiles.end(), wanted) != profiles.end()) return wanted;
  AddError(diagnostics, {scenario.source, {}, {}},
           "this scenario does not have the profile `" + wanted + "`");
  return std::nullopt;
}

}  // namespace streplay
