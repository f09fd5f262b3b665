#include "base/fnv1a.h"

namespace streplay {

std::string HexText(uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (size_t i = text.size(); i > 0; --i, number >>= 4) text[i - 1] = kDigits[number & 15];
  return text;
}

}  // namespace streplay
