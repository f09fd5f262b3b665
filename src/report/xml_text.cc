#include "report/xml_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {

std::string XmlText(std::string_view text) {
  std::string escaped;
  for (char letter : EscapeControls(text)) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string XmlLines(std::string_view text) {
  std::string escaped;
  while (true) {
    size_t end = std::min(text.find('\n'), text.size());
    escaped += XmlText(text.substr(0, end));
    if (end == text.size()) return escaped;
    escaped += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace streplay
