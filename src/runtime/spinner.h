// The spinner: the placeholder that st.spinner and every call of a cached function take, and the
// text that appears in it when the work lasts over 0.1 s of virtual time (rule
// option.show-spinner).
//
// It sends `empty` at the start, `spinner` from a timer, and `empty` again at the end, all at one
// position. The two `empty` are recorded in running cached functions like any element; the text
// comes from a timer thread in Streamlit, is not recorded, and so never replays.
#ifndef STREPLAY_RUNTIME_SPINNER_H_
#define STREPLAY_RUNTIME_SPINNER_H_

#include <optional>
#include <string>

#include "runtime/delta_generator.h"
#include "runtime/virtual_clock.h"

namespace streplay {

class ScriptRun;

class Spinner {
 public:
  Spinner() = default;
  Spinner(const Spinner&) = delete;
  Spinner& operator=(const Spinner&) = delete;
  // Stops the timer; sends nothing.
  ~Spinner();

  // Takes the position and starts the timer. False when a completion is pending. A spinner starts
  // once.
  [[nodiscard]] bool Start(ScriptRun& run, std::string text);

  // Empties the position. May be called while an exception is pending, which stays pending; sends
  // nothing when a limit or a deadlock is. False when a completion is pending afterwards.
  [[nodiscard]] bool Finish();

 private:
  void Show();
  void StopTimer();

  ScriptRun* run_ = nullptr;
  script::Ref<DeltaGenerator> position_;
  std::string text_;
  std::optional<VirtualClock::TimerId> timer_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SPINNER_H_
