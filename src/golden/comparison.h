// How two streams are compared: as the model with its golden, byte for byte in meaning, or as the
// model with an external implementation (specs/stream-format.md, Comparing two streams).
#ifndef STREPLAY_GOLDEN_COMPARISON_H_
#define STREPLAY_GOLDEN_COMPARISON_H_

#include <functional>
#include <string_view>

namespace streplay {

// Whether the field of an element or block of that type counts.
using FieldFilter = std::function<bool(std::string_view type, std::string_view field)>;

struct Comparison {
  bool evidence = true;             // the header, cache records and `replay` count
  bool exact_widget_ids = true;     // else up to renaming
  bool opaque_is_anything = false;  // opaque data equals any data in its place, or none
  FieldFilter counts;               // empty: every field counts
};

inline Comparison WithGolden() {
  return {};
}

inline Comparison WithExternal(FieldFilter counts) {
  return {false, false, true, std::move(counts)};
}

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_COMPARISON_H_
