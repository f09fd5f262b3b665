// Object: everything that a Value only refers to, and the protocol by which the interpreter treats
// it. Each operation is a virtual function whose default gives Python's own error, so that a kind
// of object overrides what it can do and nothing else.
//
// Conventions of the protocol (they hold for every function of the script room that takes an
// Interpreter&): an empty Value, an empty optional or `false` means failed, and the interpreter
// then holds a pending completion; the caller returns at once, handing the failure on. Next is the
// one exception: an empty Value without a pending completion means exhausted.
#ifndef STREPLAY_SCRIPT_OBJECT_H_
#define STREPLAY_SCRIPT_OBJECT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "script/arguments.h"
#include "script/operators.h"
#include "script/symbol.h"
#include "script/value.h"

namespace streplay::script {

class ClassObject;
class ExceptionObject;
class Heap;
class Interpreter;
class Namespace;

// The C++ kinds that the room itself tells apart, for cheap downcasts.
enum class ObjectKind : uint8_t {
  kString,
  kBytes,
  kList,
  kTuple,
  kDict,
  kSet,
  kRange,
  kSlice,
  kClass,
  kInstance,
  kException,
  kFunction,
  kNativeFunction,
  kBoundMethod,
  kStaticMethod,
  kClassMethod,
  kProperty,
  kSuper,
  kModule,
  kCell,
  kIterator,
  kNative,  // a value of a module of the script room (date, deque, partial, …)
  kHost,    // a value of the host
};

// Called with every reference that a container holds.
class ReferenceVisitor {
 public:
  virtual ~ReferenceVisitor() = default;
  virtual void VisitObject(Object& object) = 0;
  void Visit(const Value& value) {
    if (Object* object = value.object()) VisitObject(*object);
  }
  template <class T>
  void Visit(const Ref<T>& reference) {
    if (reference) VisitObject(*reference.get());
  }
};

// Created by Heap::New only, destroyed when the last reference goes. A leaf: it holds no references
// to containers (those derive from ContainerObject). `type` must outlive the object: built-in and
// host classes live as long as the heap; objects of a script's own class hold a Ref to it.
class Object {
 public:
  Object(ClassObject& type, ObjectKind kind) : type_(&type), kind_(kind) {}
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  ClassObject& type() const { return *type_; }
  ObjectKind kind() const { return kind_; }
  Heap& heap() const;
  // What messages call its class (ClassObject::message_name).
  std::string_view TypeName() const;

  // --- Attributes. The default looks in the class and its bases (binding functions, reading
  // properties) and in attributes(), as object.__getattribute__ does.
  virtual Value GetAttribute(Interpreter& interpreter, Symbol name);
  virtual bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value);
  virtual bool DeleteAttribute(Interpreter& interpreter, Symbol name);
  // The object's own attributes (its __dict__); null when it cannot have any.
  virtual Namespace* attributes() { return nullptr; }

  // --- Calls, items, iteration.
  virtual bool IsCallable() const { return false; }
  virtual Value Call(Interpreter& interpreter, const Arguments& arguments);
  virtual Value GetItem(Interpreter& interpreter, const Value& key);
  virtual bool SetItem(Interpreter& interpreter, const Value& key, const Value& value);
  virtual bool DeleteItem(Interpreter& interpreter, const Value& key);
  // The default iterates.
  virtual std::optional<bool> Contains(Interpreter& interpreter, const Value& item);
  virtual bool HasLength() const { return false; }
  virtual std::optional<int64_t> Length(Interpreter& interpreter);
  virtual bool IsIterable() const { return false; }
  virtual Value Iterate(Interpreter& interpreter);
  // reversed(object).
  virtual Value IterateReversed(Interpreter& interpreter);
  virtual bool IsIterator() const { return false; }
  virtual Value Next(Interpreter& interpreter);

  // --- Text. Both return a StringObject; the default Str is Repr.
  virtual Value Repr(Interpreter& interpreter);
  virtual Value Str(Interpreter& interpreter);
  // format(object, specification); the default is Str for an empty one and TypeError otherwise.
  virtual Value Format(Interpreter& interpreter, std::string_view specification);

