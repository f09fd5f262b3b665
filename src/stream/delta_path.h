// A delta path: where an element stands on the page. The first index is the root container
// (0 main, 1 sidebar), the others are positions in ever deeper containers. Streamlit's term.
#ifndef STREPLAY_STREAM_DELTA_PATH_H_
#define STREPLAY_STREAM_DELTA_PATH_H_

#include <cstdint>
#include <vector>

namespace streplay {

using DeltaPath = std::vector<int32_t>;

inline constexpr int32_t kMainRoot = 0;
inline constexpr int32_t kSidebarRoot = 1;

}  // namespace streplay

#endif  // STREPLAY_STREAM_DELTA_PATH_H_
