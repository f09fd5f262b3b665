// The options are read first, so that a wrong one is told whatever the scenarios are. Then one
// filter after the other takes scenarios out, and notes how many it left, for the message when none
// is left.
#include "cli/selection.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/last_failed.h"
#include "cli/name_expression.h"
#include "cli/rule_pattern.h"
#include "cli/shard.h"
#include "cli/usage_error.h"
#include "report/style.h"

namespace streplay {
namespace {

struct ReadSelection {
  std::optional<NameExpression> expression;
  std::vector<RulePattern> rules;
  std::optional<Shard> shard;
};

// Nothing when an option makes no sense; `err` says so.
std::optional<ReadSelection> Read(const Selection& selection, const Environment& environment) {
  ReadSelection read;
  if (selection.expression) {
    Diagnostics diagnostics;
    read.expression = NameExpression::Parse("-k", *selection.expression, diagnostics);
    environment.err << FormatDiagnostics(diagnostics);
    if (!read.expression) return std::nullopt;
  }
  for (const std::string& text : selection.rules) {
    std::optional<RulePattern> rule = RulePattern::Parse(text);
    if (!rule) {
      UsageError("--rule takes the id of a rule, or what ids begin with and a `.` or `*`, not `" +
                     text + "`",
                 "", environment);
      return std::nullopt;
    }
    read.rules.push_back(std::move(*rule));
  }
  if (selection.shard) {
    read.shard = ParseShard(*selection.shard);
    if (!read.shard) {
      UsageError("--shard takes M/N or hash:M/N with M from 1 to N, not `" + *selection.shard + "`",
                 "", environment);
      return std::nullopt;
    }
  }
  return read;
}

// The ids of all rules of the corpora; empty when one of them does not say which rules it has.
std::vector<std::string> KnownRules(const std::vector<CorpusFile>& corpus) {
  std::set<std::string> known;
  std::set<const LoadOptions*> seen;
  for (const CorpusFile& file : corpus) {
    if (!seen.insert(file.load_options.get()).second) continue;
    if (file.load_options->rule_ids.empty()) return {};
    known.insert(file.load_options->rule_ids.begin(), file.load_options->rule_ids.end());
  }
  return {known.begin(), known.end()};
}

bool RulesAreKnown(const Selection& selection, const ReadSelection& read,
                   const std::vector<CorpusFile>& corpus, const Environment& environment) {
  std::vector<std::string> known = KnownRules(corpus);
  if (known.empty()) return true;
  bool all = true;
  for (size_t i = 0; i < read.rules.size(); ++i) {
    if (read.rules[i].MatchesAny(known)) continue;
    UsageError("there is no rule `" + selection.rules[i] + "`",
               DidYouMean(selection.rules[i], known), environment);
    all = false;
  }
  return all;
}

// Whether the scenarios must be loaded to choose among them.
bool HasFilter(const Selection& selection) {
  return selection.expression || !selection.tags.empty() || !selection.rules.empty();
}

class Chooser {
 public:
  Chooser(std::vector<CorpusFile> corpus, const Selection& selection, const ReadSelection& read,
          const Environment& environment)
      : files_(std::move(corpus)),
        count_(files_.size()),
        selection_(selection),
        read_(read),
        environment_(environment) {}

  std::vector<CorpusFile> Choose() {
    if (HasFilter(selection_)) Load();
    if (read_.expression) KeepByExpression();
    if (!selection_.tags.empty()) KeepByTags();
    if (!read_.rules.empty()) KeepByRules();
    if (selection_.last_failed && !files_.empty()) KeepLastFailed();
    if (read_.shard) KeepShard();
    return std::move(files_);
  }

  // For when none is left.
  void ExplainNothing() const {
    std::string text = count_ == 1 ? "the scenario is left out"
                                   : "none of the " + std::to_string(count_) + " scenarios is left";
    for (size_t i = 0; i < steps_.size(); ++i) {
      text += (i == 0 ? ": `" : ", `") + steps_[i].option + "` leaves " +
              (steps_[i].left == 0 ? "none" : std::to_string(steps_[i].left));
    }
    environment_.err << "streplay: " << EscapeControls(text) << "\n";
    if (!hint_.empty()) environment_.err << "  = " << EscapeControls(hint_) << "\n";
  }

 private:
  struct Step {
    std::string option;
    size_t left;
  };

  void Load() {
    for (const CorpusFile& file : files_) {
      Diagnostics diagnostics;  // told by the command that works on the file
      auto scenario =
          LoadScenario(file.path, environment_.scenario_files, *file.load_options, diagnostics);
      if (scenario) scenarios_.emplace(file.path, std::move(*scenario));
    }
  }

  template <typename Test>
  void Keep(const std::string& option, Test test) {
    std::erase_if(files_, [&](const CorpusFile& file) { return !test(file); });
    steps_.push_back({option, files_.size()});
  }

  template <typename Test>
  void KeepLoaded(const std::string& option, Test test) {
    Keep(option, [&](const CorpusFile& file) {
      auto scenario = scenarios_.find(file.path);
      return scenario == scenarios_.end() || test(scenario->second);
    });
  }

