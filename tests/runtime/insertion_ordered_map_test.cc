#include "runtime/insertion_ordered_map.h"

#include <map>
#include <random>

#include "support/catch.h"

namespace streplay {
namespace {

std::vector<std::string> Texts(const InsertionOrderedMap<int>& map) {
  std::vector<std::string> texts;
  for (const auto& [key, value] : map) texts.push_back(key.text() + "=" + std::to_string(value));
  return texts;
}

TEST_CASE("a key that is set again keeps its place, one that was erased comes last") {
  InsertionOrderedMap<int> map;
  for (const char* key : {"a", "b", "c"}) map.Set(SharedText(key), 1);
  map.Set(SharedText("a"), 2);
  CHECK(map.Erase(SharedText("b")));
  CHECK(!map.Erase(SharedText("b")));
  map.Set(SharedText("b"), 3);
  CHECK(!map.Insert(SharedText("c"), 4));
  CHECK(Texts(map) == std::vector<std::string>{"a=2", "c=1", "b=3"});
  CHECK(map.size() == 3);
}

// Few and many entries are kept in different ways, and gaps are closed now and then.
TEST_CASE("it does what a plain list of pairs does, at every size") {
  std::mt19937 random(7);
  for (int size : {4, 9, 20, 300}) {
    InsertionOrderedMap<int> map;
    std::vector<std::pair<std::string, int>> plain;
    auto find = [&](const std::string& key) {
      return std::find_if(plain.begin(), plain.end(),
                          [&](auto& pair) { return pair.first == key; });
    };
    for (int step = 0; step < 4000; ++step) {
      const std::string key =
          std::to_string(static_cast<int>(random() % static_cast<unsigned>(size)));
      auto known = find(key);
      CHECK(map.Contains(SharedText(key)) == (known != plain.end()));
      if (random() % 3 == 0) {
        CHECK(map.Erase(SharedText(key)) == (known != plain.end()));
        if (known != plain.end()) plain.erase(known);
      } else {
        map.Set(SharedText(key), step);
        if (known != plain.end()) {
          known->second = step;
        } else {
          plain.emplace_back(key, step);
        }
      }
      if (step % 500 == 499) {
        map.EraseIf([](const auto& entry) { return entry.second % 2 == 0; });
        std::erase_if(plain, [](const auto& pair) { return pair.second % 2 == 0; });
      }
      REQUIRE(map.size() == plain.size());
    }
    std::vector<std::string> expected;
    for (const auto& [key, value] : plain) expected.push_back(key + "=" + std::to_string(value));
    CHECK(Texts(map) == expected);
    map.Clear();
    CHECK(map.size() == 0);
    CHECK(!map.Contains(SharedText("1")));
  }
}

}  // namespace
}  // namespace streplay
