#include "cli/adapter_options.h"

#include "cli/limit_option.h"

namespace streplay {

void DeclareAdapterLimits(OptionSet& options, AdapterLimits& limits) {
  options.Text("--budget", limits.budget);
  options.Text("--hello", limits.hello);
}

std::optional<AdapterSettings> ReadAdapterSettings(const std::string& command,
                                                   const AdapterLimits& limits,
                                                   Environment& environment) {
  if (command.empty()) {
    environment.err << "streplay: --adapter is needed: the command that starts the adapter\n";
    return std::nullopt;
  }
  auto budget = ReadLimitOption("--budget", limits.budget, environment);
  auto hello = ReadLimitOption("--hello", limits.hello, environment);
  if (!budget || !hello) return std::nullopt;
  return AdapterSettings{command, *hello, *budget};
}

}  // namespace streplay
