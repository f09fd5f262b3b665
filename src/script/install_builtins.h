// What a heap starts with: the built-in classes and the names that every script can use.
#ifndef STREPLAY_SCRIPT_INSTALL_BUILTINS_H_
#define STREPLAY_SCRIPT_INSTALL_BUILTINS_H_

#include <vector>

#include "script/builtin_classes.h"
#include "script/class_object.h"

namespace streplay::script {

// Makes all of `classes`; `owners` keeps them alive.
void MakeBuiltinClasses(Heap& heap, BuiltinClasses& classes, std::vector<Ref<ClassObject>>& owners);

// Gives the classes their methods and constructors, and binds the built-in names.
void InstallBuiltins(Heap& heap);

// Each binds the functions of one file, or makes the classes of one file callable.
void InstallObjectBuiltins(Heap& heap);
void InstallIterationBuiltins(Heap& heap);
void InstallNumberBuiltins(Heap& heap);
void InstallTextBuiltins(Heap& heap);
void DefineLazyIterators(Heap& heap);
void DefinePropertyMethods(Heap& heap);
void DefineCallMethods(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INSTALL_BUILTINS_H_
