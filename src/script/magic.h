// Magic: which bare expressions Streamlit shows. Expression statements are shown in the module's
// own statements, in function bodies, and in the bodies of `if`/`elif`/`else`, `for`, `while`,
// `with`, `try`, `except` and `finally`; not in class bodies, nor in the `else` of `for`, `while`
// and `try`, nor in anything inside those. Facts: the magic of Streamlit 1.18.1.
#ifndef STREPLAY_SCRIPT_MAGIC_H_
#define STREPLAY_SCRIPT_MAGIC_H_

#include "script/ast_statements.h"

namespace streplay::script {

// Where an expression statement stands.
struct MagicPlace {
  bool is_shown = true;           // the block is one whose expressions are shown
  bool can_be_docstring = false;  // it is the first statement of the module or of a function
};

Magic MagicFor(const Expr& value, MagicPlace place);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_MAGIC_H_
