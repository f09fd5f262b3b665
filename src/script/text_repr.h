// repr() of a text.
#ifndef STREPLAY_SCRIPT_TEXT_REPR_H_
#define STREPLAY_SCRIPT_TEXT_REPR_H_

#include <string>
#include <string_view>

namespace streplay::script {

// In single quotes, or in double quotes when the text has single but no double ones; backslashes,
// the quote and non-printable characters escaped. `text` is valid UTF-8.
std::string TextRepr(std::string_view text);

// What ascii() makes of a repr: everything outside ASCII is escaped too.
std::string EscapeNonAscii(std::string_view repr);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TEXT_REPR_H_
