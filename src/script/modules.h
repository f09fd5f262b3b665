// The modules that the script room models.
#ifndef STREPLAY_SCRIPT_MODULES_H_
#define STREPLAY_SCRIPT_MODULES_H_

#include <string_view>

namespace streplay::script {

struct NativeModule;

// Null when the module is not one of them.
const NativeModule* FindNativeModule(std::string_view name);

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
