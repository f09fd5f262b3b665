// Files that the program keeps for itself between two runs: in the folder `.streplay` beside the
// `golden` folder of a corpus, out of Git's sight. Nothing depends on them: whatever is wrong with
// one, it only counts as not being there.
#ifndef STREPLAY_CLI_STATE_FILE_H_
#define STREPLAY_CLI_STATE_FILE_H_

#include <optional>
#include <string>

#include "golden/file_system.h"

namespace streplay {

// The text of a plain file in a plain folder; `home` as in CorpusFile.
std::optional<std::string> ReadStateFile(const FileSystem& files, const std::string& home,
                                         const std::string& name);

// At once. Where it cannot be written it stays as it was, and nobody is told.
void WriteStateFile(FileSystem& files, const std::string& home, const std::string& name,
                    const std::string& text);

}  // namespace streplay

#endif  // STREPLAY_CLI_STATE_FILE_H_
