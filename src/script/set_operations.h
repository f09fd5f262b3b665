// Set algebra, shared by the operators and the methods of sets and by dict views. Every function
// returns a new set of the class of `left`, built in CPython's order; null when something failed.
#ifndef STREPLAY_SCRIPT_SET_OPERATIONS_H_
#define STREPLAY_SCRIPT_SET_OPERATIONS_H_

#include "script/set_object.h"

namespace streplay::script {

class ClassObject;

// A set of `type` with an iterable's items; the iterable may be empty (no items).
Ref<SetObject> MakeSetOf(Interpreter& interpreter, ClassObject& type, const Value& iterable);

Ref<SetObject> CopySet(Interpreter& interpreter, const SetObject& set);
Ref<SetObject> Union(Interpreter& interpreter, const SetObject& left, const Value& right);
Ref<SetObject> Intersection(Interpreter& interpreter, const Ref<SetObject>& left,
                            const Value& right);
Ref<SetObject> Difference(Interpreter& interpreter, const Ref<SetObject>& left, const Value& right);
Ref<SetObject> SymmetricDifference(Interpreter& interpreter, const Ref<SetObject>& left,
                                   const Value& right);

[[nodiscard]] bool DifferenceUpdate(Interpreter& interpreter, SetObject& set, const Value& items);
[[nodiscard]] bool SymmetricDifferenceUpdate(Interpreter& interpreter, SetObject& set,
                                             const Value& items);

std::optional<bool> IsSubset(Interpreter& interpreter, const SetObject& left,
                             const SetObject& right);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SET_OPERATIONS_H_
