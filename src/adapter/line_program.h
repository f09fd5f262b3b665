// A program that is asked one line at a time on its standard input and answers one line at a time
// on its standard output: what an adapter is to us. The program binds it to a process
// (adapter/child_process.h), tests to memory.
#ifndef STREPLAY_ADAPTER_LINE_PROGRAM_H_
#define STREPLAY_ADAPTER_LINE_PROGRAM_H_

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace streplay {

// How a process ended: its exit code, or the signal that killed it.
struct ProgramEnd {
  bool by_signal = false;
  int number = 0;
  bool operator==(const ProgramEnd&) const = default;
};

// "exit code 3", "signal SIGSEGV".
std::string ProgramEndText(const ProgramEnd& end);

struct Reply {
  enum class Status {
    kLine,     // one whole line
    kTimeout,  // none in time
    kEnded,    // the program is gone
    kClosed,   // it lives, but has closed its standard output
    kDeaf,     // it lives, but has closed its standard input
    kTooLong,  // more bytes than a line may have
  };
  Status status = Status::kTimeout;
  std::string line;  // without its line break; with the others: the beginning of one, if any
  ProgramEnd end;    // with kEnded
};

class LineProgram {
 public:
  // Ends the program, whatever it does, with all that it has started.
  virtual ~LineProgram() = default;

  // Sends a line (`request` has no line break) and waits for one. Returns within about `limit`.
  virtual Reply Ask(std::string_view request, std::chrono::milliseconds limit) = 0;

  // Whether something came that nobody has asked for.
  virtual bool HasUnasked() = 0;

  // What it wrote to its standard error since the last call; the beginning of much is left out.
  virtual std::string TakeErrors() = 0;

  // Sends a last line and waits for the program to end by itself. Nothing when it did not.
  virtual std::optional<ProgramEnd> Finish(std::string_view request,
                                           std::chrono::milliseconds limit) = 0;
};

// Starts the program of a command line; null when that fails, and `error` says why. Called from
// several threads at once.
using ProgramStarter =
    std::function<std::unique_ptr<LineProgram>(const std::string& command, std::string& error)>;

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_LINE_PROGRAM_H_
