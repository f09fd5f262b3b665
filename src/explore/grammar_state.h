// What the parts of the grammar share while one program grows: the chance, the names given so far,
// the functions that can be called, and how much may still be written.
#ifndef STREPLAY_EXPLORE_GRAMMAR_STATE_H_
#define STREPLAY_EXPLORE_GRAMMAR_STATE_H_

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "explore/program.h"
#include "explore/random.h"

namespace streplay {

// Which programs: those about which the documentation promises that decorators do not matter
// (specs/explore.md, Transparency), or any.
enum class Freedom { kTransparent, kAny };

// A name with a value, and what can be made of it.
struct Variable {
  std::string name;
  std::string condition;  // an expression for an `if`
  std::string shown;      // an expression that is text or a number or a list of such
};

struct CallableFunction {
  std::string name;
  bool takes_argument = false;
  bool has_cache = false;
  bool is_method = false;   // then `name` makes the instance, too: `C1().f1`
  bool has_button = false;  // the function may, itself or by a call, place one
  bool has_form = false;
  bool has_columns = false;
  bool has_expander = false;
};

// Where a statement stands.
struct Place {
  size_t depth = 0;          // of blocks
  bool in_cached = false;    // in the body of a cached function
  bool in_function = false;  // in that of any function
  bool in_form = false;
  bool in_columns = false;
  bool in_expander = false;
  bool in_sidebar = false;
  bool in_slot = false;       // in `with st.empty()`, which holds one element: a spinner takes it
  bool is_editable = false;   // an `edit` may change its texts
  size_t callable_count = 0;  // of GrammarState::functions, the first ones
  std::string parameter;      // of the function around it; empty: none
  std::vector<Variable> variables;
};

struct GrammarState {
  Random& random;
  Freedom freedom;
  size_t budget;  // statements that may still be made

  std::vector<CallableFunction> functions = {};
  std::set<std::string> imports = {};  // beside streamlit's
  std::vector<std::string> callbacks = {};
  bool has_class = false;  // the class of NewClass is used
  std::vector<std::string> keys =
      {};  // of widgets that session_state may set, with a fitting value:
  std::vector<std::string> key_values = {};
  std::vector<std::string> editable_texts = {};  // each stands once in the source, with its quotes
  size_t last_name = 0;

  bool is_transparent() const { return freedom == Freedom::kTransparent; }

  // `prefix` and a number that no other name of the program has.
  std::string NewName(const std::string& prefix) { return prefix + std::to_string(++last_name); }
};

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_GRAMMAR_STATE_H_
