#include "cli/process.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <thread>

#include "adapter/child_process.h"
#include "base/check.h"
#include "cli/command_line.h"
#include "cli/exit_code.h"
#include "cli/terminal_watch_host.h"
#include "golden/disk_file_system.h"
#include "registry/delta.h"
#include "scenario/disk_file_reader.h"

namespace streplay {
namespace {

constexpr size_t kColumnsElsewhere = 120;  // of what is not written to a terminal

// When this variable is set, the process ends as it does after a failed check: for those who want
// to know how their tools take it (specs/cli.md).
constexpr const char* kFailVariable = "STREPLAY_FAIL_CHECK";

std::optional<std::string> Variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

size_t TerminalColumns() {
  winsize size{};
  bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kColumnsElsewhere;
}

std::vector<std::string> ElementTypes() {
  std::vector<std::string> types;
  for (const Delta& delta : AllDeltas()) types.emplace_back(delta.name);
  for (const Block& block : AllBlocks()) types.emplace_back(block.name);
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

std::unique_ptr<LineProgram> StartAdapter(const std::string& command, std::string& error) {
  return StartChildProcess(command, {}, error);
}

// The program's file as it was when it was started; empty where the system does not say.
std::string ProgramIdentity() {
  struct stat file {};
  if (::stat("/proc/self/exe", &file) != 0) return {};
  return std::string(kVersion) + "-" + std::to_string(file.st_size) + "-" +
         std::to_string(file.st_ino) + "-" + std::to_string(file.st_mtim.tv_sec) + "." +
         std::to_string(file.st_mtim.tv_nsec);
}

int Run(int argument_count, char** arguments) {
  STREPLAY_CHECK(!Variable(kFailVariable));
  DiskFileSystem files;
  DiskFileReader scenario_files;
  TerminalWatchHost watch_host;
  bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  Environment environment{
      .arguments = {arguments + 1, arguments + argument_count},
      .out = std::cout,
      .err = std::cerr,
      .out_is_terminal = is_terminal,
      .out_columns = is_terminal ? TerminalColumns() : kColumnsElsewhere,
      .in = std::cin,
      .in_is_terminal = ::isatty(STDIN_FILENO) == 1,
      .processor_count = std::max(1u, std::thread::hardware_concurrency()),
      .variable = Variable,
      .files = files,
      .scenario_files = scenario_files,
      .element_types = ElementTypes(),
      .simulate = Simulate,
      .simulate_with_evidence = SimulateWithEvidence,
      .start_program = StartAdapter,
      .clock = [] { return std::chrono::steady_clock::now().time_since_epoch(); },
      .watch_host = &watch_host,
      .program_identity = ProgramIdentity(),
  };
  int exit_code = RunCommandLine(environment);
  std::cout.flush();
  return std::cout.good() ? exit_code : std::max<int>(exit_code, kExitInvalid);
}

}  // namespace

int RunProcess(int argument_count, char** arguments) {
  std::ios::sync_with_stdio(false);
  try {
    return Run(std::max(argument_count, 1), arguments);
  } catch (const std::exception& error) {
    std::cerr << "streplay: internal error: " << error.what() << "\n";
    return kExitOurBug;
  }
}

}  // namespace streplay
