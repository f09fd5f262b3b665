#include <csignal>
#include <cstddef>

#include "adapter/line_program.h"

namespace streplay {
namespace {

struct SignalName {
  int number;
  const char* name;
};

constexpr SignalName kSignalNames[] = {
    {SIGHUP, "SIGHUP"},   {SIGINT, "SIGINT"},   {SIGQUIT, "SIGQUIT"}, {SIGILL, "SIGILL"},
    {SIGTRAP, "SIGTRAP"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
    {SIGKILL, "SIGKILL"}, {SIGUSR1, "SIGUSR1"}, {SIGSEGV, "SIGSEGV"}, {SIGUSR2, "SIGUSR2"},
    {SIGPIPE, "SIGPIPE"}, {SIGALRM, "SIGALRM"}, {SIGTERM, "SIGTERM"}, {SIGXCPU, "SIGXCPU"},
    {SIGXFSZ, "SIGXFSZ"}, {SIGSYS, "SIGSYS"},
};

}  // namespace

std::string ProgramEndText(const ProgramEnd& end) {
  if (!end.by_signal) return "exit code " + std::to_string(end.number);
  for (const SignalName& signal : kSignalNames) {
    if (signal.number == end.number) return std::string("signal ") + signal.name;
  }
  return "signal " + std::to_string(end.number);
}

}  // namespace streplay
