#include "cli/coverage_report.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {
namespace {

std::string_view LevelName(Rule::Level level) {
  return level == Rule::Level::kMust ? "must" : "may";
}

class Printer {
 public:
  Printer(const CoverageReport& report, const CoverageTextOptions& options, const Style& style,
          std::ostream& out)
      : report_(report), options_(options), style_(style), out_(out) {}

  void Print() {
    PrintMissingRules();
    PrintMissingCommands();
    PrintScenariosWithoutRule();
    if (options_.lists_all) PrintMatrix();
    PrintTotals();
  }

 private:
  void PrintHeading(bool& is_first, Colour colour, std::string_view text) {
    if (is_first) out_ << style_.In(colour, text) << "\n";
    is_first = false;
  }

  void PrintMissingRules() {
    bool is_first = true;
    for (size_t i = 0; i < report_.rules.size(); ++i) {
      if (!report_.coverage.by_rule[i].empty()) continue;
      const Rule& rule = report_.rules[i];
      PrintHeading(is_first, Colour::kRed, "rules without a scenario");
      std::string origin(LevelName(rule.level));
      if (!rule.source.empty()) origin += " · " + rule.source;
      out_ << "  " << style_.In(Colour::kBold, rule.id) << "  " << style_.In(Colour::kDim, origin)
           << "\n";
      if (!rule.text.empty()) out_ << "    " << EscapeControls(rule.text) << "\n";
    }
    EndPart(is_first);
  }

  void PrintMissingCommands() {
    bool is_first = true;
    for (const PageCommand& command : report_.commands) {
      if (!command.scenarios.empty()) continue;
      PrintHeading(is_first, Colour::kRed, "page commands without a scenario of their own");
      out_ << "  " << style_.In(Colour::kBold, command.spelling) << "  "
           << style_.In(Colour::kDim, "none covers " + command.rule) << "\n";
    }
    EndPart(is_first);
  }

  void PrintScenariosWithoutRule() {
    bool is_first = true;
    for (size_t index : report_.coverage.without_rule) {
      const Scenario& scenario = report_.scenarios[index];
      PrintHeading(is_first, Colour::kYellow, "scenarios without a rule");
      out_ << "  " << style_.In(Colour::kBold, scenario.path) << "  "
           << style_.In(Colour::kDim, scenario.title) << "\n";
    }
    EndPart(is_first);
  }

  void EndPart(bool is_empty) {
    if (!is_empty) out_ << "\n";
  }

  void PrintMatrix() {
    size_t width = 0;
    for (const Rule& rule : report_.rules) width = std::max(width, DisplayWidth(rule.id));
    out_ << style_.In(Colour::kBold, "rules") << "\n";
    for (size_t i = 0; i < report_.rules.size(); ++i) {
      PrintRow(report_.rules[i].id, width, report_.coverage.by_rule[i]);
    }
    out_ << "\n" << style_.In(Colour::kBold, "page commands") << "\n";
    for (const PageCommand& command : report_.commands) {
      PrintRow(command.spelling, width, command.scenarios);
    }
    out_ << "\n";
  }

  void PrintRow(std::string_view name, size_t width, const std::vector<size_t>& scenarios) {
    std::string count = std::to_string(scenarios.size());
    out_ << "  " << EscapeControls(name) << PaddingTo(name, width)
         << std::string(count.size() < 5 ? 5 - count.size() : 1, ' ') << count;
    for (size_t i = 0; i < scenarios.size(); ++i) {
      out_ << (i == 0 ? "  " : ", ") << EscapeControls(report_.scenarios[scenarios[i]].id);
    }
    out_ << "\n";
  }

  void PrintTotals() {
    Share must, may, statics, widgets;
    for (size_t i = 0; i < report_.rules.size(); ++i) {
      Share& share = report_.rules[i].level == Rule::Level::kMust ? must : may;
      share.Add(!report_.coverage.by_rule[i].empty());
    }
    for (const PageCommand& command : report_.commands) {
      (command.is_widget ? widgets : statics).Add(!command.scenarios.empty());
    }
    PrintTotal("rules", RulesShare(report_), "must " + OfTotal(must) + ", may " + OfTotal(may));
    PrintTotal("page commands", CommandsShare(report_),
               "static " + OfTotal(statics) + ", widgets " + OfTotal(widgets));
    out_ << "scenarios      " << report_.scenarios.size() << "  "
         << style_.In(Colour::kDim, "(" + std::to_string(report_.coverage.without_rule.size()) +
                                        " without a rule)")
         << "\n";
  }

  void PrintTotal(std::string_view name, const Share& share, const std::string& parts) {
    bool is_below = share.IsBelow(options_.fail_under);
    std::string text = OfTotal(share) + ", " + PerCent(share);
    out_ << name << PaddingTo(name, 15)
         << style_.In(is_below ? Colour::kRed : Colour::kGreen, text);
    if (is_below) out_ << ", below the " << options_.fail_under << " % asked for";
    out_ << "  " << style_.In(Colour::kDim, "(" + parts + ")") << "\n";
  }

  const CoverageReport& report_;
  const CoverageTextOptions& options_;
  const Style& style_;
  std::ostream& out_;
};

}  // namespace

Share RulesShare(const CoverageReport& report) {
  Share share;
  for (const auto& scenarios : report.coverage.by_rule) share.Add(!scenarios.empty());
  return share;
}

Share CommandsShare(const CoverageReport& report) {
  Share share;
  for (const PageCommand& command : report.commands) share.Add(!command.scenarios.empty());
  return share;
}

void PrintCoverage(const CoverageReport& report, const CoverageTextOptions& options,
                   const Style& style, std::ostream& out) {
  Printer(report, options, style, out).Print();
}

}  // namespace streplay