  // --- Truth, comparison, hash. The default of IsTrue asks Length when there is one. The default
  // of Compare is NotImplemented (`==` then falls back to identity). The default hash is the
  // identity.
  virtual std::optional<bool> IsTrue(Interpreter& interpreter);
  virtual Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other);
  virtual std::optional<int64_t> Hash(Interpreter& interpreter);

  // --- Operators; NotImplemented by default. `Reflected`: this object is the right operand.
  virtual Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right);
  virtual Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left);
  virtual Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right);
  virtual Value Unary(Interpreter& interpreter, UnaryOperator op);

  // --- `with`. Exit is given the exception that left the block, or null; a true result suppresses
  // it. Neither is called for a limit.
  virtual Value Enter(Interpreter& interpreter);
  virtual Value Exit(Interpreter& interpreter, ExceptionObject* exception);

  // The serial number behind id() and default reprs: given on first use, in order of first use.
  int64_t Identity();
  // "<module.Class object at 0x…>", and the last part of it; made from the identity.
  std::string DefaultRepr();
  std::string Address();

  bool is_container() const { return is_container_; }
  uint32_t reference_count() const { return reference_count_; }

 protected:
  // For ContainerObject, and for objects of script classes.
  void MarkContainer() { is_container_ = true; }
  void set_type(ClassObject& type) { type_ = &type; }

  // Tells the heap how many bytes the object holds beside itself (buffers); replaces what was said
  // before. To be called when a buffer's capacity has changed.
  void SetExtraBytes(size_t bytes);
  // Tells the heap how many items the object has, for the limit on container size.
  void NoteSize(size_t items);

 private:
  friend class Heap;
  friend class Collector;
  friend void Retain(Object* object);
  friend void Release(Object* object);

  ClassObject* type_;
  uint32_t reference_count_ = 0;
  ObjectKind kind_;
  bool is_container_ = false;
  bool is_lasting_ = false;  // belongs to the beginning of its heap (Heap::MarkBeginning)
  uint32_t own_bytes_ = 0;
  size_t extra_bytes_ = 0;
  int64_t identity_ = 0;
};

// An object that can be part of a cycle. It reports its references to the collector and can let go
// of them all at once.
class ContainerObject : public Object {
 public:
  ContainerObject(ClassObject& type, ObjectKind kind) : Object(type, kind) { MarkContainer(); }

  // Visits each reference once for each time it is held. Forgetting one only delays the collection
  // of a cycle to the heap's end; visiting one that is not held frees a living object.
  virtual void Traverse(ReferenceVisitor& visitor) const = 0;

  // Drops all references; the object stays valid for destruction (and harmless to be asked things).
  virtual void DropReferences() = 0;

 private:
  friend class Heap;
  friend class Collector;

  ContainerObject* previous_ = nullptr;
  ContainerObject* next_ = nullptr;
  int64_t outside_references_ = 0;  // the collector's scratch
};

// What the host derives its own values from (delta generators, session_state, opaque values, …).
// Its class comes from Heap::DefineClass. Override what it can do; Traverse and DropReferences when
// it holds Values (a host object that does not report them keeps them alive).
class HostObject : public ContainerObject {
 public:
  explicit HostObject(ClassObject& type) : ContainerObject(type, ObjectKind::kHost) {}

  // Whether reading it through an instance whose class has it makes a bound method, as for
  // functions.
  virtual bool BindsToInstances() const { return false; }

  void Traverse(ReferenceVisitor&) const override {}
  void DropReferences() override {}
};

// A T with `static constexpr ObjectKind kKind` is recognised by kind, any other by dynamic_cast.
template <class T>
concept HasKind = requires {
  T::kKind;
};

template <class T>
T* Value::As() const {
  Object* object = this->object();
  if (object == nullptr) return nullptr;
  if constexpr (std::is_same_v<T, Object>) {
    return object;
  } else if constexpr (HasKind<T>) {
    return object->kind() == T::kKind ? static_cast<T*>(object) : nullptr;
  } else {
    return dynamic_cast<T*>(object);
  }
}

// Out of line: hands an object without references to its heap.
void DestroyUnreferenced(Object* object);

inline void Retain(Object* object) {
  ++object->reference_count_;
}
inline void Release(Object* object) {
  if (--object->reference_count_ == 0) DestroyUnreferenced(object);
}

inline Value::Value(Object* object) : tag_(ValueTag::kEmpty) {
  if (object == nullptr) return;
  tag_ = ValueTag::kObject;
  payload_.object = object;
  Retain(object);
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_OBJECT_H_
