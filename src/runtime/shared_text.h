// SharedText: an immutable text that is kept once and copied as a pointer, with its hash. Widget
// ids and keys go from the script to the session and the browser and back in every run; with plain
// strings their copies and comparisons were a third of it.
#ifndef STREPLAY_RUNTIME_SHARED_TEXT_H_
#define STREPLAY_RUNTIME_SHARED_TEXT_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace streplay {

class SharedText {
 public:
  SharedText() = default;  // no text at all, which equals no other
  explicit SharedText(std::string text)
      : content_(std::make_shared<const Content>(std::move(text))) {}

  bool has_text() const { return content_ != nullptr; }
  const std::string& text() const { return content_->text; }
  operator const std::string&() const { return text(); }  // NOLINT: it is one
  size_t hash() const { return content_->hash; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    if (a.content_ == b.content_) return a.has_text();
    return a.has_text() && b.has_text() && a.hash() == b.hash() && a.text() == b.text();
  }

  // In the order of the texts; both must have one.
  friend bool operator<(const SharedText& a, const SharedText& b) { return a.text() < b.text(); }

 private:
  struct Content {
    explicit Content(std::string the_text)
        : text(std::move(the_text)), hash(std::hash<std::string>()(text)) {}
    std::string text;
    size_t hash;
  };

  std::shared_ptr<const Content> content_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SHARED_TEXT_H_
