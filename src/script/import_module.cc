#include "script/import_module.h"

#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_function.h"

namespace streplay::script {

namespace {

Value LoadNativeModule(Interpreter& interpreter, const NativeModule& native) {
  Heap& heap = interpreter.heap();
  Symbol name = heap.Intern(native.name);
  if (const Value* loaded = heap.modules().Find(name)) return *loaded;
  Ref<ModuleObject> module = heap.New<ModuleObject>(heap, std::string(native.name));
  module->set_modelled();
  DefineFunctions(heap, *module, native.functions);
  if (native.initialize != nullptr && !native.initialize(interpreter, *module)) return {};
  heap.modules().Set(name, module);
  return module;
}

}  // namespace

Value ImportModule(Interpreter& interpreter, std::string_view path,
                   std::span<const Symbol> from_names) {
  if (const NativeModule* native = FindNativeModule(path)) {
    return LoadNativeModule(interpreter, *native);
  }
  return interpreter.host().Import(interpreter, path, from_names);
}

}  // namespace streplay::script
