#include "cli/shard.h"

#include <vector>

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("a shard is spelt M/N or hash:M/N") {
  CHECK(ParseShard("1/1") == Shard{Shard::Kind::kSlice, 1, 1});
  CHECK(ParseShard("2/3") == Shard{Shard::Kind::kSlice, 2, 3});
  CHECK(ParseShard("hash:10/10") == Shard{Shard::Kind::kHash, 10, 10});
  for (const char* text :
       {"", "/", "1", "1/", "/2", "0/2", "3/2", "1/0", "-1/2", "+1/2", " 1/2", "1/2 ", "1/2/3",
        "a/b", "hash:", "hash1/2", "HASH:1/2", "1/100001", "1/99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(ParseShard(text));
  }
}

TEST_CASE("the shards take every scenario once") {
  std::vector<std::string> ids;
  for (int i = 0; i < 500; ++i) ids.push_back("folder/scenario-" + std::to_string(i));
  for (auto kind : {Shard::Kind::kSlice, Shard::Kind::kHash}) {
    for (size_t count : {1, 2, 3, 7, 64, 600}) {
      std::vector<int> taken(ids.size());
      for (size_t number = 1; number <= count; ++number) {
        for (size_t i = 0; i < ids.size(); ++i) {
          taken[i] += Shard{kind, number, count}.Takes(i, ids[i]) ? 1 : 0;
        }
      }
      CHECK(taken == std::vector<int>(ids.size(), 1));
    }
  }
}

size_t SizeOf(const Shard& shard, size_t scenario_count) {
  size_t size = 0;
  for (size_t i = 0; i < scenario_count; ++i) {
    size += shard.Takes(i, "a/" + std::to_string(i)) ? 1 : 0;
  }
  return size;
}

TEST_CASE("slices differ by one scenario at most") {
  for (size_t number = 1; number <= 7; ++number) {
    size_t size = SizeOf({Shard::Kind::kSlice, number, 7}, 100);
    CHECK((size == 14 || size == 15));
  }
}

TEST_CASE("shards by hash are of similar size") {
  for (size_t number = 1; number <= 4; ++number) {
    size_t size = SizeOf({Shard::Kind::kHash, number, 4}, 4000);
    CHECK(size > 900);
    CHECK(size < 1100);
  }
}

TEST_CASE("a shard by hash is a matter of the id alone") {
  Shard shard{Shard::Kind::kHash, 2, 5};
  for (const char* id : {"a", "widgets/negate", ""}) {
    for (size_t position : {0, 1, 2, 99}) CHECK(shard.Takes(position, id) == shard.Takes(0, id));
  }
}

// Values of an independent implementation (specs/cli.md): they may never change.
TEST_CASE("the hash is the same everywhere and for ever") {
  CHECK(StableHash("") == 0xefd01f60ba992926);
  CHECK(StableHash("a") == 0x82a2a958a9bece5b);
  CHECK(StableHash("page/plus-one") == 0x3098e1c1db064888);
  CHECK(StableHash("größe") == 0x2eb895f56869eaa1);
}

}  // namespace
}  // namespace streplay
