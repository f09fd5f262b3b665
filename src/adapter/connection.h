// A lasting connection to one adapter: it is started when it is needed, says hello, gets one case
// at a time, and is thrown away and started anew after a case that it did not survive or answer as
// it should. So no answer ever counts for another case than its own.
#ifndef STREPLAY_ADAPTER_CONNECTION_H_
#define STREPLAY_ADAPTER_CONNECTION_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapter/line_program.h"
#include "adapter/protocol.h"
#include "scenario/scenario.h"
#include "stream/element_stream.h"

namespace streplay {

struct AdapterSettings {
  std::string command;                      // a command line for the shell
  std::chrono::milliseconds hello{30000};   // how long it may take to start and say hello
  std::chrono::milliseconds budget{10000};  // and to answer a case
};

struct CaseAnswer {
  enum class Kind {
    kStream,
    kSkipped,             // it says why it does not run the case
    kRejected,            // it says that the case cannot happen
    kTimeout,             //
    kCrash,               // it ended by a signal or an exit code, before it answered
    kProtocolError,       // what it said is no answer to this case
    kUnsupportedVersion,  // it speaks another protocol; there was no case
  };
  Kind kind = Kind::kStream;
  ElementStream stream;  // kStream, as far as it is whole
  std::string message;   // with every other kind: why, on one line
  std::string issue;     // kSkipped: an address, or empty

  bool is_start_failure = false;        // the adapter could not be started for this case
  std::string errors;                   // what it wrote to its standard error meanwhile
  size_t lost_processes = 0;            // that had to be thrown away
  std::chrono::nanoseconds elapsed{0};  // from the request to the answer
};

// "timeout", "protocol-error", …
std::string_view CaseAnswerKindName(CaseAnswer::Kind kind);

class AdapterConnection {
 public:
  AdapterConnection(AdapterSettings settings, ProgramStarter starter);

  // Starts the adapter unless it runs. False when it does not come up; `failure` is then as an
  // answer to a case would be.
  [[nodiscard]] bool Start(CaseAnswer& failure);

  // What the adapter said of itself; after a successful start.
  const AdapterInfo& info() const { return info_; }

  // Runs a case. A process that has run others before and then fails this one by a crash or by a
  // wrong answer is not blamed on it: the case is asked once more of a fresh one.
  CaseAnswer Run(const Scenario& scenario);

  // Sends a request that the protocol does not have. Empty when it was answered by an error, as it
  // should be; else what came instead.
  std::string AskUnknown();

  // Says bye. Nothing when it then ended with exit code 0, or had not been started; else what it
  // did instead. Afterwards it can be started again.
  std::optional<std::string> Close();

 private:
  CaseAnswer Ask(const Scenario& scenario);
  CaseAnswer ReadCase(const Reply& reply, int64_t id);
  CaseAnswer ReadHello(const Reply& reply);
  CaseAnswer Lose(CaseAnswer::Kind kind, std::string message);
  CaseAnswer LoseByReply(const Reply& reply, std::chrono::milliseconds limit, const char* due);

  AdapterSettings settings_;
  ProgramStarter starter_;
  AdapterInfo info_;
  std::unique_ptr<LineProgram> program_;  // null while none runs
  int64_t next_id_ = 1;
  size_t asked_ = 0;  // how many cases, of `program_`
};

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_CONNECTION_H_
