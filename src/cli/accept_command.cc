// `streplay accept`: pending goldens become goldens.
//
// All that can be wrong is looked for before the first golden is written.
#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/golden_acceptance.h"
#include "cli/pending_goldens.h"
#include "cli/program_command.h"
#include "cli/reported_goldens.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Takes pending goldens as goldens: what a check outside CI got in place of those
that differ.

Usage: streplay accept SUFFIX... [OPTIONS]
       streplay accept --all [OPTIONS]
       streplay accept --from REPORT [SUFFIX...] [OPTIONS]

A SUFFIX is the end of a golden's path, in whole names: widgets/negate is
golden/documented/widgets/negate.jsonl, as long as no other one ends so.

  --all                all that are pending
  --from REPORT        what an earlier check with --report=json:REPORT got, of all
                       that it reports or of each SUFFIX; refused as a whole when
                       the report is cut off or a golden has changed since
  --golden DIR         those below DIR (default: below the current folder)
)";

struct AcceptOptions {
  std::vector<std::string> suffixes;
  bool all = false;
  std::optional<std::string> report;
  std::optional<std::string> golden_root;
};

// Nothing when one of them is no golden; then `environment.err` says why.
std::optional<std::vector<GoldenAcceptance>> ReadAll(const std::vector<PendingGolden>& pending,
                                                     Environment& environment) {
  std::vector<GoldenAcceptance> acceptances;
  for (const PendingGolden& golden : pending) {
    PendingContent content = ReadPending(golden, environment.files);
    environment.err << FormatDiagnostics(content.diagnostics);
    if (!content.diagnostics.empty()) continue;
    acceptances.push_back({golden.root, golden.name, golden.path, std::move(content.text)});
  }
  if (acceptances.size() < pending.size()) return std::nullopt;
  return acceptances;
}

int AcceptAll(const std::vector<GoldenAcceptance>& acceptances, Environment& environment) {
  for (const GoldenAcceptance& acceptance : acceptances) {
    if (!AcceptGolden(acceptance, environment)) return kExitInvalid;
    environment.out << "accepted " << EscapeControls(acceptance.path) << "\n";
  }
  environment.out << Counted(acceptances.size(), "golden") << " accepted\n";
  return kExitGood;
}

int RunAccept(const AcceptOptions& options, Environment& environment) {
  if (options.report) {
    auto reported =
        ReadReportedGoldens(*options.report, options.suffixes, options.golden_root, environment);
    return reported ? AcceptAll(*reported, environment) : kExitInvalid;
  }
  if (!CheckSelection(options.suffixes, options.all, "accept", environment)) return kExitInvalid;
  auto pending = FindPending(options.golden_root, environment);
  if (pending) pending = SelectPending(*pending, options.suffixes, environment);
  if (!pending) return kExitInvalid;
  auto acceptances = ReadAll(*pending, environment);
  return acceptances ? AcceptAll(*acceptances, environment) : kExitInvalid;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto accept = std::make_shared<AcceptOptions>();
  options.OptionalArguments("SUFFIX", accept->suffixes);
  options.Flag("--all", accept->all);
  options.Text("--from", accept->report);
  options.Text("--golden", accept->golden_root);
  return [accept](Environment& world, bool /*has_colour*/) { return RunAccept(*accept, world); };
}

}  // namespace

ProgramCommand AcceptCommand() {
  return {"accept", "accept SUFFIX...", "take pending goldens, --all or some", kHelp, Declare};
}

}  // namespace streplay
