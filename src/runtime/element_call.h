// What the commands that place an element share: reading an argument, and placing the element.
//
// Optional results are empty, and Values empty, when a completion is pending.
#ifndef STREPLAY_RUNTIME_ELEMENT_CALL_H_
#define STREPLAY_RUNTIME_ELEMENT_CALL_H_

#include <optional>
#include <string>
#include <string_view>

#include "runtime/command_call.h"
#include "runtime/element_builder.h"

namespace streplay {

// Sends the element for the command; the handle on it is the command's value.
script::Value PlaceElement(CommandCall& call, const ElementBuilder& builder);

// str(value), cleaned: how Streamlit treats the bodies of text elements.
std::optional<std::string> CleanedText(CommandCall& call, const script::Value& value);

// Set a field from the argument of that name, as protobuf takes it; an argument that is None leaves
// the field alone where said so. False when an exception is pending.
[[nodiscard]] bool SetCleanedBody(CommandCall& call, ElementBuilder& builder);
[[nodiscard]] bool SetTextArgument(CommandCall& call, ElementBuilder& builder, FieldId field,
                                   std::string_view argument);
[[nodiscard]] bool SetBoolArgument(CommandCall& call, ElementBuilder& builder, FieldId field,
                                   std::string_view argument);

// The theme of a chart, which must be "streamlit" or None.
[[nodiscard]] bool SetTheme(CommandCall& call, ElementBuilder& builder);

// textwrap.dedent of an argument; a TypeError, like Python's, when it is not a str.
std::optional<std::string> DedentedText(script::Interpreter& interpreter,
                                        const script::Value& value);

// Whether `a == b` in Python for a text b.
std::optional<bool> EqualsText(CommandCall& call, const script::Value& a, std::string_view b);

// An exception of Streamlit's: a wrong value of an argument.
script::Value RaiseBadArgument(CommandCall& call, std::string_view what);

// Ends the run: what the command does with such an argument is up to a library that is not
// modelled. `what` completes "st.map with …".
script::Value RefuseArgument(CommandCall& call, std::string_view what);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ELEMENT_CALL_H_
