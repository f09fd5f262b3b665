// ClassObject: a class, built in, of the host or of the script. Single inheritance: the method
// resolution order is the chain of bases.
#ifndef STREPLAY_SCRIPT_CLASS_OBJECT_H_
#define STREPLAY_SCRIPT_CLASS_OBJECT_H_

#include <string>

#include "script/heap.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

// Makes an instance when the class is called. `type` is the class called, which may be a subclass
// of the one that the constructor was given to.
using NativeConstructor = Value (*)(Interpreter& interpreter, ClassObject& type,
                                    const Arguments& arguments);

class ClassObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kClass;

  // Use Heap::DefineClass. `base` is null only for object itself.
  ClassObject(Heap& heap, ClassObject* metaclass, Symbol name, Ref<ClassObject> base);

  // For object, which is made before the class of all classes.
  void set_metaclass(ClassObject& metaclass) { set_type(metaclass); }

  Heap& owner_heap() const { return heap_; }
  Symbol name() const { return name_; }
  void set_name(Symbol text) { name_ = text; }
  // What messages call it: the name, behind its module for a class that CPython has in C outside of
  // builtins ("datetime.date").
  std::string_view message_name() const {
    return message_name_.empty() ? heap_.Text(name_) : std::string_view(message_name_);
  }
  void set_message_name(std::string text) { message_name_ = std::move(text); }
  const std::string& qualified_name() const { return qualified_name_; }
  void set_qualified_name(std::string name) { qualified_name_ = std::move(name); }
  const std::string& module() const { return module_; }
  void set_module(std::string text) { module_ = std::move(text); }
  ClassObject* base() const { return base_.get(); }

  bool IsSubclassOf(const ClassObject& other) const;

  // The attribute as stored in the class or the nearest base that has it; null when none has.
  const Value* Find(Symbol name) const;
  Namespace& own_attributes() { return attributes_; }
  // Binds a class attribute and forgets what was remembered about the class.
  void Set(Symbol name, Value value);

  // Made by a `class` statement: attributes may be set, instances are InstanceObjects (or
  // ExceptionObjects).
  bool is_script_class() const { return is_script_class_; }
  void set_script_class() { is_script_class_ = true; }

  // What calling the class does; inherited. Null: "cannot create 'X' instances".
  NativeConstructor constructor() const { return constructor_; }
  void set_constructor(NativeConstructor function) { constructor_ = function; }

  // Whether a script may derive from it: object, exceptions and script classes.
  bool can_be_base() const { return can_be_base_; }
  void set_can_be_base(bool can) { can_be_base_ = can; }

  // An uncaught exception of the class ends the run with CompletionKind::kEnded and this number; 0
  // means an ordinary exception. Inherited.
  int ending() const { return ending_; }
  void set_ending(int number) { ending_ = number; }

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  bool DeleteAttribute(Interpreter& interpreter, Symbol name) override;
  Namespace* attributes() override { return &attributes_; }
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value GetItem(Interpreter& interpreter, const Value& key) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Heap& heap_;
  Symbol name_;
  std::string qualified_name_;
  std::string message_name_;
  std::string module_ = "builtins";
  Ref<ClassObject> base_;
  Namespace attributes_;
  NativeConstructor constructor_ = nullptr;
  int ending_ = 0;
  bool is_script_class_ = false;
  bool can_be_base_ = false;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_CLASS_OBJECT_H_
