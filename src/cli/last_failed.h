// What failed when scenarios of a corpus were last checked: the state file `last-failed.jsonl`
// (state_file.h, specs/cli.md), for `--last-failed`.
#ifndef STREPLAY_CLI_LAST_FAILED_H_
#define STREPLAY_CLI_LAST_FAILED_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/corpus.h"
#include "golden/file_system.h"
#include "report/result.h"

namespace streplay {

class LastFailed {
 public:
  // Of the corpora with this `home` (CorpusFile). Empty when there is no file that can be read.
  static LastFailed Read(const FileSystem& files, const std::string& home);

  bool empty() const { return failures_.empty(); }
  bool Has(const CorpusFile& file) const;

  // What the results of one scenario say takes the place of what was known about the same profiles.
  // One that can be loaded again is no longer one that cannot.
  void Take(const CorpusFile& file, const std::vector<ScenarioResult>& results);

  // At once, and only when it changes what is there. Failures of scenarios whose file is gone are
  // left out. A corpus in which nothing has ever failed gets no file.
  void Write(FileSystem& files) const;

 private:
  // A scenario by its CorpusFile::name, and a profile; empty for a file that cannot be loaded.
  using Failure = std::pair<std::string, std::string>;

  explicit LastFailed(std::string home) : home_(std::move(home)) {}

  std::string home_;
  std::set<Failure> failures_;
};

// What failed in the corpora that one check goes through.
class LastFailedKeeper {
 public:
  // Keeps nothing unless `is_wanted`.
  LastFailedKeeper(FileSystem& files, bool is_wanted) : files_(files), is_wanted_(is_wanted) {}

  void Take(const CorpusFile& file, const std::vector<ScenarioResult>& results);
  void Write() const;

 private:
  FileSystem& files_;
  bool is_wanted_;
  std::map<std::string, LastFailed> by_home_;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_LAST_FAILED_H_
