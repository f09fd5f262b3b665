// A file descriptor that is closed when its owner is gone.
#ifndef STREPLAY_ADAPTER_FILE_DESCRIPTOR_H_
#define STREPLAY_ADAPTER_FILE_DESCRIPTOR_H_

#include <unistd.h>

#include <utility>

namespace streplay {

class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor() { Close(); }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void Close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_ = -1;
};

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_FILE_DESCRIPTOR_H_
