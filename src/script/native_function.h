// Functions, methods and properties written in C++, defined by tables: one entry adds one.
//
//     constexpr NativeFunction kListMethods[] = {
//         {"append", "object, /", &ListAppend},
//         {"sort", "*, key=None, reverse=False", &ListSort},
//     };
//     DefineMethods(heap, heap.classes().list, kListMethods);
//
// A signature is written as in Python; only whether a parameter has a default counts, not what it
// is: a parameter that was not given arrives as an empty Value. *args arrives as a TupleObject,
// **kwargs as a DictObject; both stand last, behind the keyword-only parameters (signature.h). A
// method receives self as arguments[0], which its signature does not name. The messages of arity
// errors follow CPython's for built-ins of that shape (signature.h).
#ifndef STREPLAY_SCRIPT_NATIVE_FUNCTION_H_
#define STREPLAY_SCRIPT_NATIVE_FUNCTION_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "script/object.h"
#include "script/signature.h"

namespace streplay::script {

class DictObject;
class ModuleObject;

// One Value for each parameter of the signature (preceded by self for a method). A failure returns
// an empty Value and leaves a pending completion.
using NativePointer = Value (*)(Interpreter& interpreter, std::span<const Value> arguments);

enum class NativeFlavour {
  kMethod,        // arguments[0] is the instance
  kClassMethod,   // arguments[0] is the class
  kStaticMethod,  // no self
};

struct NativeFunction {
  std::string_view name;
  std::string_view signature;
  NativePointer function;
  NativeFlavour flavour = NativeFlavour::kMethod;  // of no meaning for a module's functions
};

// An attribute of instances that is computed on access and cannot be set.
struct NativeProperty {
  std::string_view name;
  NativePointer function;  // arguments[0] is the instance
};

// A module of the script room. `initialize` (may be null) binds constants and classes.
struct NativeModule {
  std::string_view name;
  std::span<const NativeFunction> functions;
  bool (*initialize)(Interpreter& interpreter, ModuleObject& module) = nullptr;
};

// A native function as a value: `len`, or the unbound `list.append`.
class NativeFunctionObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kNativeFunction;

  // `owner` is the class of a method, null for a function of `module`.
  NativeFunctionObject(Heap& heap, const NativeFunction& function, ClassObject* owner,
                       std::string_view module);

  std::string_view name() const { return name_; }
  NativeFlavour flavour() const { return flavour_; }
  ClassObject* owner() const { return owner_; }
  std::string_view module() const { return module_; }

  // `self` is empty for functions and static methods.
  Value CallWith(Interpreter& interpreter, const Value& self, const Arguments& arguments);

  bool IsCallable() const override { return true; }
  // A method called unbound takes self from the first positional argument, as `list.append(x, 1)`.
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  std::string name_;
  std::string module_;
  Signature signature_;
  NativePointer function_;
  NativeFlavour flavour_;
  ClassObject* owner_;
};

void DefineMethods(Heap& heap, ClassObject& type, std::span<const NativeFunction> methods);
void DefineProperties(Heap& heap, ClassObject& type, std::span<const NativeProperty> properties);
void DefineFunctions(Heap& heap, ModuleObject& module, std::span<const NativeFunction> functions);

// The **kwargs that a native received, to hand on.
std::vector<KeywordArgument> KeywordsOf(const DictObject& keywords);

// A native function that is bound to nothing else, for the host's own use (decorators, callbacks).
Ref<NativeFunctionObject> MakeNativeFunction(Heap& heap, const NativeFunction& function,
                                             std::string_view module = "builtins");

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NATIVE_FUNCTION_H_
