#include "script/arity_errors.h"

#include <string>
#include <vector>

#include "script/interpreter.h"

namespace streplay::script {

namespace {

bool RaiseType(Interpreter& interpreter, std::string message) {
  interpreter.RaiseTypeError(std::move(message));
  return false;
}

std::string Text(Interpreter& interpreter, Symbol symbol) {
  return std::string(interpreter.heap().Text(symbol));
}

std::string Plural(size_t count) {
  return count == 1 ? "" : "s";
}

std::string Count(size_t count) {
  return std::to_string(count);
}

std::string NameOf(const Callable& callable) {
  return std::string(callable.name) + "()";
}

// "list.append()", "math.sqrt()", "len()".
std::string OwnedNameOf(const Callable& callable) {
  std::string prefix = callable.owner.empty() ? "" : std::string(callable.owner) + ".";
  return prefix + NameOf(callable);
}

// 'a' · 'a' and 'b' · 'a', 'b', and 'c'
std::string QuotedList(Interpreter& interpreter, const std::vector<Symbol>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      bool last = i + 1 == names.size();
      text += !last ? ", " : names.size() == 2 ? " and " : ", and ";
    }
    text += "'" + Text(interpreter, names[i]) + "'";
  }
  return text;
}

bool RaiseMissingNames(Interpreter& interpreter, const Callable& callable,
                       const std::vector<Symbol>& names, std::string_view kind) {
  return RaiseType(interpreter, NameOf(callable) + " missing " + Count(names.size()) +
                                    " required " + std::string(kind) + " argument" +
                                    Plural(names.size()) + ": " + QuotedList(interpreter, names));
}

bool RaisePositionalOnlyAsKeyword(Interpreter& interpreter, const Callable& callable,
                                  const Arguments& arguments) {
  std::string names;
  const auto& parameters = callable.signature->parameters();
  for (size_t i = 0; i < callable.signature->positional_only_count(); ++i) {
    for (const KeywordArgument& keyword : arguments.keywords) {
      if (keyword.name != parameters[i].name) continue;
      names += (names.empty() ? "" : ", ") + Text(interpreter, keyword.name);
    }
  }
  if (names.empty()) return true;
  return RaiseType(interpreter,
                   NameOf(callable) +
                       " got some positional-only arguments passed as keyword arguments: '" +
                       names + "'");
}

// Built-ins with positional-only parameters: "pop expected at most 1 argument, got 2".
bool CheckPositionalCount(Interpreter& interpreter, const Callable& callable, size_t given) {
  const Signature& signature = *callable.signature;
  size_t least = signature.required_positional_count();
  size_t most = signature.positional_count();
  bool exact = least == most && !signature.has_var_positional();
  std::string name(callable.name);
  if (given < least) {
    return RaiseType(interpreter, name + " expected " + (exact ? "" : "at least ") + Count(least) +
                                      " argument" + Plural(least) + ", got " + Count(given));
  }
  if (given <= most || signature.has_var_positional()) return true;
  return RaiseType(interpreter, name + " expected " + (exact ? "" : "at most ") + Count(most) +
                                    " argument" + Plural(most) + ", got " + Count(given));
}

// Built-ins that take keywords: "split() takes at most 2 arguments (3 given)".
bool CheckKeywordCount(Interpreter& interpreter, const Callable& callable,
                       const Arguments& arguments) {
  const Signature& signature = *callable.signature;
  size_t positional = arguments.positional.size();
  if (signature.has_var_positional()) return true;
  size_t all = signature.positional_count() + signature.keyword_only_count();
  if (!signature.has_var_keyword() && arguments.count() > all) {
    return RaiseType(interpreter, NameOf(callable) + " takes at most " + Count(all) +
                                      (positional == 0 ? " keyword" : "") + " argument" +
                                      Plural(all) + " (" + Count(arguments.count()) + " given)");
  }
  size_t most = signature.positional_count();
  if (positional <= most) return true;
  if (most == 0) {
    return RaiseType(interpreter, NameOf(callable) + " takes no positional arguments");
  }
  bool exact = signature.required_positional_count() == most;
  return RaiseType(interpreter, NameOf(callable) + " takes " + (exact ? "exactly " : "at most ") +
                                    Count(most) + " positional argument" + Plural(most) + " (" +
                                    Count(positional) + " given)");
}

}  // namespace

