// What a run over some paths leaves out of its corpus.
#ifndef STREPLAY_CLI_WHOLE_CORPUS_H_
#define STREPLAY_CLI_WHOLE_CORPUS_H_

#include <set>
#include <string>
#include <vector>

#include "cli/corpus.h"
#include "cli/environment.h"

namespace streplay {

// The ids of scenarios that lie in the folders of the same corpora, but are not among `files`.
std::set<std::string> ScenariosLeftOut(const std::vector<CorpusFile>& files,
                                       const Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_WHOLE_CORPUS_H_
