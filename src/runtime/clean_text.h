// How Streamlit prepares a text for the page: dedented, and stripped of white space at both ends.
#ifndef STREPLAY_RUNTIME_CLEAN_TEXT_H_
#define STREPLAY_RUNTIME_CLEAN_TEXT_H_

#include <string>
#include <string_view>

namespace streplay {

// Python's textwrap.dedent: removes the longest common margin of spaces and tabs from all lines
// that hold anything else; lines of blanks become empty.
std::string Dedent(std::string_view text);

// Python's str.strip() without an argument. `text` must be valid UTF-8.
std::string_view StripText(std::string_view text);

// Both, in this order.
std::string CleanText(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CLEAN_TEXT_H_
