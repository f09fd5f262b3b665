// The command line in memory: files, environment variables and a stand-in for the model.
#ifndef STREPLAY_TESTS_SUPPORT_COMMAND_WORLD_H_
#define STREPLAY_TESTS_SUPPORT_COMMAND_WORLD_H_

#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "support/fake_simulation.h"
#include "support/memory_file_reader.h"
#include "support/memory_file_system.h"
#include "support/scripted_watch_host.h"

namespace streplay {

struct CommandWorld {
  MemoryFileSystem files;
  std::map<std::string, std::string> variables;
  bool is_terminal = false;
  size_t columns = 80;
  std::string input;  // what the person types
  Simulator simulate = FakeSimulate;
  Simulator simulate_with_evidence = SimulateWithEvidence;  // the model itself
  ProgramStarter start_program;                             // none: no adapter can be started
  std::chrono::nanoseconds now{0};  // moves on by a millisecond with each look
  std::vector<std::function<WatchEvent()>> watch_events;  // then the watch ends
  std::string program_identity;                           // empty: nothing is known to pass

  // Of the last command.
  std::string out;
  std::string err;

  // Returns the exit code.
  int Run(std::vector<std::string> arguments) {
    std::ostringstream out_stream, err_stream;
    std::istringstream in_stream(input);
    MemoryFileReader reader(files);
    ScriptedWatchHost watch_host(files, watch_events);
    Environment environment{
        .arguments = std::move(arguments),
        .out = out_stream,
        .err = err_stream,
        .out_is_terminal = is_terminal,
        .out_columns = columns,
        .in = in_stream,
        .in_is_terminal = is_terminal,
        .processor_count = 2,
        .variable = [this](const std::string& name) -> std::optional<std::string> {
          auto found = variables.find(name);
          if (found == variables.end()) return std::nullopt;
          return found->second;
        },
        .files = files,
        .scenario_files = reader,
        .element_types = {},
        .simulate = simulate,
        .simulate_with_evidence = simulate_with_evidence,
        .start_program = start_program,
        .clock = [this] { return now += std::chrono::milliseconds{1}; },
        .watch_host = &watch_host,
        .program_identity = program_identity,
    };
    int exit_code = RunCommandLine(environment);
    out = out_stream.str();
    err = err_stream.str();
    return exit_code;
  }
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_COMMAND_WORLD_H_
