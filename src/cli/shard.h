// A part of the scenarios for one of several machines (specs/cli.md). The shards of one kind with
// one count take every scenario exactly once.
#ifndef STREPLAY_CLI_SHARD_H_
#define STREPLAY_CLI_SHARD_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace streplay {

struct Shard {
  enum class Kind {
    kSlice,  // every COUNTth of the list: shards are of equal size
    kHash,   // by the id alone: one scenario's shard never depends on which others there are
  };
  Kind kind = Kind::kSlice;
  size_t number = 1;  // 1 to count
  size_t count = 1;
  bool operator==(const Shard&) const = default;

  // `position` is the scenario's in the sorted list, from 0.
  bool Takes(size_t position, std::string_view id) const;
};

// "2/3" or "hash:2/3"; nothing for another text.
std::optional<Shard> ParseShard(std::string_view text);

// The same everywhere and for ever: FNV-1a of 64 bits, then MurmurHash3's last mixing, which makes
// every bit of it depend on every byte.
uint64_t StableHash(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_CLI_SHARD_H_
