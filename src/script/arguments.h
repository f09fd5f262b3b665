// The arguments of one call, borrowed from the caller for as long as the call lasts.
#ifndef STREPLAY_SCRIPT_ARGUMENTS_H_
#define STREPLAY_SCRIPT_ARGUMENTS_H_

#include <span>

#include "script/symbol.h"
#include "script/value.h"

namespace streplay::script {

struct KeywordArgument {
  Symbol name;
  Value value;
};

struct Arguments {
  std::span<const Value> positional;
  std::span<const KeywordArgument> keywords;  // in call order; no name twice

  size_t count() const { return positional.size() + keywords.size(); }
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_ARGUMENTS_H_
