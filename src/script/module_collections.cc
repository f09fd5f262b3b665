// The `collections` module.
#include "script/class_object.h"
#include "script/deque_object.h"
#include "script/derived_dicts.h"
#include "script/heap.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/named_tuple.h"
#include "script/native_function.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

constexpr NativeFunction kFunctions[] = {
    {"ChainMap", kAnyArguments, &RefusedFunction<"collections.ChainMap">},
    {"UserDict", kAnyArguments, &RefusedFunction<"collections.UserDict">},
    {"UserList", kAnyArguments, &RefusedFunction<"collections.UserList">},
    {"UserString", kAnyArguments, &RefusedFunction<"collections.UserString">},
    {"namedtuple", kNamedTupleSignature, &NamedTuple},
};

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  for (ClassObject* type : {&DefineCounter(heap), &DefineDefaultDict(heap), &DefineDeque(heap),
                            &DefineOrderedDict(heap)}) {
    module.globals().Set(type->name(), Value(type));
  }
  return true;
}

}  // namespace

const NativeModule kCollectionsModule = {"collections", kFunctions, &Initialize};

}  // namespace streplay::script
