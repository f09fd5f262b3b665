// The text that st.echo shows: the lines of the script below the `with` statement, as Streamlit
// finds them by their indentation.
#ifndef STREPLAY_RUNTIME_ECHO_SOURCE_H_
#define STREPLAY_RUNTIME_ECHO_SOURCE_H_

#include <string>
#include <string_view>

namespace streplay {

// The lines after line `with_line` (1-based) of the script, dedented, up to the first one that is
// indented less than the first of them. Blank lines have no indentation.
std::string EchoedLines(std::string_view script, int with_line);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ECHO_SOURCE_H_
