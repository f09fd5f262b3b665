// FNV-1a with 64 bits: a hash that is the same on every machine, in every version.
#ifndef STREPLAY_BASE_FNV1A_H_
#define STREPLAY_BASE_FNV1A_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace streplay {

inline constexpr uint64_t kFnv1aStart = 0xcbf29ce484222325;

// `start` may be the hash of what stands before `text`.
constexpr uint64_t Fnv1a(std::string_view text, uint64_t start = kFnv1aStart) {
  for (char byte : text) start = (start ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return start;
}

// 16 small hexadecimal digits.
std::string HexText(uint64_t number);

}  // namespace streplay

#endif  // STREPLAY_BASE_FNV1A_H_
