#include "golden/sequence_alignment.h"

#include "support/catch.h"

namespace streplay {
namespace {

using Pairs = std::vector<AlignedPair>;

Pairs AlignOne(Keys first, Keys second) {
  return Align({{std::move(first), std::move(second)}});
}

// The length of the longest common subsequence, by the textbook.
size_t LongestCommon(const Keys& a, const Keys& b) {
  std::vector<size_t> row(b.size() + 1, 0);
  for (int key : a) {
    size_t diagonal = 0;
    for (size_t j = 0; j < b.size(); ++j) {
      size_t above = row[j + 1];
      row[j + 1] = key == b[j] ? diagonal + 1 : std::max(row[j + 1], row[j]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool IsAlignment(const Keys& a, const Keys& b, const Pairs& pairs) {
  for (size_t n = 0; n < pairs.size(); ++n) {
    if (a[pairs[n].first] != b[pairs[n].second]) return false;
    if (n == 0) continue;
    if (pairs[n].first <= pairs[n - 1].first || pairs[n].second <= pairs[n - 1].second)
      return false;
  }
  return true;
}

TEST_CASE("equal items are aligned around an insertion") {
  CHECK(AlignOne({1, 2, 3}, {1, 9, 2, 3}) == Pairs{{0, 0}, {1, 2}, {2, 3}});
  CHECK(AlignOne({}, {1}).empty());
  CHECK(AlignOne({1}, {2}).empty());
}

TEST_CASE("a looser level aligns what lies between") {
  // 5 and 6 are alike only at the second level; 7 has no partner.
  CHECK(Align({{{1, 5, 7, 2}, {1, 6, 2}}, {{1, 50, 70, 2}, {1, 50, 2}}}) ==
        Pairs{{0, 0}, {1, 1}, {3, 2}});
}

TEST_CASE("without unique keys the alignment is nearly the longest") {
  uint32_t state = 1;
  auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 16; };
  for (int round = 0; round < 300; ++round) {
    Keys a, b;
    for (uint32_t i = next() % 40; i > 0; --i) {
      int key = static_cast<int>(next() % 3);
      a.insert(a.end(), 2, key);  // twice: never unique
    }
    for (uint32_t i = next() % 40; i > 0; --i) {
      int key = static_cast<int>(next() % 3);
      b.insert(b.end(), 2, key);
    }
    Pairs pairs = AlignOne(a, b);
    CHECK(IsAlignment(a, b, pairs));
    // Anchors may arise in smaller windows, so a little may be lost against the longest.
    CHECK(pairs.size() + 6 >= LongestCommon(a, b));
  }
}

TEST_CASE("sequences without anything in common do not take long") {
  Keys a(200000, 1), b(200000, 2);
  CHECK(AlignOne(a, b).empty());
  // The same two keys everywhere, in another order: past the bound of edits.
  for (size_t i = 0; i < a.size(); ++i) {
    a[i] = i % 2 == 0 ? 1 : 2;
    b[i] = i % 3 == 0 ? 1 : 2;
  }
  CHECK(IsAlignment(a, b, AlignOne(a, b)));
}

// Keys as a page has them: most stand once, some again and again.
Keys PageKeys(int count, int shift) {
  Keys keys;
  for (int i = 0; i < count; ++i) keys.push_back(i % 3 == 0 ? -1 - i % 7 : i + shift);
  return keys;
}

size_t Steps(const Keys& first, const Keys& second) {
  size_t steps = 0;
  CHECK(IsAlignment(first, second, Align({{first, second}}, &steps)));
  return steps;
}

TEST_CASE("a few differences among 100,000 items cost a few looks at each") {
  constexpr int kCount = 100000;
  Keys page = PageKeys(kCount, 0);
  CHECK(Steps(page, page) == kCount);
  for (size_t edits : {1, 10, 1000}) {
    Keys edited = page;
    for (size_t n = 0; n < edits; ++n) {
      size_t at = n * (page.size() / edits) + 5;
      if (n % 3 == 0) edited.insert(edited.begin() + static_cast<std::ptrdiff_t>(at), kCount + 1);
      if (n % 3 == 1) edited.erase(edited.begin() + static_cast<std::ptrdiff_t>(at));
      if (n % 3 == 2) edited[at] = kCount + 2;
    }
    INFO(edits << " edits");
    CHECK(Steps(page, edited) < size_t{10} * kCount);
  }
}

// Comparing everything with everything would be 100,000 steps an item.
TEST_CASE("however 100,000 items differ, each costs a bounded number of steps") {
  constexpr int kCount = 100000;
  Keys page = PageKeys(kCount, 0);
  SECTION("nothing in common") {
    CHECK(Steps(page, PageKeys(kCount, 2 * kCount)) < size_t{100} * kCount);
  }
  SECTION("the same items in the opposite order") {
    CHECK(Steps(page, Keys(page.rbegin(), page.rend())) < size_t{100} * kCount);
  }
  SECTION("blocks that changed places") {
    Keys swapped(page.begin() + kCount / 2, page.end());
    swapped.insert(swapped.end(), page.begin(), page.begin() + kCount / 2);
    CHECK(Steps(page, swapped) < size_t{100} * kCount);
  }
  SECTION("two keys again and again, in another rhythm") {
    Keys first, second;
    for (int i = 0; i < kCount; ++i) {
      first.push_back(i % 2);
      second.push_back(i % 3 == 0 ? 0 : 1);
    }
    CHECK(Steps(first, second) < size_t{100} * kCount);
  }
}

}  // namespace
}  // namespace streplay
