// The emoji that Streamlit accepts as icons.
#ifndef STREPLAY_RUNTIME_EMOJI_H_
#define STREPLAY_RUNTIME_EMOJI_H_

#include <string_view>

namespace streplay {

// Whether the text is exactly one emoji of Unicode's list (version 15), variation selectors aside.
bool IsEmoji(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_EMOJI_H_
