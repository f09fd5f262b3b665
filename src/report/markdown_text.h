// Any text inside a line of GitHub's Markdown: it stands there as it is, makes no link, image, tag,
// emphasis or table cell, and does not end the line.
#ifndef STREPLAY_REPORT_MARKDOWN_TEXT_H_
#define STREPLAY_REPORT_MARKDOWN_TEXT_H_

#include <string>
#include <string_view>

namespace streplay {

// Not for the beginning of a line.
std::string MarkdownText(std::string_view text);

// As a span of code.
std::string MarkdownCode(std::string_view text);

// A line of a fenced block of code, behind something that is no fence.
std::string MarkdownLine(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_REPORT_MARKDOWN_TEXT_H_
