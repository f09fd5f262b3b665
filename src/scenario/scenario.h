// A scenario as plain data: a script, and what happens to it. Made by scenario/scenario_loader.h,
// which has checked everything that can be known without running it; immutable afterwards.
#ifndef STREPLAY_SCENARIO_SCENARIO_H_
#define STREPLAY_SCENARIO_SCENARIO_H_

#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "scenario/step.h"
#include "scenario/stub.h"

namespace streplay {

inline constexpr const char* kProfileNames[] = {"documented", "streamlit-1.18"};

struct Scenario {
  std::string path;         // as the user gave it
  std::string id;           // below the `scenarios` folder, without extension: "widgets/negate"
  std::string golden_root;  // the `golden` folder, relative when `path` is
  SourceTextPtr source;     // the file's text

  std::string title;
  std::vector<std::string> covers;    // rule ids
  std::vector<std::string> tags;      //
  std::vector<std::string> profiles;  // never empty; in the order of kProfileNames
  std::optional<std::string> issue;   // an address

  MappedText definitions;   // may be empty
  MappedText script;        // what runs is Concatenate(definitions, script)
  std::vector<Stub> stubs;  // in the order of the file; names are distinct
  std::vector<Step> steps;  // never empty
};

// Where the golden of a scenario lies: `golden_root/profile/id.jsonl`.
std::string GoldenPath(const Scenario& scenario, const std::string& profile);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCENARIO_H_