  void KeepByExpression() {
    KeepLoaded("-k " + *selection_.expression, [this](const Scenario& scenario) {
      std::vector<std::string> names = scenario.tags;
      names.push_back(scenario.id);
      names.push_back(scenario.title);
      return read_.expression->Matches(names);
    });
  }

  void KeepByTags() {
    const std::vector<std::string>& wanted = selection_.tags;
    NoteUnknownTag();
    KeepLoaded(Spelt("--tag", wanted), [&](const Scenario& scenario) {
      return std::find_first_of(scenario.tags.begin(), scenario.tags.end(), wanted.begin(),
                                wanted.end()) != scenario.tags.end();
    });
  }

  void KeepByRules() {
    KeepLoaded(Spelt("--rule", selection_.rules), [this](const Scenario& scenario) {
      return std::any_of(read_.rules.begin(), read_.rules.end(),
                         [&](const RulePattern& rule) { return rule.MatchesAny(scenario.covers); });
    });
  }

  void KeepLastFailed() {
    std::map<std::string, LastFailed> by_home;
    bool any_failure = false;
    std::vector<CorpusFile> failed;
    for (const CorpusFile& file : files_) {
      auto known = by_home.find(file.home);
      if (known == by_home.end()) {
        known = by_home.emplace(file.home, LastFailed::Read(environment_.files, file.home)).first;
      }
      any_failure |= !known->second.empty();
      if (known->second.Has(file)) failed.push_back(file);
    }
    if (failed.empty()) {
      environment_.err << "streplay: "
                       << (any_failure ? "none of what failed last time is among these scenarios"
                                       : "no failure of an earlier check is known")
                       << ": --last-failed leaves all " << files_.size() << "\n";
      return;
    }
    files_ = std::move(failed);
    steps_.push_back({"--last-failed", files_.size()});
  }

  void KeepShard() {
    size_t position = 0;
    Keep("--shard " + *selection_.shard,
         [&](const CorpusFile& file) { return read_.shard->Takes(position++, file.id); });
  }

  void NoteUnknownTag() {
    std::set<std::string> known;
    for (const auto& [path, scenario] : scenarios_) {
      known.insert(scenario.tags.begin(), scenario.tags.end());
    }
    for (const std::string& tag : selection_.tags) {
      if (known.contains(tag)) continue;
      std::string meant = DidYouMean(tag, {known.begin(), known.end()});
      hint_ = "no scenario has the tag `" + tag + "`" + (meant.empty() ? "" : "; " + meant);
      return;
    }
  }

  static std::string Spelt(const std::string& option, const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values)
      text += (text.empty() ? "" : " ") + option + " " + value;
    return text;
  }

  std::vector<CorpusFile> files_;
  size_t count_;
  const Selection& selection_;
  const ReadSelection& read_;
  const Environment& environment_;
  std::map<std::string, Scenario> scenarios_;  // by path; those that can be loaded
  std::vector<Step> steps_;
  std::string hint_;
};

}  // namespace

const std::string_view kSelectionHelp =
    R"(  -k EXPRESSION        only scenarios whose id, title or a tag has these words;
                       with and, or, not, (...) and "quoted words"
  --tag TAG            only scenarios with this tag; given again: or that one
  --rule RULE          only scenarios that cover this rule; `replay.*` means every
                       rule that begins so; given again: or that one
  --shard M/N          only part M of N: every Nth of what is left. hash:M/N: by
                       the id alone, whatever other scenarios there are
  --last-failed        only scenarios that did not pass when last checked; all
                       when there is none among them
)";

void DeclareSelection(OptionSet& options, Selection& selection) {
  options.Text("-k", selection.expression);
  options.Texts("--tag", selection.tags);
  options.Texts("--rule", selection.rules);
  options.Text("--shard", selection.shard);
  options.Flag("--last-failed", selection.last_failed);
}

std::optional<std::vector<CorpusFile>> ChooseScenarios(
    const std::vector<std::string>& paths, const std::optional<std::string>& golden_root,
    const Selection& selection, const Environment& environment, int& exit_code) {
  exit_code = kExitInvalid;
  std::optional<ReadSelection> read = Read(selection, environment);
  if (!read) return std::nullopt;
  Diagnostics diagnostics;
  auto corpus = FindCorpus(paths, golden_root, environment, diagnostics);
  environment.err << FormatDiagnostics(diagnostics);
  if (!corpus) return std::nullopt;
  if (corpus->empty()) {
    environment.err << "streplay: no scenario (*.yaml, *.yml) was found\n";
    exit_code = kExitNothingRan;
    return std::nullopt;
  }
  if (!RulesAreKnown(selection, *read, *corpus, environment)) return std::nullopt;
  Chooser chooser(std::move(*corpus), selection, *read, environment);
  std::vector<CorpusFile> chosen = chooser.Choose();
  if (!chosen.empty()) return chosen;
  chooser.ExplainNothing();
  exit_code = kExitNothingRan;
  return std::nullopt;
}

}  // namespace streplay
