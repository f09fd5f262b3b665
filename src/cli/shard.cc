#include "cli/shard.h"

#include <charconv>

namespace streplay {
namespace {

constexpr size_t kMaxCount = 100000;
constexpr std::string_view kHashPrefix = "hash:";

// Nothing unless `text` is a number from 1 to kMaxCount in digits.
std::optional<size_t> ParseNumber(std::string_view text) {
  size_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || number < 1 || number > kMaxCount) return std::nullopt;
  return number;
}

}  // namespace

bool Shard::Takes(size_t position, std::string_view id) const {
  uint64_t bucket = kind == Kind::kHash ? StableHash(id) : position;
  return bucket % count + 1 == number;
}

std::optional<Shard> ParseShard(std::string_view text) {
  Shard shard;
  if (text.starts_with(kHashPrefix)) {
    shard.kind = Shard::Kind::kHash;
    text.remove_prefix(kHashPrefix.size());
  }
  size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::optional<size_t> number = ParseNumber(text.substr(0, slash));
  std::optional<size_t> count = ParseNumber(text.substr(slash + 1));
  if (!number || !count || *number > *count) return std::nullopt;
  shard.number = *number;
  shard.count = *count;
  return shard;
}

uint64_t StableHash(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3;
  }
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccd;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53;
  hash ^= hash >> 33;
  return hash;
}

}  // namespace streplay
