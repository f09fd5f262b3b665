// Matsumoto and Nishimura's MT19937: seeding by an array of 32-bit words, generation in blocks of
// 624 words, tempering of each word as it is drawn.
#include "script/mersenne_twister.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "base/check.h"

namespace streplay::script {
namespace {

constexpr int kShift = 397;
constexpr uint32_t kMatrix = 0x9908b0df;
constexpr uint32_t kUpperMask = 0x80000000;
constexpr uint32_t kLowerMask = 0x7fffffff;

}  // namespace

void MersenneTwister::InitializeState(uint32_t seed) {
  state_[0] = seed;
  for (uint32_t i = 1; i < kSize; ++i) {
    state_[i] = 1812433253U * (state_[i - 1] ^ (state_[i - 1] >> 30)) + i;
  }
  index_ = kSize;
}

void MersenneTwister::SeedMagnitude(uint64_t magnitude) {
  std::vector<uint32_t> key = {static_cast<uint32_t>(magnitude)};
  if (magnitude >> 32 != 0) key.push_back(static_cast<uint32_t>(magnitude >> 32));
  InitializeState(19650218U);
  size_t i = 1;
  size_t j = 0;
  auto advance = [&] {
    if (++i < kSize) return;
    state_[0] = state_[kSize - 1];
    i = 1;
  };
  for (size_t k = std::max<size_t>(kSize, key.size()); k > 0; --k) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1664525U)) + key[j] +
                static_cast<uint32_t>(j);
    advance();
    j = (j + 1) % key.size();
  }
  for (size_t k = kSize - 1; k > 0; --k) {
    state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1566083941U)) -
                static_cast<uint32_t>(i);
    advance();
  }
  state_[0] = kUpperMask;
  is_seeded_ = true;
}

void MersenneTwister::Refill() {
  for (int i = 0; i < kSize; ++i) {
    uint32_t word = (state_[i] & kUpperMask) | (state_[(i + 1) % kSize] & kLowerMask);
    state_[i] = state_[(i + kShift) % kSize] ^ (word >> 1) ^ ((word & 1) != 0 ? kMatrix : 0);
  }
  index_ = 0;
}

uint32_t MersenneTwister::NextWord() {
  STREPLAY_CHECK(is_seeded_);
  if (index_ >= kSize) Refill();
  uint32_t word = state_[index_++];
  word ^= word >> 11;
  word ^= (word << 7) & 0x9d2c5680U;
  word ^= (word << 15) & 0xefc60000U;
  return word ^ (word >> 18);
}

double MersenneTwister::NextFloat() {
  uint32_t high = NextWord() >> 5;
  uint32_t low = NextWord() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

// Words are drawn from the least significant on; the last one gives its upper bits.
uint64_t MersenneTwister::NextBits(int count) {
  if (count == 0) return 0;
  if (count <= 32) return NextWord() >> (32 - count);
  uint64_t low = NextWord();
  uint64_t high = NextWord() >> (64 - count);
  return high << 32 | low;
}

uint64_t MersenneTwister::NextBelow(uint64_t end) {
  int bits = std::bit_width(end);
  uint64_t drawn = NextBits(bits);
  while (drawn >= end) drawn = NextBits(bits);
  return drawn;
}

}  // namespace streplay::script
