// What the media commands read out of a text: addresses, and pictures written as SVG.
#ifndef STREPLAY_RUNTIME_MEDIA_TEXT_H_
#define STREPLAY_RUNTIME_MEDIA_TEXT_H_

#include <string_view>

namespace streplay {

// Whether the text starts with a scheme, as in "http:" or "data:".
bool HasUrlScheme(std::string_view text);

// Whether the text is an address of a file on the web: http, https or ftp, a host with a domain (or
// localhost, or four numbers), perhaps a port, a path without blanks.
bool IsWebAddress(std::string_view text);

// Whether a web address belongs to YouTube.
bool IsYouTubeAddress(std::string_view text);

// Whether the text names an SVG file of the machine.
bool IsSvgPath(std::string_view text);

// Whether the text is an SVG picture itself.
bool IsSvg(std::string_view text);

// The parts of an address that page configuration checks.
bool IsLinkTarget(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_MEDIA_TEXT_H_
