// FunctionObject: a function or lambda of the script. BoundMethodObject: a callable with its self.
#ifndef STREPLAY_SCRIPT_FUNCTION_OBJECT_H_
#define STREPLAY_SCRIPT_FUNCTION_OBJECT_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "script/module_object.h"
#include "script/namespace.h"
#include "script/object.h"
#include "script/signature.h"

namespace streplay::script {

class LoadedProgram;
class Program;
struct Function;  // the definition in the program (ast_function.h)

// A variable that a function shares with functions defined inside it.
class CellObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kCell;
  explicit CellObject(Heap& heap, Value value = {});

  Value value;  // empty: not bound

  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;
};

class FunctionObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kFunction;

  struct Definition {
    std::shared_ptr<LoadedProgram> loaded;
    const Function* code = nullptr;  // of `loaded`'s program
    Ref<ModuleObject> globals;
    std::vector<Value> defaults;  // one for each parameter; empty: none
    std::vector<Ref<CellObject>> closure;
  };

  FunctionObject(Heap& heap, Definition definition);

  // __name__, __qualname__ and __doc__ as they are now (functools.wraps changes them).
  Symbol name() const { return name_; }
  void set_name(Symbol name) { name_ = name; }
  const std::string& qualified_name() const { return qualified_name_; }
  void set_qualified_name(std::string name) { qualified_name_ = std::move(name); }
  const Value& doc() const { return doc_; }  // a string or None
  void set_doc(Value doc) { doc_ = std::move(doc); }
  const Value& module_name() const { return module_name_; }
  void set_module_name(Value name) { module_name_ = std::move(name); }

  const std::shared_ptr<LoadedProgram>& loaded() const { return definition_.loaded; }
  const std::shared_ptr<const Program>& program() const;
  const Function& code() const { return *definition_.code; }
  const Signature& signature() const { return *signature_; }
  // What inspect.getsource gives for this very function (it does not follow __wrapped__).
  std::string source_text() const;
  const Ref<ModuleObject>& globals() const { return definition_.globals; }
  const std::vector<Value>& defaults() const { return definition_.defaults; }
  const std::vector<Ref<CellObject>>& closure() const { return definition_.closure; }

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  Namespace* attributes() override { return &attributes_; }
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Definition definition_;
  const Signature* signature_;  // of definition_.loaded
  Symbol name_;
  std::string qualified_name_;
  Value doc_;
  Value module_name_;
  Value annotations_;  // empty: none yet
  Namespace attributes_;
};

class BoundMethodObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kBoundMethod;

  // `function` is a FunctionObject, a NativeFunctionObject or any other callable.
  BoundMethodObject(Heap& heap, Value self, Value function);

  const Value& self() const { return self_; }
  const Value& function() const { return function_; }

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value self_;
  Value function_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_FUNCTION_OBJECT_H_
