#include "script/string_hash.h"

#include <bit>
#include <string>

#include "base/utf8.h"

namespace streplay::script {

namespace {

struct SipState {
  // The constants of SipHash, with a key of zeros.
  uint64_t v0 = 0x736f6d6570736575;
  uint64_t v1 = 0x646f72616e646f6d;
  uint64_t v2 = 0x6c7967656e657261;
  uint64_t v3 = 0x7465646279746573;

  void Round() {
    v0 += v1;
    v1 = std::rotl(v1, 13) ^ v0;
    v0 = std::rotl(v0, 32);
    v2 += v3;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 += v3;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 += v1;
    v1 = std::rotl(v1, 17) ^ v2;
    v2 = std::rotl(v2, 32);
  }
  void Absorb(uint64_t word) {
    v3 ^= word;
    Round();
    v0 ^= word;
  }
};

uint64_t ReadLittleEndian(std::string_view bytes) {
  uint64_t word = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    word |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return word;
}

void AppendUnit(std::string& units, char32_t code_point, size_t width) {
  for (size_t i = 0; i < width; ++i) units.push_back(static_cast<char>(code_point >> (8 * i)));
}

}  // namespace

int64_t HashBytes(std::string_view data) {
  if (data.empty()) return 0;
  SipState state;
  size_t whole = data.size() / 8 * 8;
  for (size_t i = 0; i < whole; i += 8) state.Absorb(ReadLittleEndian(data.substr(i, 8)));
  state.Absorb(ReadLittleEndian(data.substr(whole)) | static_cast<uint64_t>(data.size()) << 56);
  state.v2 ^= 0xff;
  for (int i = 0; i < 3; ++i) state.Round();
  auto hash = static_cast<int64_t>((state.v0 ^ state.v1) ^ (state.v2 ^ state.v3));
  return hash == -1 ? -2 : hash;
}

int64_t HashText(std::string_view text) {
  char32_t widest = 0;
  for (size_t i = 0; i < text.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(text, i);
    if (decoded.code_point > widest) widest = decoded.code_point;
    i += decoded.length;
  }
  if (widest < 0x80) return HashBytes(text);
  size_t width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  std::string units;
  for (size_t i = 0; i < text.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(text, i);
    AppendUnit(units, decoded.code_point, width);
    i += decoded.length;
  }
  return HashBytes(units);
}

}  // namespace streplay::script
