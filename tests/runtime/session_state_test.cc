#include "runtime/recorded_runs.h"

namespace streplay {

TEST_CASE("session_state, widgets' values and callbacks are Streamlit's") {
  CheckRecordedRuns("session_state.txt");
}

}  // namespace streplay
