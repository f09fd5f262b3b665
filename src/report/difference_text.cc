#include "report/difference_text.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "report/style.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kLongText = 160;    // code points
constexpr size_t kShownBefore = 40;  // of a long text, before the place where they part
constexpr size_t kShownAfter = 120;  // and from there

// "and 3 records …" for what a difference carries along; empty for nothing.
std::string Following(const Difference& difference, const char* joint, const char* where) {
  if (difference.following == 0) return "";
  return joint + Counted(difference.following, "record") + where;
}

std::string Subject(const Difference& difference) {
  std::string subject = difference.what;
  if (difference.what == "print") subject = "a printed line";
  if (difference.what == "end") subject = "the end of the run";
  if (difference.path) subject += " at " + PathText(*difference.path);
  return subject;
}

// The byte where the texts part, moved back to the start of a code point.
size_t FirstDifference(std::string_view a, std::string_view b) {
  size_t offset = 0;
  size_t shorter = std::min(a.size(), b.size());
  while (offset < shorter && a[offset] == b[offset]) ++offset;
  auto inside = [&](std::string_view text) {
    return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
  };
  while (offset > 0 && (inside(a) || inside(b))) --offset;
  return offset;
}

std::string Excerpt(std::string_view text, size_t parting) {
  size_t length = CountCodePoints(text);
  if (length <= kLongText) return std::string(text);
  size_t at = CountCodePoints(text.substr(0, parting));
  size_t first = at > kShownBefore ? at - kShownBefore : 0;
  size_t last = std::min(length, at + kShownAfter);
  size_t begin = OffsetOfCodePoint(text, first);
  std::string shown(text.substr(begin, OffsetOfCodePoint(text, last) - begin));
  return (first > 0 ? "…" : "") + shown + (last < length ? "…" : "");
}

}  // namespace

std::string DifferenceSentence(const Difference& difference) {
  std::string subject = Subject(difference);
  switch (difference.kind) {
    case Difference::Kind::kChanged:
      return subject + ": `" + difference.field + "` differs";
    case Difference::Kind::kMoved:
      return subject + " stands elsewhere" + Following(difference, ", and so do ", " after it");
    case Difference::Kind::kMissing:
      return subject + " is missing" + Following(difference, ", with ", " in it");
    case Difference::Kind::kExtra:
      return subject + " is new" + Following(difference, ", with ", " in it");
    case Difference::Kind::kForm:
      return "the golden says the same, but not in canonical form (blanks, line ends, key order)";
  }
  return subject;
}

std::string DifferenceMessage(const Difference& difference) {
  std::string run = difference.run > 0 ? "run " + std::to_string(difference.run) + ": " : "";
  return run + DifferenceSentence(difference);
}

BothSides ExcerptBoth(const std::string& expected, const std::string& got) {
  size_t parting = FirstDifference(expected, got);
  return {Excerpt(expected, parting), Excerpt(got, parting)};
}

}  // namespace streplay
