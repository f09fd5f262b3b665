#include "cli/help_text.h"

#include <algorithm>

namespace streplay {
namespace {

constexpr std::string_view kIntroduction =
    R"(streplay runs Streamlit scenarios in a deterministic model of Streamlit 1.18.1
and compares the elements that they show with golden streams.

)";

constexpr std::string_view kRest = R"(
Examples:
  streplay scenarios               run every scenario below a folder
  streplay scenarios/a.yaml -u     run one, and take what it shows as its golden
  streplay show scenarios/a.yaml   look at one

Exit codes: 0 all good; 1 a difference, a missing or obsolete golden, an
expectation that does not hold, or coverage below what is asked for; 2 usage or
an invalid scenario; 4 nothing ran; 5 the adapter failed; 70 an error of
streplay's own.
)";

constexpr std::string_view kOfEveryCommand =
    R"(  --color WHEN         auto (default: on a terminal, unless NO_COLOR is set),
                       always or never
  -h, --help           this text
)";

constexpr size_t kSummaryColumn = 25;

void AppendUsage(std::string& text, std::string usage, std::string_view summary) {
  usage.resize(std::max(usage.size() + 2, kSummaryColumn), ' ');
  text += usage + std::string(summary) + "\n";
}

}  // namespace

std::string ProgramHelp() {
  std::string text(kIntroduction);
  std::string before = "Usage: streplay ";
  AppendUsage(text += before, "PATH...", "check scenarios (the default command)");
  before.assign(7, ' ');
  before += "streplay ";
  for (const ProgramCommand& command : ProgramCommands()) {
    AppendUsage(text += before, std::string(command.usage), command.summary);
  }
  AppendUsage(text += before, "COMMAND --help", "the options of a command");
  return text + before + "--version\n" + std::string(kRest);
}

std::string CommandHelp(const ProgramCommand& command) {
  return std::string(command.help) + std::string(command.shared_help) +
         std::string(kOfEveryCommand);
}

}  // namespace streplay
