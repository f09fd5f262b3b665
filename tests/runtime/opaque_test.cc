#include "runtime/recorded_runs.h"

namespace streplay {

TEST_CASE("opaque modules, values and stubs are those that a real Streamlit is given") {
  CheckRecordedRuns("opaque.txt");
}

}  // namespace streplay
