// SplitMix64: one addition and three mixing steps a number. The two seeds are mixed before they
// meet, so that neighbouring programs have nothing in common.
#include "explore/random.h"

#include "base/check.h"

namespace streplay {
namespace {

constexpr uint64_t kGoldenGamma = 0x9e3779b97f4a7c15;

uint64_t Mixed(uint64_t number) {
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
  number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
  return number ^ (number >> 31);
}

}  // namespace

Random::Random(uint64_t seed, uint64_t index)
    : state_(Mixed(seed + kGoldenGamma) ^ Mixed(Mixed(index + 1) + kGoldenGamma)) {
}

uint64_t Random::Next() {
  state_ += kGoldenGamma;
  return Mixed(state_);
}

// The remainder favours small numbers by less than one part in 2^50 for the bounds in use.
size_t Random::Below(size_t bound) {
  STREPLAY_CHECK(bound > 0);
  return static_cast<size_t>(Next() % bound);
}

int64_t Random::Between(int64_t least, int64_t most) {
  return least + static_cast<int64_t>(Below(static_cast<size_t>(most - least + 1)));
}

bool Random::Chance(size_t percent) {
  return Below(100) < percent;
}

std::string Random::Pick(std::initializer_list<std::string_view> choices) {
  return std::string(choices.begin()[Below(choices.size())]);
}

size_t Random::PickWeighted(std::initializer_list<size_t> weights) {
  size_t sum = 0;
  for (size_t weight : weights) sum += weight;
  size_t left = Below(sum);
  size_t index = 0;
  for (size_t weight : weights) {
    if (left < weight) return index;
    left -= weight;
    ++index;
  }
  return 0;
}

}  // namespace streplay
