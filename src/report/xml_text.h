// Any text inside XML and HTML. Characters that XML forbids, and those that would turn around or
// break what stands around them, are shown as escapes (base/utf8.h EscapeControls).
#ifndef STREPLAY_REPORT_XML_TEXT_H_
#define STREPLAY_REPORT_XML_TEXT_H_

#include <string>
#include <string_view>

namespace streplay {

// For an attribute in double quotes, or content of one line.
std::string XmlText(std::string_view text);

// The same with the line breaks of `text` kept. For content.
std::string XmlLines(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_REPORT_XML_TEXT_H_
