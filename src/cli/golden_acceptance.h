// What taking a golden does, wherever its text comes from.
#ifndef STREPLAY_CLI_GOLDEN_ACCEPTANCE_H_
#define STREPLAY_CLI_GOLDEN_ACCEPTANCE_H_

#include <string>

#include "cli/environment.h"

namespace streplay {

// A text that is to become the golden `name` below `root`.
struct GoldenAcceptance {
  std::string root;
  std::string name;
  std::string path;  // as people see it
  std::string text;
};

// The golden is the old one or the new one at any moment; what is pending in its place goes once it
// is the new one. False, and a message in `environment.err`, when it cannot be done.
[[nodiscard]] bool AcceptGolden(const GoldenAcceptance& acceptance, Environment& environment);

// Removes what is pending in place of the golden; likewise.
[[nodiscard]] bool RejectPending(const std::string& root, const std::string& name,
                                 const std::string& path, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_GOLDEN_ACCEPTANCE_H_
