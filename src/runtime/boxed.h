// An optional value that lies outside of its owner, who has only a pointer to it: for what is large
// and mostly absent. A copy copies the value.
#ifndef STREPLAY_RUNTIME_BOXED_H_
#define STREPLAY_RUNTIME_BOXED_H_

#include <memory>
#include <utility>

namespace streplay {

template <typename T>
class Boxed {
 public:
  Boxed() = default;
  Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed(Boxed&& other) noexcept = default;
  Boxed& operator=(Boxed other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~Boxed() = default;

  T& emplace() {
    value_ = std::make_unique<T>();
    return *value_;
  }
  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_BOXED_H_
