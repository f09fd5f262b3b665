// Finds goldens that no scenario has any more: it was removed or renamed, or lost the profile. Only
// a run over all scenarios of a corpus can tell.
#ifndef STREPLAY_CLI_OBSOLETE_GOLDENS_H_
#define STREPLAY_CLI_OBSOLETE_GOLDENS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/corpus.h"
#include "report/result.h"

namespace streplay {

enum class ObsoletePolicy { kFail, kWarn, kDelete };

class ObsoleteSearch {
 public:
  // `paths` are those of the command line. Only goldens of corpora that they hold whole are looked
  // at; of none when `is_full_run` is false, that is when anything but paths chose what ran.
  ObsoleteSearch(const std::vector<std::string>& paths, const std::vector<CorpusFile>& corpus,
                 bool is_full_run);

  // The roots whose goldens are all looked at.
  std::set<std::string> golden_roots() const;

  // Every result of the run comes through here.
  void Add(const ScenarioResult& result);

  // After the last one. With kDelete the obsolete goldens are removed, when all is good; whatever
  // belongs to a scenario file that is there is none, also when the file is invalid.
  ObsoleteGoldens Finish(ObsoletePolicy policy, bool all_good, FileSystem& files) const;

 private:
  using Names = std::vector<std::string>;  // paths below a golden root

  Names FindBelow(const std::string& golden_root, const std::set<std::string>& corpora,
                  const FileSystem& files, std::string& error) const;
  bool IsObsolete(const std::string& golden_root, const std::set<std::string>& corpora,
                  const std::string& name, const FileSystem& files) const;

  std::map<std::string, std::set<std::string>> corpora_;  // by golden root
  std::set<std::string> golden_paths_;                    // of the run's results
  std::set<std::string> scenario_paths_;                  // likewise, of those that could be loaded
};

}  // namespace streplay

#endif  // STREPLAY_CLI_OBSOLETE_GOLDENS_H_
