// A spinner outlives its timer: it stops it. ScriptRun's end drops timers that were never stopped
// (a run that a limit ended leaves no `with` block).
#include "runtime/spinner.h"

#include <utility>

#include "base/check.h"
#include "runtime/clean_text.h"
#include "runtime/element_builder.h"
#include "runtime/enqueue.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "script/exception_object.h"

namespace streplay {
namespace {

constexpr int64_t kDelayMicroseconds = 100'000;

}  // namespace

Spinner::~Spinner() {
  StopTimer();
}

void Spinner::StopTimer() {
  if (timer_) position_->server().machine().clock.Cancel(*std::exchange(timer_, std::nullopt));
}

bool Spinner::Start(ScriptRun& run, std::string text) {
  STREPLAY_CHECK(run_ == nullptr);
  run_ = &run;
  position_ = EnqueueElement(run, run.server().main(), run.server().empty_message());
  if (!position_) return false;
  text_ = std::move(text);
  timer_ = run.server().machine().clock.Start(kDelayMicroseconds, [this] { Show(); });
  return true;
}

// The message is made when it is due, which it mostly never is.
void Spinner::Show() {
  ElementBuilder spinner(DeltaType::kSpinner);
  spinner.SetText(FieldId::kText, CleanText(text_));
  // A failure is a limit, which stays pending for the script's next step.
  (void)run_->Send(position_->cursor().path(), spinner.Build());
}

bool Spinner::Finish() {
  StopTimer();
  script::Interpreter& interpreter = run_->interpreter();
  script::Ref<script::ExceptionObject> exception = interpreter.TakeException();
  if (interpreter.failed()) return false;  // a limit or a deadlock
  const EnqueueOptions options{.warns_as = {}, .ends_spinner = true};
  const DeltaMessagePtr& empty = run_->server().empty_message();
  if (PutElement(*run_, *position_, empty, options) == kNoGenerator) return false;
  if (!exception) return true;
  interpreter.RaiseObject(script::Value(exception));
  return false;
}

}  // namespace streplay
