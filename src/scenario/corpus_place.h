// Where a scenario stands in its corpus: its id, its golden's folder, and the folder that a script
// file may not leave.
#ifndef STREPLAY_SCENARIO_CORPUS_PLACE_H_
#define STREPLAY_SCENARIO_CORPUS_PLACE_H_

#include <string>

#include "scenario/file_reader.h"

namespace streplay {

// The corpus is the nearest folder named `scenarios` above the file, else the file's own folder.
// All paths are relative when the scenario's is; `.` is the current folder.
struct CorpusPlace {
  std::string folder;       // of the scenario
  std::string root;         // of the corpus
  std::string golden_root;  // `golden` beside the `scenarios` folder, else in the file's folder
  std::string id;           // the path below the corpus root, without its extension
};

// A `scenarios` folder above a relative path's first folder is found through `files`.
CorpusPlace FindCorpusPlace(const std::string& path, const FileReader& files);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_CORPUS_PLACE_H_
