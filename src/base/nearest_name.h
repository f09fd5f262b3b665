// "Did you mean …?": the known name nearest to what somebody typed.
#ifndef STREPLAY_BASE_NEAREST_NAME_H_
#define STREPLAY_BASE_NEAREST_NAME_H_

#include <optional>
#include <span>
#include <string_view>

namespace streplay {

// The candidate with the fewest edits (insertion, deletion, substitution, swap of neighbours), when
// they are at most a third of the longer name's length, rounded up; the first of equals. Nothing
// when no candidate is that near.
std::optional<std::string_view> NearestName(std::string_view name,
                                            std::span<const std::string_view> candidates);

}  // namespace streplay

#endif  // STREPLAY_BASE_NEAREST_NAME_H_
