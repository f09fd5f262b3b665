#include "runtime/recorded_runs.h"

namespace streplay {

TEST_CASE("forms hold values back as Streamlit's do") {
  CheckRecordedRuns("forms.txt");
}

}  // namespace streplay
