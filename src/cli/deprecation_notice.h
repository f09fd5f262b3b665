// Streamlit's own alerts about deprecated names, as differences from a profile that shows none.
#ifndef STREPLAY_CLI_DEPRECATION_NOTICE_H_
#define STREPLAY_CLI_DEPRECATION_NOTICE_H_

#include <string_view>

#include "golden/difference.h"
#include "stream/element_stream.h"

namespace streplay {

// The rule that such an alert touches, whatever the scenario is about.
inline constexpr std::string_view kDeprecationRule = "decorator.deprecated";

// Whether the difference is nothing but such an alert that `got` has and the other stream has not.
// One that stands in the place of something else is more than that.
bool IsDeprecationNotice(const Difference& difference, const ElementStream& got);

}  // namespace streplay

#endif  // STREPLAY_CLI_DEPRECATION_NOTICE_H_
