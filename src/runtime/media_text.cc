#include "runtime/media_text.h"

#include <algorithm>
#include <cctype>

namespace streplay {
namespace {

bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool IsNumeral(char c) {
  return c >= '0' && c <= '9';
}
bool IsBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool IsForeign(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Takes `prefix` off the text; false when the text does not start with it.
bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string_view Scheme(std::string_view text) {
  size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !IsLetter(text[0])) return {};
  std::string_view scheme = text.substr(0, colon);
  auto belongs = [](char c) {
    return IsLetter(c) || IsNumeral(c) || c == '+' || c == '-' || c == '.';
  };
  return std::all_of(scheme.begin(), scheme.end(), belongs) ? scheme : std::string_view();
}

// A part of a host's name: letters, digits and hyphens, the latter not at its ends.
bool IsLabel(std::string_view label) {
  auto belongs = [](char c) { return IsLetter(c) || IsNumeral(c) || IsForeign(c) || c == '-'; };
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), belongs);
}

bool IsHost(std::string_view host) {
  if (host == "localhost") return true;
  bool has_dot = false;
  for (size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
    if (!IsLabel(host.substr(0, dot))) return false;
    host.remove_prefix(dot + 1);
    has_dot = true;
  }
  bool is_number = !host.empty() && std::all_of(host.begin(), host.end(), IsNumeral);
  bool is_domain = host.size() >= 2 && std::none_of(host.begin(), host.end(), IsNumeral);
  return has_dot && IsLabel(host) && (is_number || is_domain);
}

}  // namespace

bool HasUrlScheme(std::string_view text) {
  return !Scheme(text).empty();
}

bool IsWebAddress(std::string_view text) {
  bool has_scheme =
      TakePrefix(text, "http://") || TakePrefix(text, "https://") || TakePrefix(text, "ftp://");
  if (!has_scheme || std::any_of(text.begin(), text.end(), IsBlank)) return false;
  std::string_view host = text.substr(0, text.find_first_of("/?#"));
  size_t colon = host.find(':');
  if (colon != std::string_view::npos) {
    std::string_view port = host.substr(colon + 1);
    bool is_port =
        port.size() >= 2 && port.size() <= 5 && std::all_of(port.begin(), port.end(), IsNumeral);
    if (!is_port) return false;
    host = host.substr(0, colon);
  }
  return IsHost(host);
}

bool IsYouTubeAddress(std::string_view text) {
  if (!TakePrefix(text, "http://") && !TakePrefix(text, "https://")) return false;
  TakePrefix(text, "www.");
  return text.starts_with("youtube.com/") || text.starts_with("youtu.be/");
}

bool IsSvgPath(std::string_view text) {
  return text.ends_with(".svg") && !text.starts_with("http://") && !text.starts_with("https://");
}

bool IsSvg(std::string_view text) {
  if (!text.empty() && IsBlank(text[0])) text.remove_prefix(1);
  auto starts_blank = [](std::string_view rest) { return !rest.empty() && IsBlank(rest[0]); };
  if (text.starts_with("<?xml")) {
    for (size_t at = text.find("<svg"); at != std::string_view::npos;
         at = text.find("<svg", at + 1)) {
      if (starts_blank(text.substr(at + 4))) return true;
    }
    return false;
  }
  if (!TakePrefix(text, "<svg")) return false;
  TakePrefix(text, ">");
  return starts_blank(text);
}

bool IsLinkTarget(std::string_view text) {
  std::string_view scheme = Scheme(text);
  if (scheme.empty()) return false;
  text.remove_prefix(scheme.size() + 1);
  if (scheme == "mailto") return !text.substr(0, text.find_first_of("?#")).empty();
  if (!TakePrefix(text, "//")) return false;
  return !text.substr(0, text.find_first_of("/?#")).empty();
}

}  // namespace streplay
