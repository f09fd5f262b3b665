// One level: a window over both sequences is trimmed of its common prefix and suffix; keys that
// stand once on either side anchor the rest (patience diff: the longest increasing run of them),
// and the windows between the anchors are done the same way. A window without anchors goes to
// Myers' greedy algorithm with a bound on the number of edits; past the bound, equal items at equal
// distance from the window's start are paired. The next level works on the windows between the
// pairs found so far.
#include "golden/sequence_alignment.h"

#include <algorithm>
#include <unordered_map>

namespace streplay {
namespace {

constexpr int kMaxEdits = 400;  // Myers keeps a row of this width for every edit

struct Window {
  size_t first_begin, first_end;
  size_t second_begin, second_end;
  bool empty() const { return first_begin == first_end || second_begin == second_end; }
};

// The longest subsequence of `pairs` (sorted by `first`) that increases in `second`.
std::vector<AlignedPair> LongestIncreasing(const std::vector<AlignedPair>& pairs) {
  std::vector<size_t> tails;  // tails[n]: the index of the pair that ends the best chain of n + 1
  std::vector<size_t> previous(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    auto place =
        std::lower_bound(tails.begin(), tails.end(), pairs[i].second,
                         [&](size_t tail, size_t second) { return pairs[tail].second < second; });
    if (place != tails.begin()) previous[i] = *std::prev(place);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<AlignedPair> chain(tails.size());
  size_t at = tails.empty() ? 0 : tails.back();
  for (size_t n = tails.size(); n-- > 0; at = previous[at]) chain[n] = pairs[at];
  return chain;
}

class LevelAligner {
 public:
  LevelAligner(const KeyLevel& keys, std::vector<AlignedPair>& pairs)
      : keys_(keys), pairs_(pairs) {}

  size_t steps() const { return steps_; }

  void Run(Window whole) {
    windows_.push_back(whole);
    while (!windows_.empty()) {
      Window window = windows_.back();
      windows_.pop_back();
      Trim(window);
      if (window.empty()) continue;
      std::vector<AlignedPair> anchors = Anchors(window);
      if (!anchors.empty()) {
        SplitAt(window, anchors);
      } else if (!Myers(window)) {
        PairByDistance(window);
      }
    }
  }

 private:
  bool Equal(size_t i, size_t j) {
    ++steps_;
    return keys_.first[i] == keys_.second[j];
  }

  void Trim(Window& window) {
    while (!window.empty() && Equal(window.first_begin, window.second_begin)) {
      pairs_.push_back({window.first_begin++, window.second_begin++});
    }
    while (!window.empty() && Equal(window.first_end - 1, window.second_end - 1)) {
      pairs_.push_back({--window.first_end, --window.second_end});
    }
  }

  std::vector<AlignedPair> Anchors(const Window& window) {
    steps_ += 2 * (window.first_end - window.first_begin) + window.second_end - window.second_begin;
    struct Count {
      size_t in_first = 0, in_second = 0, second_index = 0;
    };
    std::unordered_map<int, Count> counts;
    for (size_t i = window.first_begin; i < window.first_end; ++i)
      ++counts[keys_.first[i]].in_first;
    for (size_t j = window.second_begin; j < window.second_end; ++j) {
      Count& count = counts[keys_.second[j]];
      ++count.in_second;
      count.second_index = j;
    }
    std::vector<AlignedPair> unique;
    for (size_t i = window.first_begin; i < window.first_end; ++i) {
      const Count& count = counts[keys_.first[i]];
      if (count.in_first == 1 && count.in_second == 1) unique.push_back({i, count.second_index});
    }
    return LongestIncreasing(unique);
  }

  void SplitAt(Window window, const std::vector<AlignedPair>& anchors) {
    for (const AlignedPair& anchor : anchors) {
      pairs_.push_back(anchor);
      windows_.push_back({window.first_begin, anchor.first, window.second_begin, anchor.second});
      window.first_begin = anchor.first + 1;
      window.second_begin = anchor.second + 1;
    }
    windows_.push_back(window);
  }

  // Diagonal k holds the furthest i with j = i - k; rows_[d] is the state before edit d.
  bool Myers(const Window& window) {
    auto n = static_cast<int>(window.first_end - window.first_begin);
    auto m = static_cast<int>(window.second_end - window.second_begin);
    auto same = [&](int i, int j) {
      return Equal(window.first_begin + static_cast<size_t>(i),
                   window.second_begin + static_cast<size_t>(j));
    };
    int limit = std::min(n + m, kMaxEdits);
    auto at = [limit](int k) { return static_cast<size_t>(k + limit + 1); };
    std::vector<int> furthest(static_cast<size_t>(2 * limit + 3), 0);
    std::vector<std::vector<int>> rows;
    for (int d = 0; d <= limit; ++d) {
      rows.push_back(furthest);
      for (int k = -d; k <= d; k += 2) {
        ++steps_;
        bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
        int i = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
        while (i < n && i - k < m && same(i, i - k)) ++i;
        furthest[at(k)] = i;
        if (i >= n && i - k >= m) {
          Backtrack(window, rows, at, n, m);
          return true;
        }
      }
    }
    return false;
  }

  template <typename At>
  void Backtrack(const Window& window, const std::vector<std::vector<int>>& rows, At at, int i,
                 int j) {
    for (auto d = static_cast<int>(rows.size()) - 1; d >= 0; --d) {
      const std::vector<int>& row = rows[static_cast<size_t>(d)];
      int k = i - j;
      bool down = k == -d || (k != d && row[at(k - 1)] < row[at(k + 1)]);
      int before_k = down ? k + 1 : k - 1;
      int before_i = d == 0 ? 0 : row[at(before_k)];
      int before_j = d == 0 ? 0 : before_i - before_k;
      while (i > before_i && j > before_j) {
        --i, --j;
        pairs_.push_back({window.first_begin + static_cast<size_t>(i),
                          window.second_begin + static_cast<size_t>(j)});
      }
      i = before_i, j = before_j;
    }
  }

  void PairByDistance(const Window& window) {
    size_t length =
        std::min(window.first_end - window.first_begin, window.second_end - window.second_begin);
    for (size_t k = 0; k < length; ++k) {
      size_t i = window.first_begin + k, j = window.second_begin + k;
      if (Equal(i, j)) pairs_.push_back({i, j});
    }
  }

  const KeyLevel& keys_;
  std::vector<AlignedPair>& pairs_;
  std::vector<Window> windows_;
  size_t steps_ = 0;
};

}  // namespace

std::vector<AlignedPair> Align(const std::vector<KeyLevel>& levels, size_t* steps) {
  std::vector<AlignedPair> pairs;
  for (const KeyLevel& level : levels) {
    std::vector<AlignedPair> found = pairs;
    LevelAligner aligner(level, found);
    Window window{0, level.first.size(), 0, level.second.size()};
    for (const AlignedPair& pair : pairs) {
      aligner.Run({window.first_begin, pair.first, window.second_begin, pair.second});
      window.first_begin = pair.first + 1;
      window.second_begin = pair.second + 1;
    }
    aligner.Run(window);
    if (steps != nullptr) *steps += aligner.steps();
    std::sort(found.begin(), found.end(),
              [](const AlignedPair& a, const AlignedPair& b) { return a.first < b.first; });
    pairs = std::move(found);
  }
  return pairs;
}

}  // namespace streplay
