// How the process ends (specs/cli.md): part of the contract with everything that calls it.
#ifndef STREPLAY_CLI_EXIT_CODE_H_
#define STREPLAY_CLI_EXIT_CODE_H_

namespace streplay {

enum ExitCode : int {
  kExitGood = 0,
  kExitDifferent = 1,  // a difference, a missing golden, an expectation that does not hold
  kExitInvalid = 2,    // usage, an invalid scenario, a file that cannot be read or written
  kExitNothingRan = 4,
  kExitAdapter = 5,  // the adapter cannot be started, or failed too often
  kExitOurBug = 70,
};

}  // namespace streplay

#endif  // STREPLAY_CLI_EXIT_CODE_H_
