// `streplay conform`, once its options and files are read: runs the cases, judges them by the list,
// reports, rewrites the list.
#ifndef STREPLAY_CLI_CONFORMANCE_H_
#define STREPLAY_CLI_CONFORMANCE_H_

#include <set>
#include <string>
#include <vector>

#include "adapter/connection.h"
#include "adapter/expectation_list.h"
#include "cli/corpus.h"
#include "cli/environment.h"

namespace streplay {

struct ConformanceOptions {
  AdapterSettings adapter;
  std::string profile;
  size_t max_restarts = 0;
  size_t jobs = 1;
  bool fix_expectations = false;  // then there is a list
  bool timing = false;
  bool verbose = false;
  bool has_colour = false;
  std::string reproduction;  // a command line that lacks the scenario's path only
};

// Returns the process's exit code. `list` may be null; `left_out` are the ids of scenarios that it
// may list, though they are not run now.
int RunConformance(const ConformanceOptions& options, const std::vector<CorpusFile>& corpus,
                   const ExpectationList* list, const std::set<std::string>& left_out,
                   Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_CONFORMANCE_H_
