#include "runtime/emoji.h"

#include <algorithm>
#include <string>

#include "runtime/emoji_table.h"

namespace streplay {
namespace {

constexpr std::string_view kVariationSelector = "\xEF\xB8\x8F";  // U+FE0F

}  // namespace

bool IsEmoji(std::string_view text) {
  std::string plain;
  for (size_t end; (end = text.find(kVariationSelector)) != std::string_view::npos;) {
    plain += text.substr(0, end);
    text.remove_prefix(end + kVariationSelector.size());
  }
  plain += text;
  // The table's emoji stand between blanks; no emoji holds one.
  if (plain.empty() || plain.find(' ') != std::string::npos) return false;
  return kEmojiTable.find(' ' + plain + ' ') != std::string_view::npos;
}

}  // namespace streplay
