// Optimal string alignment distance by dynamic programming over three rows.
#include "base/nearest_name.h"

#include <algorithm>
#include <vector>

namespace streplay {
namespace {

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string_view> NearestName(std::string_view name,
                                            std::span<const std::string_view> candidates) {
  std::optional<std::string_view> nearest;
  size_t best = 0;
  constexpr size_t kLongestName =
      100;  // longer ones are no typing slips, and the cost is quadratic
  if (name.size() > kLongestName) return nearest;
  for (std::string_view candidate : candidates) {
    size_t distance = EditDistance(name, candidate);
    size_t allowed = (std::max(name.size(), candidate.size()) + 2) / 3;
    if (distance <= allowed && (!nearest || distance < best)) {
      nearest = candidate;
      best = distance;
    }
  }
  return nearest;
}

}  // namespace streplay
