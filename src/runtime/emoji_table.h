// All emoji sequences of Unicode's emoji data, version 15, without variation selectors: each
// between two blanks, in order of their code points. Made by emoji_table.py.
#ifndef STREPLAY_RUNTIME_EMOJI_TABLE_H_
#define STREPLAY_RUNTIME_EMOJI_TABLE_H_

#include <string_view>

namespace streplay {

extern const std::string_view kEmojiTable;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_EMOJI_TABLE_H_
