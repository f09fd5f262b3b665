#include "script/magic.h"

namespace streplay::script {

Magic MagicFor(const Expr& value, MagicPlace place) {
  if (!place.is_shown || value.kind == NodeKind::kCall) return Magic::kNone;
  if (place.can_be_docstring && value.kind == NodeKind::kStringConstant) return Magic::kNone;
  return value.kind == NodeKind::kTupleDisplay ? Magic::kItems : Magic::kValue;
}

}  // namespace streplay::script
