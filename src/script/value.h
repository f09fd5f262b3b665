// Value: any Python value in 16 bytes. None, bool, int, float, Ellipsis and NotImplemented are held
// directly; everything else is a counted reference to an Object. An empty Value stands for "absent"
// or, when an evaluation returns it, for "failed": the interpreter then holds a pending completion
// (as CPython's NULL). Counts are not atomic: a value belongs to one heap and one thread.
#ifndef STREPLAY_SCRIPT_VALUE_H_
#define STREPLAY_SCRIPT_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <utility>

namespace streplay::script {

class Object;
class Value;

// Defined in object.h; declared here so that Value's inline members can use them.
void Retain(Object* object);
void Release(Object* object);

// A counted, possibly null reference to an object of a known type.
template <class T>
class Ref {
 public:
  Ref() = default;
  explicit Ref(T* object) : object_(object) {
    if (object_ != nullptr) Retain(object_);
  }
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <class U>
  Ref(const Ref<U>& other) : Ref(other.get()) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) Release(object_);
  }

  T* get() const { return object_; }
  T& operator*() const { return *object_; }
  T* operator->() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  T* object_ = nullptr;
};

enum class ValueTag : uint8_t {
  kEmpty,
  kNone,
  kBool,
  kInt,
  kFloat,
  kEllipsis,
  kNotImplemented,
  kObject,
};

class Value {
 public:
  Value() = default;
  static Value None() { return Value(ValueTag::kNone, 0); }
  static Value Bool(bool value) { return Value(ValueTag::kBool, value ? 1 : 0); }
  static Value Int(int64_t value) { return Value(ValueTag::kInt, value); }
  static Value Float(double value) {
    Value result(ValueTag::kFloat, 0);
    result.payload_.real = value;
    return result;
  }
  static Value Ellipsis() { return Value(ValueTag::kEllipsis, 0); }
  static Value NotImplemented() { return Value(ValueTag::kNotImplemented, 0); }

  // A new reference to an object; null gives an empty value.
  explicit Value(Object* object);
  template <class T>
  Value(const Ref<T>& object) : Value(static_cast<Object*>(object.get())) {}  // NOLINT: implicit

  Value(const Value& other) : tag_(other.tag_), payload_(other.payload_) {
    if (tag_ == ValueTag::kObject) Retain(payload_.object);
  }
  Value(Value&& other) noexcept
      : tag_(std::exchange(other.tag_, ValueTag::kEmpty)), payload_(other.payload_) {}
  Value& operator=(Value other) noexcept {
    std::swap(tag_, other.tag_);
    std::swap(payload_, other.payload_);
    return *this;
  }
  ~Value() {
    if (tag_ == ValueTag::kObject) Release(payload_.object);
  }

  ValueTag tag() const { return tag_; }
  bool empty() const { return tag_ == ValueTag::kEmpty; }
  bool is_none() const { return tag_ == ValueTag::kNone; }
  bool is_bool() const { return tag_ == ValueTag::kBool; }
  bool is_int() const { return tag_ == ValueTag::kInt; }      // not bool
  bool is_integral() const { return is_int() || is_bool(); }  // what isinstance(x, int) accepts
  bool is_float() const { return tag_ == ValueTag::kFloat; }
  bool is_not_implemented() const { return tag_ == ValueTag::kNotImplemented; }
  bool is_object() const { return tag_ == ValueTag::kObject; }

  // Only for the tags that hold them (as_int also for bool: 0 or 1).
  bool as_bool() const { return payload_.integer != 0; }
  int64_t as_int() const { return payload_.integer; }
  double as_float() const { return payload_.real; }
  Object* object() const { return is_object() ? payload_.object : nullptr; }

  // The object when it is a T (or derives from it), else null. Defined in object.h.
  template <class T>
  T* As() const;
  template <class T>
  bool Is() const {
    return As<T>() != nullptr;
  }

  // Python's `is`. Small values are identical when they are equal bit by bit.
  bool IsIdenticalTo(const Value& other) const {
    return tag_ == other.tag_ && payload_.integer == other.payload_.integer;
  }

 private:
  union Payload {
    int64_t integer;
    double real;
    Object* object;
  };

  Value(ValueTag tag, int64_t integer) : tag_(tag) { payload_.integer = integer; }

  ValueTag tag_ = ValueTag::kEmpty;
  Payload payload_ = {0};
};

static_assert(sizeof(Value) == 16);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_VALUE_H_
