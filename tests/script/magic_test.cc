#include "script/tree_case.h"

namespace streplay::script {
namespace {

TEST_CASE("magic shows what Streamlit's transformer makes a call of") {
  CheckTrees("trees/magic.txt", ShowMagic::kYes);
}

}  // namespace
}  // namespace streplay::script
