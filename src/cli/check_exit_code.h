// How a check ends the process, now or when its report is rendered again.
#ifndef STREPLAY_CLI_CHECK_EXIT_CODE_H_
#define STREPLAY_CLI_CHECK_EXIT_CODE_H_

#include "cli/exit_code.h"
#include "report/result.h"

namespace streplay {

ExitCode ExitCodeOf(const Totals& totals);

}  // namespace streplay

#endif  // STREPLAY_CLI_CHECK_EXIT_CODE_H_
