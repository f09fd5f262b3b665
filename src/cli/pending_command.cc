// `streplay pending`: the goldens that wait for a person to look at them.
#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/pending_goldens.h"
#include "cli/program_command.h"
#include "golden/golden_folder.h"
#include "report/style.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Lists pending goldens: what a check outside CI got in place of goldens that
differ. `streplay review` shows each and asks; `streplay accept` and
`streplay reject` take the ends of their paths.

Usage: streplay pending [OPTIONS]

  --golden DIR         those below DIR (default: below the current folder)
  --json               one object of JSON, on one line
)";

struct PendingOptions {
  std::optional<std::string> golden_root;
  bool json = false;
};

constexpr int kPendingFormat = 1;

// The word of the machine form.
std::string_view StateName(const PendingContent& content) {
  if (!content.diagnostics.empty()) return "broken";
  switch (content.comparison.state) {
    case GoldenState::kMissing:
      return "missing";
    case GoldenState::kSame:
      return "same";
    case GoldenState::kDifferent:
      return "different";
    case GoldenState::kUnreadable:
      break;
  }
  return "unreadable";
}

std::string StateText(const PendingContent& content) {
  if (!content.diagnostics.empty()) return "cannot be taken: it is no golden";
  switch (content.comparison.state) {
    case GoldenState::kMissing:
      return "the golden is missing";
    case GoldenState::kSame:
      return "the golden says the same already";
    case GoldenState::kDifferent:
      return Counted(content.comparison.differences.size(), "difference");
    case GoldenState::kUnreadable:
      break;
  }
  return "the golden cannot be read";
}

void PrintText(const std::vector<PendingGolden>& pending, const Environment& environment) {
  size_t width = 0;
  for (const PendingGolden& golden : pending) width = std::max(width, DisplayWidth(golden.path));
  for (const PendingGolden& golden : pending) {
    PendingContent content = ReadPending(golden, environment.files);
    environment.out << EscapeControls(golden.path) << PaddingTo(golden.path, width) << "  "
                    << StateText(content) << "\n";
  }
  if (pending.empty()) {
    environment.out << "no golden is pending\n";
  } else {
    environment.out << Counted(pending.size(), "golden") << " pending: look at "
                    << (pending.size() == 1 ? "it" : "them")
                    << " with `streplay review`, or `accept` or `reject` by the end of a path\n";
  }
}

std::string PendingJson(const PendingGolden& golden, FileSystem& files) {
  PendingContent content = ReadPending(golden, files);
  Fields members = {{"golden", {golden.path}},
                    {"pending", {PendingPath(golden.path)}},
                    {"state", {std::string(StateName(content))}},
                    {"differences", {static_cast<int64_t>(content.comparison.differences.size())}}};
  return FieldValueText({members});
}

void PrintJson(const std::vector<PendingGolden>& pending, const Environment& environment) {
  environment.out << "{\"streplay_pending\":" << kPendingFormat << ",\"pending\":[";
  for (size_t i = 0; i < pending.size(); ++i) {
    environment.out << (i > 0 ? "," : "") << PendingJson(pending[i], environment.files);
  }
  environment.out << "]}\n";
}

int RunPending(const PendingOptions& options, Environment& environment) {
  auto pending = FindPending(options.golden_root, environment);
  if (!pending) return kExitInvalid;
  options.json ? PrintJson(*pending, environment) : PrintText(*pending, environment);
  return kExitGood;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto pending = std::make_shared<PendingOptions>();
  options.Text("--golden", pending->golden_root);
  options.Flag("--json", pending->json);
  return [pending](Environment& world, bool /*has_colour*/) { return RunPending(*pending, world); };
}

}  // namespace

ProgramCommand PendingCommand() {
  return {"pending", "pending", "the goldens that wait for you to look at them", kHelp, Declare};
}

}  // namespace streplay
