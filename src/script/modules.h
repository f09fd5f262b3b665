// The modules that the script room models.
#ifndef STREPLAY_SCRIPT_MODULES_H_
#define STREPLAY_SCRIPT_MODULES_H_

#include <string_view>

namespace streplay::script {

class ClassObject;
class Heap;
struct NativeModule;

// Null when the module is not one of them.
const NativeModule* FindNativeModule(std::string_view name);

// The classes of modules, which natives and the host need whether or not a script has imported
// them. They are kept in the heap's table of modules under names that no import statement can
// write. DefineModuleClass is called once for a class; `base` null means object.
ClassObject& DefineModuleClass(Heap& heap, std::string_view module, std::string_view name,
                               ClassObject* base = nullptr);
// Null when it was not defined yet.
ClassObject* FindModuleClass(Heap& heap, std::string_view module, std::string_view name);

extern const NativeModule kTimeModule;
extern const NativeModule kDatetimeModule;
extern const NativeModule kMathModule;
extern const NativeModule kRandomModule;
extern const NativeModule kJsonModule;
extern const NativeModule kFunctoolsModule;
extern const NativeModule kCollectionsModule;
extern const NativeModule kTypingModule;

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_MODULES_H_
