// The generator behind the `random` module: MT19937 with CPython's seeding and CPython's ways of
// deriving numbers, so that a seeded script draws the same numbers.
#ifndef STREPLAY_SCRIPT_MERSENNE_TWISTER_H_
#define STREPLAY_SCRIPT_MERSENNE_TWISTER_H_

#include <array>
#include <cstdint>

namespace streplay::script {

class MersenneTwister {
 public:
  // random.seed(n) for a whole number; its sign does not matter.
  void Seed(int64_t seed) {
    SeedMagnitude(seed < 0 ? 0 - static_cast<uint64_t>(seed) : static_cast<uint64_t>(seed));
  }
  void SeedMagnitude(uint64_t magnitude);

  bool is_seeded() const { return is_seeded_; }

  // All of these need a seed first.
  uint32_t NextWord();
  double NextFloat();                // in [0, 1), 53 bits
  uint64_t NextBits(int count);      // 0 to 64 bits
  uint64_t NextBelow(uint64_t end);  // in [0, end); end > 0

 private:
  static constexpr int kSize = 624;

  void InitializeState(uint32_t seed);
  void Refill();

  std::array<uint32_t, kSize> state_ = {};
  int index_ = kSize;
  bool is_seeded_ = false;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_MERSENNE_TWISTER_H_
