#include "cli/help_text.h"

namespace streplay {
namespace {

constexpr std::string_view kProgram =
    R"(streplay runs Streamlit scenarios in a deterministic model of Streamlit 1.18.1
and compares the elements that they show with golden streams.

Usage: streplay PATH...            check scenarios (the default command)
       streplay check PATH...      the same, spelt out
       streplay show SCENARIO      what happens in a scenario, run by run
       streplay COMMAND --help     the options of a command
       streplay --version

Examples:
  streplay scenarios               run every scenario below a folder
  streplay scenarios/a.yaml -u     run one, and take what it shows as its golden
  streplay show scenarios/a.yaml   look at one

Exit codes: 0 all good; 1 a difference, a missing golden or an expectation that
does not hold; 2 usage or an invalid scenario; 4 nothing ran; 70 an error of
streplay's own.
)";

constexpr std::string_view kCheck =
    R"(Runs scenarios and compares what they show with their goldens and expectations.

Usage: streplay [check] PATH... [OPTIONS]

A PATH is a scenario file, or a folder: then every *.yaml and *.yml below it.
Goldens lie in the folder `golden` beside the folder `scenarios`. A missing one
is written but still fails, so that you look at it; in CI (the variable CI is
set) nothing is written unless --update is given.

  -u, --update[=MODE]  write goldens. MODE: missing, changed, or all (default).
                       Never for a scenario that is invalid or fails its
                       expectations
  --profile NAME       only this profile, documented or streamlit-1.18; may be
                       given again for another
  --golden DIR         the goldens lie in DIR
  -j, --jobs N         check N scenarios at a time (default: one a processor);
                       what is printed does not depend on it
  -v, --verbose        list what passed, too
  --color WHEN         auto (default: on a terminal, unless NO_COLOR is set),
                       always or never
  -h, --help           this text
)";

constexpr std::string_view kShow =
    R"(Shows what one scenario does, run by run.

Usage: streplay show SCENARIO [OPTIONS]

  --format FORMAT      text (default): every element, cache hit and printed line
                       tree: the page as a person sees it after each run
                       jsonl: the element stream, as in a golden
  --step N             only what step N of the scenario did, counted from 1
  --profile NAME       documented or streamlit-1.18 (default: the scenario's first)
  --color WHEN         auto (default: on a terminal, unless NO_COLOR is set),
                       always or never
  -h, --help           this text
)";

}  // namespace

std::string_view HelpText(std::string_view command) {
  if (command == "check") return kCheck;
  return command == "show" ? kShow : kProgram;
}

}  // namespace streplay
