// How a pickled value is kept: a table of nodes; a reference between values is an index into it, so
// that what was shared or cyclic is so again in a copy. Immutable values without parts are kept as
// they are. Written by pickle.cc, read by unpickle.cc.
#ifndef STREPLAY_RUNTIME_PICKLED_VALUE_H_
#define STREPLAY_RUNTIME_PICKLED_VALUE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "script/symbol.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

enum class PickleNodeKind {
  kConstant,   // `constant` itself
  kGlobal,     // the script's `name`
  kList,       // parts: items
  kTuple,      // parts: items; `type` the named tuple's class
  kDict,       // parts: key, value, key, value, …; `type` a subclass (Counter), `made_with` its
               // constructor's argument (defaultdict's factory)
  kSet,        // parts: items
  kDeque,      // parts: items; `made_with` its maxlen
  kInstance,   // parts: attribute values, named by `names`
  kException,  // parts: args (a tuple), then attribute values
  kMethod,     // parts: self; `name` the method
  kContainer,  // a delta generator: stored, but refused when it is copied out
};

inline constexpr size_t kNoNode = ~size_t{0};

struct PickleNode {
  PickleNodeKind kind = PickleNodeKind::kConstant;
  script::Value constant;  // kConstant; of kSet: whether it is frozen
  std::string name;        // kGlobal: dotted name in __main__; kMethod
  size_t type = kNoNode;   // the node of the class, where the kind does not say it
  size_t made_with = kNoNode;
  std::vector<size_t> parts;
  std::vector<script::Symbol> names;
};

class PickledValue {
 public:
  std::vector<PickleNode> nodes;
  size_t root = 0;
};

// The value of a dotted name in the current run's module: what a value stored by name stands for.
// Empty when there is none.
script::Value FindGlobal(ScriptRun& run, const std::string& name);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PICKLED_VALUE_H_
