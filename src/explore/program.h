// A generated program as a tree that can be made smaller: statements with arguments and bodies, and
// the steps. What is in it is text of the script language; a scenario file is its printed form
// (explore/program_text.h), and only through that form is it run.
#ifndef STREPLAY_EXPLORE_PROGRAM_H_
#define STREPLAY_EXPLORE_PROGRAM_H_

#include <optional>
#include <string>
#include <vector>

#include "scenario/step.h"

namespace streplay {

struct Argument {
  std::string name;      // empty: by position
  std::string value;     // an expression
  std::string simplest;  // a simpler expression that fits as well; empty: none
  bool is_required = false;
};

struct Statement;
using Statements = std::vector<Statement>;

// One line and what is indented below it. A decorator is a statement before its `def`, an `else`
// one after its `if`.
struct Statement {
  std::string before;                              // `x = st.checkbox`, `with st.container`, `if x`
  std::optional<std::vector<Argument>> arguments;  // printed in parentheses
  bool opens_block = false;                        // a colon follows, and the body
  Statements body;
  std::string feature;       // what the feature table counts it as; empty: nothing
  bool is_required = false;  // a program without it would be about nothing
};

// A statement of one line; `feature` as in Statement.
Statement Line(std::string text, std::string feature = {});

// One with a colon and `body` below it.
Statement Opening(std::string text, Statements body, std::string feature = {});

struct Program {
  Statements definitions;  // imports and functions
  Statements script;
  std::vector<Step> steps;  // ranges and mapped texts are empty: the loader makes them
};

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_PROGRAM_H_
