// One run, in Streamlit's order: the record of its start, compiling, folding the session's state
// and calling callbacks, the script, the exception it ended in, the end of the session's run.
//
// A rerun that the script asked for carries no widget states: nothing is folded, no callback is
// called.
#include "runtime/script_runner.h"

#include "runtime/call_witness.h"
#include "runtime/enqueue.h"
#include "runtime/script_run.h"
#include "runtime/streamlit_errors.h"
#include "script/exception_object.h"

namespace streplay {
namespace {

using script::Completion;
using script::CompletionKind;

RunStatus StatusOf(Ending ending) {
  switch (ending) {
    case Ending::kStop:
      return RunStatus::kStop;
    case Ending::kRerun:
      return RunStatus::kRerun;
    case Ending::kDeadlock:
      return RunStatus::kDeadlock;
  }
  return RunStatus::kOk;
}

// Where the script was. `text` is the run's own, whose lines an edit may have moved in the file
// since an equal text was parsed.
SourceRange RangeOf(const script::ScriptRange& range, const MappedText& text,
                    const script::Program& program) {
  if (range.program == nullptr) return {};
  const MappedText& origin = range.program.get() == &program ? text : range.program->text();
  return origin.RangeAt(range.begin, range.end);
}

// Whether the browser hears that the run is over: not of one that is followed by another, or hangs.
bool IsHeardOf(RunStatus status) {
  return status != RunStatus::kRerun && status != RunStatus::kDeadlock &&
         status != RunStatus::kLimit;
}

}  // namespace

void ScriptRunner::Run(const Request& request) {
  RunStatus status = RunOnce(request, request.cause, &request.states, true);
  for (int reruns = 1; status == RunStatus::kRerun; ++reruns) {
    status = RunOnce(request, RunCause::kRerun, nullptr, reruns < kRerunLimit);
  }
}

RunStatus ScriptRunner::RunOnce(const Request& request, RunCause cause, const WidgetStates* states,
                                bool may_rerun) {
  std::vector<Record>& records = outcome_.stream.records;
  Browser& browser = request.session.browser;
  RunOutcome run;
  run.run = static_cast<int>(outcome_.runs.size()) + 1;
  run.step_index = request.step_index;
  run.first_record = records.size();
  records.emplace_back(RunRecord{run.run, request.session.name, cause});
  CallWitness* witness = server_.machine().witness;
  if (witness != nullptr) witness->OnRunStarted(run.run);
  browser.OnRunStarted();
  if (std::shared_ptr<const script::Program> program = programs_.Parse(request.text)) {
    Execute(request, states, program, run);
    if (run.status == RunStatus::kRerun && !may_rerun) {
      run.status = RunStatus::kLimit;
      run.limit =
          "the script asked for more than " + std::to_string(kRerunLimit) + " reruns in a row";
    }
    if (IsHeardOf(run.status)) browser.OnRunFinished();
  } else {
    run.status = RunStatus::kSyntaxError;
    browser.OnCompileError();
  }
  if (witness != nullptr) witness->OnRunFinished();
  records.emplace_back(EndRecord{run.run, run.status});
  run.end_record = records.size();
  if (run.status != RunStatus::kRerun) run.widget_values = browser.ShownValues();
  outcome_.runs.push_back(std::move(run));
  return outcome_.runs.back().status;
}

void ScriptRunner::Execute(const Request& request, const WidgetStates* states,
                           const std::shared_ptr<const script::Program>& program,
                           RunOutcome& run_outcome) {
  ScriptRun run(server_, request.session, outcome_.stream.records, run_outcome);
  script::Interpreter& interpreter = run.interpreter();
  interpreter.BeginRun();
  auto main_module = run.heap().New<script::ModuleObject>(run.heap(), "__main__");
  server_.set_main_module(main_module);
  SessionState& state = request.session.state;
  run.set_in_callbacks(true);
  const bool begins = states == nullptr || state.OnScriptWillRerun(run, *states);
  run.set_in_callbacks(false);
  Completion completion =
      begins ? interpreter.RunModule(program, main_module) : interpreter.TakeCompletion();
  run_outcome.status = Conclude(run, completion, request, *program);
  state.OnScriptFinished(run);
  run.FlushPrinted();
}

RunStatus ScriptRunner::Conclude(ScriptRun& run, const Completion& completion,
                                 const Request& request, const script::Program& program) {
  RunOutcome& outcome = run.outcome();
  switch (completion.kind) {
    case CompletionKind::kNormal:
      return RunStatus::kOk;
    case CompletionKind::kEnded:
      return StatusOf(static_cast<Ending>(completion.ending));
    case CompletionKind::kLimit:
      outcome.limit = completion.message;
      return RunStatus::kLimit;
    case CompletionKind::kException:
      outcome.failed_at = RangeOf(completion.range, request.text, program);
      return ShowUncaught(run, completion);
  }
  return RunStatus::kOk;
}

// SystemExit and its like end the run without a trace, as in Streamlit.
RunStatus ScriptRunner::ShowUncaught(ScriptRun& run, const Completion& completion) {
  auto& exception = *completion.exception.As<script::ExceptionObject>();
  script::Interpreter& interpreter = run.interpreter();
  if (!exception.type().IsSubclassOf(*interpreter.classes().exception)) return RunStatus::kStop;
  DeltaMessagePtr message = ExceptionMessage(run, exception);
  const bool is_shown =
      message != nullptr && PutElement(run, server_.main(), message) != kNoGenerator;
  if (is_shown) return RunStatus::kException;
  Completion failure = interpreter.TakeCompletion();
  run.outcome().limit = failure.message;
  return RunStatus::kLimit;
}

}  // namespace streplay
