// `streplay reject`: pending goldens are dropped.
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/golden_acceptance.h"
#include "cli/pending_goldens.h"
#include "cli/program_command.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Drops pending goldens: what a check outside CI got in place of goldens that
differ. The goldens stay as they are.

Usage: streplay reject SUFFIX... [OPTIONS]
       streplay reject --all [OPTIONS]

A SUFFIX is the end of a golden's path, in whole names: widgets/negate is
golden/documented/widgets/negate.jsonl, as long as no other one ends so.

  --all                all that are pending
  --golden DIR         those below DIR (default: below the current folder)
)";

struct RejectOptions {
  std::vector<std::string> suffixes;
  bool all = false;
  std::optional<std::string> golden_root;
};

int RunReject(const RejectOptions& options, Environment& environment) {
  if (!CheckSelection(options.suffixes, options.all, "reject", environment)) return kExitInvalid;
  auto pending = FindPending(options.golden_root, environment);
  if (pending) pending = SelectPending(*pending, options.suffixes, environment);
  if (!pending) return kExitInvalid;
  for (const PendingGolden& golden : *pending) {
    if (!RejectPending(golden.root, golden.name, golden.path, environment)) return kExitInvalid;
    environment.out << "rejected " << EscapeControls(golden.path) << "\n";
  }
  environment.out << Counted(pending->size(), "golden") << " rejected\n";
  return kExitGood;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto reject = std::make_shared<RejectOptions>();
  options.OptionalArguments("SUFFIX", reject->suffixes);
  options.Flag("--all", reject->all);
  options.Text("--golden", reject->golden_root);
  return [reject](Environment& world, bool /*has_colour*/) { return RunReject(*reject, world); };
}

}  // namespace

ProgramCommand RejectCommand() {
  return {"reject", "reject SUFFIX...", "drop pending goldens, --all or some", kHelp, Declare};
}

}  // namespace streplay
