#include "runtime/entry_table.h"

#include <limits>

#include "support/catch.h"

namespace streplay {
namespace {

constexpr double kForEver = std::numeric_limits<double>::infinity();

TEST_CASE("an entry expires at exactly its time of storing plus the time to live") {
  EntryTable<int> table(10, kForEver);
  table.Put("a", 1, 5);
  REQUIRE(table.Use("a", 14.999) != nullptr);
  CHECK(!table.HasExpired("a", 14.999));
  CHECK(table.Use("a", 15) == nullptr);
  CHECK(table.HasExpired("a", 15));
  CHECK(!table.HasExpired("b", 15));
}

TEST_CASE("using an entry does not renew its time, storing it does") {
  EntryTable<int> table(10, kForEver);
  table.Put("a", 1, 0);
  table.Use("a", 9);
  CHECK(table.Use("a", 10) == nullptr);
  table.Put("a", 2, 10);
  REQUIRE(table.Use("a", 19) != nullptr);
  CHECK(*table.Use("a", 19) == 2);
}

TEST_CASE("a full table drops the entry used least recently") {
  EntryTable<int> table(kForEver, 2);
  CHECK(table.Put("a", 1, 0).evicted.size() == 0);
  CHECK(table.Put("b", 2, 0).evicted.size() == 0);
  table.Use("a", 0);
  CHECK(table.Put("c", 3, 0).evicted.size() == 1);
  CHECK(table.Keys() == std::vector<std::string>{"a", "c"});
}

TEST_CASE("replacing an entry of a full table drops nothing") {
  EntryTable<int> table(kForEver, 1);
  table.Put("a", 1, 0);
  CHECK(table.Put("a", 2, 0).evicted.size() == 0);
  CHECK(*table.Use("a", 0) == 2);
}

TEST_CASE("expired entries go before living ones are dropped") {
  EntryTable<int> table(10, 2);
  table.Put("old", 1, 0);
  table.Put("young", 2, 9);
  CHECK(table.Put("new", 3, 12).evicted.size() == 0);
  CHECK(table.Use("young", 12) != nullptr);
}

TEST_CASE("an entry that was stored again expires after those stored meanwhile") {
  EntryTable<int> table(10, kForEver);
  table.Put("renewed", 1, 0);
  table.Put("other", 2, 5);
  table.Put("renewed", 3, 8);
  CHECK(table.Put("new", 4, 15).expired == std::vector<std::string>{"other"});
  CHECK(table.Has("renewed", 17));
  CHECK(table.Put("new", 5, 18).expired == std::vector<std::string>{"renewed"});
  table.Erase("new");
  CHECK(table.Put("last", 6, 30).expired.empty());
}

TEST_CASE("a time to live of zero or less never hits") {
  EntryTable<int> table(0, kForEver);
  table.Put("a", 1, 7);
  CHECK(table.Use("a", 7) == nullptr);
}

}  // namespace
}  // namespace streplay
