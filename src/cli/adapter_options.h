// The options of commands that run adapters: which, and how long one may take.
#ifndef STREPLAY_CLI_ADAPTER_OPTIONS_H_
#define STREPLAY_CLI_ADAPTER_OPTIONS_H_

#include <optional>
#include <string>

#include "adapter/connection.h"
#include "cli/environment.h"
#include "cli/option_set.h"

namespace streplay {

inline constexpr const char* kDefaultBudget = "10s";
inline constexpr const char* kDefaultHello = "30s";

// As typed.
struct AdapterLimits {
  std::string budget = kDefaultBudget;  // of a case
  std::string hello = kDefaultHello;    // to start
};

void DeclareAdapterLimits(OptionSet& options, AdapterLimits& limits);

// What is run with `command` under `limits`. Nothing without a command, or for a limit that is
// none; then it is explained on `err`.
[[nodiscard]] std::optional<AdapterSettings> ReadAdapterSettings(const std::string& command,
                                                                 const AdapterLimits& limits,
                                                                 Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_ADAPTER_OPTIONS_H_
