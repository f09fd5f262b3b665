#include "scenario/text_file.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"

namespace streplay {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string NormalizeLineBreaks(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  for (size_t i = 0; i < raw.size(); ++i) {
    bool first_of_pair = raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n';
    if (!first_of_pair) text += raw[i];
  }
  return text;
}

bool IsForbiddenAscii(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

// C1 controls but NEL, and the two code points that are no characters: both start with C2 or EF.
bool IsForbiddenWide(char32_t code_point) {
  return (code_point >= 0x80 && code_point < 0xA0 && code_point != 0x85) || code_point == 0xFFFE ||
         code_point == 0xFFFF;
}

std::optional<size_t> FindForbidden(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (IsForbiddenAscii(byte)) return i;
    if ((byte == 0xC2 || byte == 0xEF) && IsForbiddenWide(DecodeCodePoint(text, i).code_point)) {
      return i;
    }
  }
  return std::nullopt;
}

SourceRange OneCharacter(const SourceTextPtr& source, size_t offset) {
  Position begin = source->PositionAt(offset);
  return {source, begin, {begin.line, begin.column + 1}};
}

std::string CodePointName(char32_t code_point) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code_point));
  return name;
}

void CheckUtf8(const SourceTextPtr& source, Diagnostics& diagnostics) {
  std::optional<size_t> invalid = FindInvalidUtf8(source->text());
  if (!invalid) return;
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02X",
                static_cast<unsigned>(static_cast<unsigned char>(source->text()[*invalid])));
  AddError(diagnostics, OneCharacter(source, *invalid),
           std::string("byte ") + byte + " is not valid UTF-8", "save the file as UTF-8");
}

void CheckCharacters(const SourceTextPtr& source, Diagnostics& diagnostics) {
  const std::string& text = source->text();
  if (std::optional<size_t> at = FindForbidden(text)) {
    AddError(diagnostics, OneCharacter(source, *at),
             "control character " + CodePointName(DecodeCodePoint(text, *at).code_point) +
                 " in the file",
             "in a double-quoted string, write it as an escape such as \"\\x07\"");
  }
  size_t carriage_return = text.find('\r');
  if (carriage_return != std::string::npos) {
    AddError(diagnostics, OneCharacter(source, carriage_return),
             "a carriage return without a line feed", "end lines with LF or CRLF");
  }
}

}  // namespace

SourceTextPtr DecodeTextFile(const std::string& name, const std::string& raw,
                             Diagnostics& diagnostics) {
  std::string_view text = raw;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  auto source = std::make_shared<const SourceText>(name, NormalizeLineBreaks(text));
  size_t before = diagnostics.size();
  CheckUtf8(source, diagnostics);
  if (diagnostics.size() == before) CheckCharacters(source, diagnostics);
  return diagnostics.size() == before ? source : nullptr;
}

std::string ReadFailureText(FileContent::Status status, size_t max_bytes) {
  switch (status) {
    case FileContent::Status::kRead:
      break;
    case FileContent::Status::kMissing:
      return "does not exist";
    case FileContent::Status::kNotARegularFile:
      return "is not a regular file";
    case FileContent::Status::kTooLarge:
      return "is larger than " + std::to_string(max_bytes) + " bytes";
    case FileContent::Status::kUnreadable:
      return "cannot be read";
  }
  STREPLAY_CHECK(false);
}

}  // namespace streplay
