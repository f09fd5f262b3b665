#include "script/modules.h"

#include "script/class_object.h"
#include "script/heap.h"
#include "script/native_function.h"

namespace streplay::script {
namespace {

// A blank cannot stand in a module's name.
Symbol KeyOf(Heap& heap, std::string_view module, std::string_view name) {
  return heap.Intern("class " + std::string(module) + "." + std::string(name));
}

}  // namespace

const NativeModule* FindNativeModule(std::string_view name) {
  static constexpr const NativeModule* kModules[] = {
      &kCollectionsModule, &kDatetimeModule, &kFunctoolsModule, &kJsonModule,
      &kMathModule,        &kRandomModule,   &kTimeModule,      &kTypingModule,
  };
  for (const NativeModule* module : kModules) {
    if (module->name == name) return module;
  }
  return nullptr;
}

ClassObject& DefineModuleClass(Heap& heap, std::string_view module, std::string_view name,
                               ClassObject* base) {
  ClassObject& type = heap.DefineClass(name, base, module);
  type.set_message_name(std::string(module) + "." + std::string(name));
  heap.modules().Set(KeyOf(heap, module, name), Value(&type));
  return type;
}

ClassObject* FindModuleClass(Heap& heap, std::string_view module, std::string_view name) {
  const Value* found = heap.modules().Find(KeyOf(heap, module, name));
  return found != nullptr ? found->As<ClassObject>() : nullptr;
}

}  // namespace streplay::script
