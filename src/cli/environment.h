// Everything that the command line touches outside itself. The program binds it to the machine
// (cli/process.cc), tests to memory.
#ifndef STREPLAY_CLI_ENVIRONMENT_H_
#define STREPLAY_CLI_ENVIRONMENT_H_

#include <chrono>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "adapter/line_program.h"
#include "cli/watch_host.h"
#include "golden/file_system.h"
#include "runtime/simulation.h"
#include "scenario/file_reader.h"
#include "scenario/scenario.h"

namespace streplay {

// Runs a scenario under a profile. Called from several threads at once, each with a scenario of its
// own.
using Simulator = std::function<Outcome(const Scenario& scenario, const Profile& profile)>;

struct Environment {
  std::vector<std::string> arguments;  // without the program's name
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  size_t out_columns = 100;  // of the terminal, or of what is written elsewhere
  std::istream& in;          // what the person types
  bool in_is_terminal = false;
  size_t processor_count = 1;
  std::function<std::optional<std::string>(const std::string&)> variable;
  FileSystem& files;                       // folders and goldens
  const FileReader& scenario_files;        // scenarios and the scripts that they name
  std::vector<std::string> element_types;  // known to `expect`, sorted; empty: any is
  Simulator simulate;
  Simulator simulate_with_evidence;  // the same, and why each cached call hit or missed
  ProgramStarter start_program;      // adapters
  std::function<std::chrono::nanoseconds()> clock;  // since some moment; for --timing alone
  WatchHost* watch_host = nullptr;                  // for --watch only
  std::string program_identity;  // another one for every build; empty: it cannot be told
};

}  // namespace streplay

#endif  // STREPLAY_CLI_ENVIRONMENT_H_
