#include "cli/whole_corpus.h"

#include "cli/scenario_files.h"
#include "scenario/corpus_place.h"

namespace streplay {

std::set<std::string> ScenariosLeftOut(const std::vector<CorpusFile>& files,
                                       const Environment& environment) {
  std::set<std::string> roots, chosen, left_out;
  for (const CorpusFile& file : files) {
    CorpusPlace place = FindCorpusPlace(file.path, environment.scenario_files);
    roots.insert(place.root);
    chosen.insert(place.id);
  }
  Diagnostics unreadable;  // folders: `files` would not be there
  auto all = FindScenarioFiles({roots.begin(), roots.end()}, environment.files, unreadable);
  if (!all) return left_out;
  for (const std::string& path : *all) {
    std::string id = FindCorpusPlace(path, environment.scenario_files).id;
    if (!chosen.contains(id)) left_out.insert(std::move(id));
  }
  return left_out;
}

}  // namespace streplay
