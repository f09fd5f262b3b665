#include "cli/limit_option.h"

#include "scenario/duration.h"

namespace streplay {

std::optional<std::chrono::milliseconds> ReadLimitOption(const char* option,
                                                         const std::string& text,
                                                         Environment& environment) {
  ParsedDuration duration = ParseDuration(text);
  std::chrono::milliseconds limit{duration.microseconds / 1000};
  if (duration.error.empty() && limit.count() > 0) return limit;
  environment.err << "streplay: " << option << ": "
                  << (duration.error.empty() ? "it must be at least 1ms" : duration.error) << "\n";
  return std::nullopt;
}

}  // namespace streplay
