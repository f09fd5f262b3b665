// A delta path: where an element stands on the page. The first index is the root container
// (0 main, 1 sidebar), the others are positions in ever deeper containers. Streamlit's term.
//
// A short path, as nearly all are, is held in place: a record of the stream then allocates nothing
// for it (two of the four allocations of a replayed element).
#ifndef STREPLAY_STREAM_DELTA_PATH_H_
#define STREPLAY_STREAM_DELTA_PATH_H_

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>

namespace streplay {

inline constexpr int32_t kMainRoot = 0;
inline constexpr int32_t kSidebarRoot = 1;

// A sequence of indices, with the interface of std::vector as far as it is used.
class DeltaPath {
 public:
  using value_type = int32_t;

  DeltaPath() = default;
  DeltaPath(std::initializer_list<int32_t> indices) : DeltaPath(indices.begin(), indices.end()) {}
  DeltaPath(const int32_t* begin, const int32_t* end) { Append(begin, end); }
  DeltaPath(const DeltaPath& other) : size_(other.size_), in_place_(other.in_place_) {
    if (other.elsewhere_) CopyElsewhere(other);
  }
  DeltaPath(DeltaPath&& other) noexcept
      : size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, kInPlace)),
        in_place_(other.in_place_),
        elsewhere_(std::move(other.elsewhere_)) {}
  DeltaPath& operator=(DeltaPath other) noexcept {
    size_ = other.size_;
    capacity_ = other.capacity_;
    in_place_ = other.in_place_;
    elsewhere_ = std::move(other.elsewhere_);
    return *this;
  }
  ~DeltaPath() = default;

  const int32_t* begin() const { return elsewhere_ ? elsewhere_.get() : in_place_.data(); }
  const int32_t* end() const { return begin() + size_; }
  int32_t* begin() { return elsewhere_ ? elsewhere_.get() : in_place_.data(); }
  int32_t* end() { return begin() + size_; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  int32_t front() const { return *begin(); }
  int32_t back() const { return *(end() - 1); }
  int32_t& back() { return *(end() - 1); }
  int32_t operator[](size_t index) const { return begin()[index]; }
  int32_t& operator[](size_t index) { return begin()[index]; }

  void push_back(int32_t index) {
    if (size_ == capacity_) Grow(size_ + 1);
    begin()[size_++] = index;
  }
  void pop_back() { --size_; }

  bool operator==(const DeltaPath& other) const {
    return std::equal(begin(), end(), other.begin(), other.end());
  }
  std::strong_ordering operator<=>(const DeltaPath& other) const {
    return std::lexicographical_compare_three_way(begin(), end(), other.begin(), other.end());
  }

 private:
  void CopyElsewhere(const DeltaPath& other) {
    capacity_ = size_;
    elsewhere_ = std::make_unique<int32_t[]>(capacity_);
    std::copy(other.begin(), other.end(), begin());
  }

  static constexpr uint32_t kInPlace = 4;  // an element in columns in a form, say

  void Append(const int32_t* from, const int32_t* to) {
    const auto size = static_cast<uint32_t>(size_ + (to - from));
    if (size > capacity_) Grow(size);
    std::copy(from, to, begin() + size_);
    size_ = size;
  }
  void Grow(uint32_t size) {
    const uint32_t capacity = std::max(size, capacity_ * 2);
    auto larger = std::make_unique<int32_t[]>(capacity);
    std::copy(begin(), end(), larger.get());
    elsewhere_ = std::move(larger);
    capacity_ = capacity;
  }

  uint32_t size_ = 0;
  uint32_t capacity_ = kInPlace;
  std::array<int32_t, kInPlace> in_place_{};
  std::unique_ptr<int32_t[]> elsewhere_;  // null: in place
};

}  // namespace streplay

#endif  // STREPLAY_STREAM_DELTA_PATH_H_
