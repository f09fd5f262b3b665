// `streplay review`: shows each pending golden and asks what becomes of it.
#include <istream>
#include <map>

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/golden_acceptance.h"
#include "cli/pending_goldens.h"
#include "cli/program_command.h"
#include "golden/golden_folder.h"
#include "report/difference_list.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Shows how each pending golden differs from its golden, and asks whether to
accept it, reject it, skip it or stop. Needs a terminal; without one there are
`streplay pending`, `streplay accept` and `streplay reject`.

Usage: streplay review [SUFFIX...] [OPTIONS]

A SUFFIX is the end of a golden's path, in whole names; without one all that are
pending come.

  --golden DIR         those below DIR (default: below the current folder)
)";

struct ReviewOptions {
  std::vector<std::string> suffixes;
  std::optional<std::string> golden_root;
};

enum class Answer { kAccept, kReject, kSkip, kQuit };

std::optional<Answer> ParseAnswer(const std::string& line) {
  for (const auto& [word, answer] :
       {std::pair{"accept", Answer::kAccept}, std::pair{"reject", Answer::kReject},
        std::pair{"skip", Answer::kSkip}, std::pair{"quit", Answer::kQuit}}) {
    if (line == word || line == std::string(word).substr(0, 1)) return answer;
  }
  return std::nullopt;
}

// What caused each run, by its number: "interact", "call of session bob".
std::map<int, std::string> CausesOf(const ElementStream& stream) {
  std::map<int, std::string> causes;
  for (const Record& record : stream.records) {
    const auto* run = std::get_if<RunRecord>(&record);
    if (run == nullptr) continue;
    std::string session = run->session == kDefaultSession ? "" : " of session " + run->session;
    causes[run->run] = std::string(RunCauseName(run->cause)) + session;
  }
  return causes;
}

class Review {
 public:
  Review(bool has_colour, Environment& environment)
      : style_(has_colour), environment_(environment), out_(environment.out) {}

  int Run(const std::vector<PendingGolden>& pending) {
    size_t done = 0;
    for (; done < pending.size(); ++done) {
      PendingContent content = ReadPending(pending[done], environment_.files);
      out_ << style_.In(Colour::kBold, pending[done].path) << "  "
           << style_.In(Colour::kDim,
                        std::to_string(done + 1) + " of " + std::to_string(pending.size()))
           << "\n";
      Show(pending[done], content);
      Answer answer = Ask(content.diagnostics.empty());
      if (answer == Answer::kQuit) break;
      Obey(answer, pending[done], std::move(content));
    }
    skipped_ += pending.size() - done;
    out_ << accepted_ << " accepted, " << rejected_ << " rejected, " << skipped_
         << " still pending\n";
    return failed_ ? kExitInvalid : kExitGood;
  }

 private:
  void Show(const PendingGolden& golden, const PendingContent& content) {
    if (!content.diagnostics.empty()) {
      out_ << FormatDiagnostics(content.diagnostics);
      return;
    }
    out_ << FormatDiagnostics(content.comparison.diagnostics);
    if (content.comparison.state == GoldenState::kMissing) out_ << "  the golden is missing\n";
    if (content.comparison.state == GoldenState::kSame) out_ << "  the golden says the same\n";
    std::map<int, std::string> causes = CausesOf(content.stream);
    std::vector<ReportedDifference> differences;
    for (const Difference& difference : content.comparison.differences) {
      differences.push_back({difference, {causes[difference.run], {}}, GoldenLineOf(difference)});
    }
    PrintDifferences(differences, golden.path, style_, environment_.out_columns, out_);
  }

  // Nothing more to read means to stop.
  Answer Ask(bool may_accept) {
    while (true) {
      out_ << (may_accept ? "[a]ccept, [r]eject, [s]kip, [q]uit? " : "[r]eject, [s]kip, [q]uit? ");
      out_.flush();
      std::string line;
      if (!std::getline(environment_.in, line)) {
        out_ << "\n";
        return Answer::kQuit;
      }
      std::optional<Answer> answer = ParseAnswer(line);
      if (answer && (may_accept || *answer != Answer::kAccept)) return *answer;
    }
  }

  void Obey(Answer answer, const PendingGolden& golden, PendingContent content) {
    bool is_done = true;
    if (answer == Answer::kAccept) {
      is_done = AcceptGolden({golden.root, golden.name, golden.path, std::move(content.text)},
                             environment_);
      accepted_ += is_done ? 1 : 0;
    } else if (answer == Answer::kReject) {
      is_done = RejectPending(golden.root, golden.name, golden.path, environment_);
      rejected_ += is_done ? 1 : 0;
    }
    failed_ |= !is_done;
    if (!is_done || answer == Answer::kSkip) ++skipped_;
  }

  Style style_;
  Environment& environment_;
  std::ostream& out_;
  size_t accepted_ = 0;
  size_t rejected_ = 0;
  size_t skipped_ = 0;
  bool failed_ = false;
};

int RunReview(const ReviewOptions& options, bool has_colour, Environment& environment) {
  if (!environment.in_is_terminal || !environment.out_is_terminal) {
    environment.err << "streplay: review asks, and there is no terminal to ask on\n"
                    << "  = list with `streplay pending`, then `streplay accept` or `streplay "
                    << "reject` by the end of a path, or --all\n";
    return kExitInvalid;
  }
  auto pending = FindPending(options.golden_root, environment);
  if (pending) pending = SelectPending(*pending, options.suffixes, environment);
  if (!pending) return kExitInvalid;
  if (pending->empty()) {
    environment.out << "no golden is pending\n";
    return kExitGood;
  }
  return Review(has_colour, environment).Run(*pending);
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto review = std::make_shared<ReviewOptions>();
  options.OptionalArguments("SUFFIX", review->suffixes);
  options.Text("--golden", review->golden_root);
  return [review](Environment& world, bool has_colour) {
    return RunReview(*review, has_colour, world);
  };
}

}  // namespace

ProgramCommand ReviewCommand() {
  return {"review", "review", "look at pending goldens one by one", kHelp, Declare};
}

}  // namespace streplay
