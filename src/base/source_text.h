// A file's text, and the positions and ranges in it that diagnostics name.
#ifndef STREPLAY_BASE_SOURCE_TEXT_H_
#define STREPLAY_BASE_SOURCE_TEXT_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace streplay {

// 1-based; columns count code points. Line 0 means "the file as a whole".
struct Position {
  int line = 0;
  int column = 0;
  bool operator==(const Position&) const = default;
};

// An immutable text with a name for people (a path as the user gave it). Shared by every
// diagnostic that points into it. Invalid UTF-8 is allowed: a diagnostic must be able to show it.
class SourceText {
 public:
  // `first_line` is the number of the text's first line when it is an excerpt of a file.
  SourceText(std::string name, std::string text, int first_line = 1);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  int line_count() const { return static_cast<int>(line_starts_.size()); }

  // The position of byte `offset`; an offset past the end is the position after the last byte.
  Position PositionAt(size_t offset) const;

  bool HasLine(int line) const { return line >= first_line_ && line - first_line_ < line_count(); }

  // The text of a line without its line break; empty for a line that is not there.
  std::string_view Line(int line) const;

 private:
  std::string name_;
  std::string text_;
  int first_line_;
  std::vector<size_t> line_starts_;
};

using SourceTextPtr = std::shared_ptr<const SourceText>;

// A stretch of a source text; `end` is the position after its last character.
struct SourceRange {
  SourceTextPtr source;
  Position begin;
  Position end;
};

// Where a line of a script stands in the user's file.
struct LineOrigin {
  SourceTextPtr source;
  Position begin;          // of the script line's first character
  bool is_literal = true;  // the file's line goes on as the script's does
};

// A script's text together with the origin of each of its lines, so that an error inside a script
// block is reported where the user wrote it. `origins` has one entry a line ('\n' ends a line; a
// text that ends in '\n' has no further line). A line that was not written literally (a folded or
// escaped YAML scalar) has the origin of its scalar, and so has everything on it.
struct MappedText {
  std::string text;
  std::vector<LineOrigin> origins;

  // The range of bytes [begin, end) of `text` in the user's file. Clamped to the text.
  SourceRange RangeAt(size_t begin, size_t end) const;
};

// `first` followed by `second`; a line break is put between them when `first` lacks its last one.
MappedText Concatenate(const MappedText& first, const MappedText& second);

}  // namespace streplay

#endif  // STREPLAY_BASE_SOURCE_TEXT_H_
