// The whole syntax tree: include this to read one.
#ifndef STREPLAY_SCRIPT_AST_H_
#define STREPLAY_SCRIPT_AST_H_

#include "script/ast_expressions.h"  // IWYU pragma: export
#include "script/ast_function.h"     // IWYU pragma: export
#include "script/ast_node.h"         // IWYU pragma: export
#include "script/ast_scope.h"        // IWYU pragma: export
#include "script/ast_statements.h"   // IWYU pragma: export

#endif  // STREPLAY_SCRIPT_AST_H_
