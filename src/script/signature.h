// Signatures and the one binder of arguments to parameters, used for script functions, native
// functions and the host's own commands. Its TypeErrors are CPython 3.11's, word for word.
#ifndef STREPLAY_SCRIPT_SIGNATURE_H_
#define STREPLAY_SCRIPT_SIGNATURE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "script/arguments.h"
#include "script/symbol.h"
#include "script/value.h"

namespace streplay::script {

class Interpreter;
struct Function;

enum class ParameterKind : uint8_t {
  kPositionalOnly,
  kPositionalOrKeyword,
  kVarPositional,
  kKeywordOnly,
  kVarKeyword,
};

struct SignatureParameter {
  Symbol name;
  ParameterKind kind = ParameterKind::kPositionalOrKeyword;
  bool has_default = false;
};

// Parameters stand in the order of CPython's co_varnames, which is that of a function's local
// slots: positional ones, keyword-only ones, *args, **kwargs.
class Signature {
 public:
  Signature() = default;
  explicit Signature(std::vector<SignatureParameter> parameters);
  // That of a definition in a script.
  static Signature Of(const Function& function);

  // Parses "a, /, b=1, *args, c, **rest" (a table's text; anything malformed is our bug). Defaults
  // are not evaluated.
  static Signature Parse(SymbolTable& symbols, std::string_view text);

  const std::vector<SignatureParameter>& parameters() const { return parameters_; }
  size_t size() const { return parameters_.size(); }
  size_t positional_count() const { return positional_count_; }  // without *args
  size_t positional_only_count() const { return positional_only_count_; }
  size_t required_positional_count() const { return required_positional_count_; }
  size_t keyword_only_count() const { return keyword_only_count_; }
  bool has_var_positional() const { return has_var_positional_; }
  bool has_var_keyword() const { return has_var_keyword_; }
  // Whether a keyword can name a parameter at all (**kwargs included).
  bool takes_keywords() const {
    return has_var_keyword_ || keyword_only_count_ > 0 ||
           positional_only_count_ < positional_count_;
  }
  // Nothing but positional-only parameters without defaults.
  bool is_simple() const { return is_simple_; }

 private:
  std::vector<SignatureParameter> parameters_;
  size_t positional_count_ = 0;
  size_t positional_only_count_ = 0;
  size_t required_positional_count_ = 0;
  size_t keyword_only_count_ = 0;
  bool has_var_positional_ = false;
  bool has_var_keyword_ = false;
  bool is_simple_ = false;
};

// Whose messages to give: those of a function written in Python, of a built-in function or method,
// or of a built-in class that is called.
enum class ArityMessages { kPython, kNative, kConstructor };

struct Callable {
  std::string_view name;  // kPython: the qualified name; kNative: "append" or "len"
  const Signature* signature = nullptr;
  // One for each parameter; an empty one means required. Empty span: no default values, parameters
  // that may be left out arrive as empty Values.
  std::span<const Value> defaults;
  ArityMessages messages = ArityMessages::kPython;
  std::string_view owner;  // kNative: "list" for list.append, "math" for math.sqrt, else empty
};

// Fills `bound` (as long as the signature) with one Value for each parameter. False when a
// TypeError was raised; `bound` is then unspecified.
[[nodiscard]] bool BindArguments(Interpreter& interpreter, const Callable& callable,
                                 const Arguments& arguments, std::span<Value> bound);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SIGNATURE_H_