bool RaiseTooManyPositional(Interpreter& interpreter, const Callable& callable,
                            const Arguments& arguments, std::span<const Value> bound) {
  const Signature& signature = *callable.signature;
  size_t most = signature.positional_count();
  size_t least = signature.required_positional_count();
  size_t given = arguments.positional.size();
  size_t keywords = 0;
  for (size_t i = most; i < most + signature.keyword_only_count(); ++i) {
    keywords += bound[i].empty() ? 0 : 1;
  }
  std::string takes = least < most ? "from " + Count(least) + " to " + Count(most) : Count(most);
  std::string plural = least < most || most != 1 ? "s" : "";
  std::string with_keywords;
  if (keywords > 0) {
    with_keywords = " positional argument" + Plural(given) + " (and " + Count(keywords) +
                    " keyword-only argument" + Plural(keywords) + ")";
  }
  std::string verb = given == 1 && keywords == 0 ? " was given" : " were given";
  return RaiseType(interpreter, NameOf(callable) + " takes " + takes + " positional argument" +
                                    plural + " but " + Count(given) + with_keywords + verb);
}

bool RaiseUnexpectedKeyword(Interpreter& interpreter, const Callable& callable,
                            const Arguments& arguments, Symbol name) {
  if (callable.messages != ArityMessages::kPython) {
    return RaiseType(interpreter, "'" + Text(interpreter, name) +
                                      "' is an invalid keyword argument for " + NameOf(callable));
  }
  if (!RaisePositionalOnlyAsKeyword(interpreter, callable, arguments)) return false;
  return RaiseType(interpreter, NameOf(callable) + " got an unexpected keyword argument '" +
                                    Text(interpreter, name) + "'");
}

bool RaiseMultipleValues(Interpreter& interpreter, const Callable& callable, Symbol name,
                         size_t slot) {
  if (callable.messages == ArityMessages::kPython) {
    return RaiseType(interpreter, NameOf(callable) + " got multiple values for argument '" +
                                      Text(interpreter, name) + "'");
  }
  return RaiseType(interpreter, "argument for " + NameOf(callable) + " given by name ('" +
                                    Text(interpreter, name) + "') and position (" +
                                    Count(slot + 1) + ")");
}

bool RaiseMissing(Interpreter& interpreter, const Callable& callable, const Arguments& arguments,
                  std::span<const Value> bound) {
  const Signature& signature = *callable.signature;
  std::vector<Symbol> positional;
  std::vector<Symbol> keyword_only;
  for (size_t i = 0; i < signature.positional_count() + signature.keyword_only_count(); ++i) {
    const SignatureParameter& parameter = signature.parameters()[i];
    if (!bound[i].empty() || parameter.has_default) continue;
    bool is_positional = i < signature.positional_count();
    if (callable.messages != ArityMessages::kPython) {
      if (i < signature.positional_only_count()) {
        return RaiseType(interpreter, NameOf(callable) + " takes at least " +
                                          Count(signature.required_positional_count()) +
                                          " positional argument" +
                                          Plural(signature.required_positional_count()) + " (" +
                                          Count(arguments.positional.size()) + " given)");
      }
      std::string position = is_positional ? " (pos " + Count(i + 1) + ")" : "";
      return RaiseType(interpreter, NameOf(callable) + " missing required argument '" +
                                        Text(interpreter, parameter.name) + "'" + position);
    }
    (is_positional ? positional : keyword_only).push_back(parameter.name);
  }
  if (!positional.empty()) {
    return RaiseMissingNames(interpreter, callable, positional, "positional");
  }
  return RaiseMissingNames(interpreter, callable, keyword_only, "keyword-only");
}

bool CheckNativeCount(Interpreter& interpreter, const Callable& callable,
                      const Arguments& arguments) {
  const Signature& signature = *callable.signature;
  if (signature.takes_keywords()) return CheckKeywordCount(interpreter, callable, arguments);
  if (!arguments.keywords.empty()) {
    return RaiseType(interpreter, OwnedNameOf(callable) + " takes no keyword arguments");
  }
  size_t given = arguments.positional.size();
  if (callable.messages == ArityMessages::kConstructor) {
    if (signature.size() > 0) return CheckPositionalCount(interpreter, callable, given);
    return given == 0 || RaiseType(interpreter, NameOf(callable) + " takes no arguments");
  }
  if (signature.size() == 0 && given > 0) {
    return RaiseType(interpreter,
                     OwnedNameOf(callable) + " takes no arguments (" + Count(given) + " given)");
  }
  if (signature.is_simple() && signature.size() == 1 && given != 1) {
    return RaiseType(interpreter, OwnedNameOf(callable) + " takes exactly one argument (" +
                                      Count(given) + " given)");
  }
  return CheckPositionalCount(interpreter, callable, given);
}

}  // namespace streplay::script
