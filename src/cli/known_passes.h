// What has passed and has not changed since: the state file `passed.jsonl` (state_file.h,
// specs/cli.md). The program is deterministic, so a scenario passes again while the program, the
// rules, the scenario with the scripts that it names, and its goldens are byte for byte what they
// were; then it is not even parsed.
#ifndef STREPLAY_CLI_KNOWN_PASSES_H_
#define STREPLAY_CLI_KNOWN_PASSES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/check_scenario.h"
#include "cli/corpus.h"
#include "cli/environment.h"

namespace streplay {

class KnownPasses {
 public:
  // Of the corpora with the file's `home` (CorpusFile). What another program noted counts as
  // nothing.
  static KnownPasses Read(const CorpusFile& file, const Environment& environment);

  // The results of the scenario when all that they came from is as it was. Any thread.
  std::optional<std::vector<ScenarioResult>> Find(const CorpusFile& file,
                                                  const Environment& environment) const;

  // Notes a scenario that passed, and forgets one that did not.
  void Take(const CorpusFile& file, const CheckedScenario& checked);

  // Only when it changes what is there.
  void Write(FileSystem& files) const;

 private:
  KnownPasses(std::string home, std::string header)
      : home_(std::move(home)), header_(std::move(header)) {}

  std::string home_;
  std::string header_;
  std::map<std::string, std::string> lines_;  // by the scenario's name, as JSON has it
  bool has_changed_ = false;
};

// What is known of the corpora that one check goes through.
class KnownPassesKeeper {
 public:
  // `may_skip` false: nothing is known, though what passes is noted.
  KnownPassesKeeper(const std::vector<CorpusFile>& corpus, bool may_skip,
                    const Environment& environment);

  std::optional<std::vector<ScenarioResult>> Find(const CorpusFile& file) const;
  void Take(const CorpusFile& file, const CheckedScenario& checked);
  void Write(FileSystem& files) const;

 private:
  const Environment& environment_;
  bool may_skip_;
  std::map<std::string, KnownPasses> by_home_;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_KNOWN_PASSES_H_
