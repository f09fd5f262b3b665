// collections.namedtuple: a class derived from tuple whose items have names.
#ifndef STREPLAY_SCRIPT_NAMED_TUPLE_H_
#define STREPLAY_SCRIPT_NAMED_TUPLE_H_

#include <string>
#include <vector>

#include "script/class_object.h"
#include "script/tuple_object.h"

namespace streplay::script {

class NamedTupleObject : public TupleObject {
 public:
  using TupleObject::TupleObject;

  Value Repr(Interpreter& interpreter) override;  // "Point(x=1, y=2)"
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
};

// A new class; `fields` are valid names. The last `defaults.size()` fields have defaults.
Ref<ClassObject> MakeNamedTupleClass(Heap& heap, std::string_view name,
                                     const std::vector<std::string>& fields,
                                     const std::vector<Value>& defaults);

// The native function namedtuple(typename, field_names, *, rename, defaults, module).
Value NamedTuple(Interpreter& interpreter, std::span<const Value> arguments);
inline constexpr std::string_view kNamedTupleSignature =
    "typename, field_names, *, rename=False, defaults=None, module=None";

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NAMED_TUPLE_H_
