#include "runtime/entry_order.h"

#include <limits>
#include <string>

#include "support/catch.h"

namespace streplay {
namespace {

constexpr double kForEver = std::numeric_limits<double>::infinity();

struct Entry : TimedEntry {
  explicit Entry(std::string its_name) : name(std::move(its_name)) {}
  std::string name;
};

// "a b" of the entries that had to go.
std::string Names(const std::vector<TimedEntry*>& entries) {
  std::string names;
  for (TimedEntry* entry : entries) {
    names += (names.empty() ? "" : " ") + static_cast<Entry*>(entry)->name;
  }
  return names;
}

TEST_CASE("an entry expires at exactly its time of storing plus the time to live") {
  EntryOrder order(10, kForEver);
  Entry a("a");
  order.Put(a, 5);
  CHECK(!order.IsExpired(a, 14.999));
  CHECK(order.IsExpired(a, 15));
}

TEST_CASE("using an entry does not renew its time, storing it does") {
  EntryOrder order(10, kForEver);
  Entry a("a");
  order.Put(a, 0);
  order.Use(a);
  CHECK(order.IsExpired(a, 10));
  order.Put(a, 10);
  CHECK(!order.IsExpired(a, 19));
}

TEST_CASE("when there is no room the entry used least recently goes") {
  EntryOrder order(kForEver, 2);
  Entry a("a"), b("b"), c("c"), d("d");
  CHECK(Names(order.Put(a, 0).evicted).empty());
  CHECK(Names(order.Put(b, 0).evicted).empty());
  order.Use(a);
  CHECK(Names(order.Put(c, 0).evicted) == "b");
  CHECK(Names(order.Put(d, 0).evicted) == "a");
}

TEST_CASE("storing an entry again drops nothing, and uses it") {
  EntryOrder order(kForEver, 2);
  Entry a("a"), b("b"), c("c");
  order.Put(a, 0);
  order.Put(b, 0);
  CHECK(Names(order.Put(a, 0).evicted).empty());
  CHECK(Names(order.Put(c, 0).evicted) == "b");
}

TEST_CASE("expired entries go before living ones are dropped") {
  EntryOrder order(10, 2);
  Entry old("old"), young("young"), fresh("fresh");
  order.Put(old, 0);
  order.Put(young, 9);
  EntryOrder::Displaced displaced = order.Put(fresh, 12);
  CHECK(Names(displaced.expired) == "old");
  CHECK(Names(displaced.evicted).empty());
}

TEST_CASE("an entry that was stored again expires after those stored meanwhile") {
  EntryOrder order(10, kForEver);
  Entry renewed("renewed"), other("other"), third("third"), fourth("fourth");
  order.Put(renewed, 0);
  order.Put(other, 5);
  order.Put(renewed, 8);
  CHECK(Names(order.Put(third, 15).expired) == "other");
  CHECK(!order.IsExpired(renewed, 17));
  CHECK(Names(order.Put(fourth, 18).expired) == "renewed");
}

TEST_CASE("an expired entry that is stored again is not one that had to go") {
  EntryOrder order(10, 1);
  Entry a("a");
  order.Put(a, 0);
  EntryOrder::Displaced displaced = order.Put(a, 10);
  CHECK(Names(displaced.expired).empty());
  CHECK(Names(displaced.evicted).empty());
  CHECK(!order.IsExpired(a, 19));
}

TEST_CASE("an entry that is destroyed leaves the order") {
  EntryOrder order(10, 2);
  Entry a("a"), c("c"), d("d");
  order.Put(a, 0);
  {
    Entry b("b");
    order.Put(b, 1);
  }
  CHECK(Names(order.Put(c, 2).evicted).empty());
  EntryOrder::Displaced displaced = order.Put(d, 10);
  CHECK(Names(displaced.expired) == "a");
  CHECK(Names(displaced.evicted).empty());
}

TEST_CASE("a time to live of zero or less never hits") {
  EntryOrder order(0, kForEver);
  Entry a("a");
  order.Put(a, 7);
  CHECK(order.IsExpired(a, 7));
}

}  // namespace
}  // namespace streplay
