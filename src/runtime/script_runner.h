// Carries out a request to run a script: the run itself, and the runs that the script asks for with
// st.experimental_rerun (Streamlit's ScriptRunner).
#ifndef STREPLAY_RUNTIME_SCRIPT_RUNNER_H_
#define STREPLAY_RUNTIME_SCRIPT_RUNNER_H_

#include <memory>

#include "runtime/program_cache.h"
#include "runtime/server.h"
#include "runtime/simulation.h"
#include "script/completion.h"

namespace streplay {

// How many reruns in a row a script may ask for; the run that asks for one more ends with `limit`.
inline constexpr int kRerunLimit = 100;

class ScriptRunner {
 public:
  // Records and outcomes are appended to `outcome`. All must outlive the runner.
  ScriptRunner(Server& server, ProgramCache& programs, Outcome& outcome)
      : server_(server), programs_(programs), outcome_(outcome) {}

  struct Request {
    Session& session;
    RunCause cause = RunCause::kRun;
    const MappedText& text;
    WidgetStates states;    // what the browser sends
    size_t step_index = 0;  // of the scenario
  };

  void Run(const Request& request);

 private:
  RunStatus RunOnce(const Request& request, RunCause cause, const WidgetStates* states,
                    bool may_rerun);
  void Execute(const Request& request, const WidgetStates* states,
               const std::shared_ptr<const script::Program>& program, RunOutcome& run_outcome);
  RunStatus Conclude(ScriptRun& run, const script::Completion& completion, const Request& request,
                     const script::Program& program);
  RunStatus ShowUncaught(ScriptRun& run, const script::Completion& completion);

  Server& server_;
  ProgramCache& programs_;
  Outcome& outcome_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SCRIPT_RUNNER_H_
