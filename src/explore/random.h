// The source of all chance in the room. The numbers depend on the two seeds alone: not on the
// machine, the standard library, or what other streams were asked for.
#ifndef STREPLAY_EXPLORE_RANDOM_H_
#define STREPLAY_EXPLORE_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace streplay {

class Random {
 public:
  // Program number `index` of a seed has a stream of its own.
  Random(uint64_t seed, uint64_t index);

  uint64_t Next();
  size_t Below(size_t bound);  // 0 … bound - 1; `bound` is not 0
  int64_t Between(int64_t least, int64_t most);
  bool Chance(size_t percent);

  template <class T>
  const T& Pick(const std::vector<T>& choices) {
    return choices[Below(choices.size())];
  }
  std::string Pick(std::initializer_list<std::string_view> choices);

  // The index of one of the weights, each chosen as often as it says.
  size_t PickWeighted(std::initializer_list<size_t> weights);

 private:
  uint64_t state_;
};

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_RANDOM_H_
