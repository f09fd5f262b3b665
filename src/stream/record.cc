#include "stream/record.h"

#include <array>

namespace streplay {
namespace {

constexpr std::array<std::string_view, 4> kCauses = {"run", "interact", "call", "rerun"};
constexpr std::array<std::string_view, 6> kEvents = {"miss",    "hit",   "store",
                                                     "discard", "evict", "clear"};
constexpr std::array<std::string_view, 5> kReasons = {"", "no-entry", "new-widget-values",
                                                      "expired", "invalid"};
constexpr std::array<std::string_view, 7> kStatuses = {
    "ok", "exception", "stop", "rerun", "deadlock", "limit", "syntax-error"};

template <typename Enum, size_t N>
bool Parse(const std::array<std::string_view, N>& names, std::string_view name, Enum& value) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] != name) continue;
    value = static_cast<Enum>(i);
    return true;
  }
  return false;
}

}  // namespace

std::string_view RunCauseName(RunCause cause) {
  return kCauses[static_cast<size_t>(cause)];
}
std::string_view CacheEventName(CacheEvent event) {
  return kEvents[static_cast<size_t>(event)];
}
std::string_view MissReasonName(MissReason reason) {
  return kReasons[static_cast<size_t>(reason)];
}
std::string_view RunStatusName(RunStatus status) {
  return kStatuses[static_cast<size_t>(status)];
}

bool ParseRunCause(std::string_view name, RunCause& cause) {
  return Parse(kCauses, name, cause);
}
bool ParseCacheEvent(std::string_view name, CacheEvent& event) {
  return Parse(kEvents, name, event);
}
bool ParseMissReason(std::string_view name, MissReason& reason) {
  return !name.empty() && Parse(kReasons, name, reason);
}
bool ParseRunStatus(std::string_view name, RunStatus& status) {
  return Parse(kStatuses, name, status);
}

}  // namespace streplay
