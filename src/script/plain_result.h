// The outcome of a function on plain data (numbers, texts, dates) that a script can see fail: a
// value, or the exception that it raises. Natives hand the error on to the interpreter.
#ifndef STREPLAY_SCRIPT_PLAIN_RESULT_H_
#define STREPLAY_SCRIPT_PLAIN_RESULT_H_

#include <optional>
#include <string>
#include <utility>

#include "base/check.h"

namespace streplay::script {

enum class PlainErrorType {
  kValueError,
  kTypeError,
  kOverflowError,
  kZeroDivisionError,
  kIndexError,
  kKeyError,
  kAttributeError,
  kLimit,  // not an exception: a limit, or something the language subset refuses
};

struct PlainError {
  PlainErrorType type = PlainErrorType::kValueError;
  std::string message;

  bool operator==(const PlainError&) const = default;
};

inline PlainError PlainValueError(std::string message) {
  return {PlainErrorType::kValueError, std::move(message)};
}
inline PlainError PlainTypeError(std::string message) {
  return {PlainErrorType::kTypeError, std::move(message)};
}
inline PlainError PlainOverflowError(std::string message) {
  return {PlainErrorType::kOverflowError, std::move(message)};
}
inline PlainError PlainLimit(std::string message) {
  return {PlainErrorType::kLimit, std::move(message)};
}

// The limit that every operation on 64-bit integers shares.
inline PlainError IntegerTooLarge() {
  return PlainLimit("an integer does not fit into 64 bits");
}

template <class T>
class [[nodiscard]] PlainResult {
 public:
  PlainResult(T value) : value_(std::move(value)) {}           // NOLINT: implicit
  PlainResult(PlainError error) : error_(std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return value_.has_value(); }
  const T& value() const& {
    STREPLAY_CHECK(ok());
    return *value_;
  }
  T&& value() && {
    STREPLAY_CHECK(ok());
    return std::move(*value_);
  }
  const PlainError& error() const { return error_; }

 private:
  std::optional<T> value_;
  PlainError error_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PLAIN_RESULT_H_
