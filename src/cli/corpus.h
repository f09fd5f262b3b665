// The scenario files that a command works on, with what the loader must know to read each.
#ifndef STREPLAY_CLI_CORPUS_H_
#define STREPLAY_CLI_CORPUS_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "scenario/rules.h"
#include "scenario/scenario_loader.h"

namespace streplay {

struct CorpusFile {
  std::string path;
  std::string id;           // of the scenario, whether it can be loaded or not
  std::string home;         // what stands in front of `golden`: empty, or a folder and a slash
  std::string name;         // the path from there: the same wherever one stands
  std::string corpus_root;  // the folder of its corpus
  std::string golden_root;  // where its goldens lie
  std::string rules_path;   // `specs/rules.yaml` beside its corpus
  std::shared_ptr<const LoadOptions> load_options;  // shared by the files of one corpus
};

// The files that `paths` mean (cli/scenario_files.h). The rules that a scenario may name are those
// of `specs/rules.yaml` beside its corpus; without that file any id will do. Nothing when a path is
// not there, a rules file cannot be read, or two files would share one golden (in `golden_root`,
// when there is one for all); then diagnostics say so.
[[nodiscard]] std::optional<std::vector<CorpusFile>> FindCorpus(
    const std::vector<std::string>& paths, const std::optional<std::string>& golden_root,
    const Environment& environment, Diagnostics& diagnostics);

// The rules of the one corpus that all files belong to; at least one. Nothing when they belong to
// several, or it has none; then diagnostics say so. `corpus` is not empty.
[[nodiscard]] std::optional<std::vector<Rule>> LoadRulesOf(const std::vector<CorpusFile>& corpus,
                                                           const Environment& environment,
                                                           Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_CLI_CORPUS_H_
