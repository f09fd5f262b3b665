#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "report/markdown_text.h"
#include "report/matrix_report.h"
#include "report/shell_word.h"

namespace streplay {
namespace {

class Printer {
 public:
  Printer(const ConformanceMatrix& matrix, std::ostream& out) : matrix_(matrix), out_(out) {}

  void PrintTable() {
    out_ << "| rule | what it says |";
    for (size_t i = 0; i < Columns(); ++i)
      out_ << " " << MarkdownText(ColumnName(matrix_, i)) << " |";
    out_ << "\n|---|---|";
    for (size_t i = 0; i < Columns(); ++i) out_ << "---|";
    out_ << "\n";
    for (const MatrixRow& row : matrix_.rows) {
      PrintRow(MarkdownCode(row.rule), MarkdownText(row.text),
               [&](size_t i) { return CellText(row.cells[i]); });
    }
    PrintRow("**rules kept**", "of those of which a scenario tells",
             [&](size_t i) { return ShareText(KeptRules(matrix_, i)); });
    PrintRow("**scenarios kept**", "of those that tell",
             [&](size_t i) { return ShareText(matrix_.implementations[i].scenarios); });
    PrintRow("scenarios untold", "of " + std::to_string(matrix_.scenario_count),
             [&](size_t i) { return std::to_string(matrix_.implementations[i].untold.size()); });
    PrintRow("deprecation notices", "in so many scenarios, passed over",
             [&](size_t i) { return std::to_string(matrix_.implementations[i].noticed); });
  }

  void PrintParted() {
    bool is_first = true;
    for (const MatrixRow& row : matrix_.rows) {
      auto scenarios = PartedScenarios(row);
      if (scenarios.empty()) continue;
      if (is_first) out_ << "\n## Where they part\n";
      is_first = false;
      out_ << "\n### " << MarkdownCode(row.rule) << "\n\n";
      PrintRemarks(scenarios);
      size_t first = scenarios.front().remarks.front().implementations.front();
      out_ << "\n```sh\n" << MarkdownLine(CommandFor(row.rule, first)) << "\n```\n";
    }
  }

  void PrintUntold() {
    auto scenarios = UntoldScenarios(matrix_);
    if (scenarios.empty()) return;
    out_ << "\n## What is untold\n\n";
    // By reason: a few reasons stand for many scenarios.
    std::vector<std::pair<std::string, std::string>> by_reason;
    for (const RemarksOnScenario& scenario : scenarios) {
      for (const SharedRemark& remark : scenario.remarks) {
        std::string reason = RemarkText(remark);
        auto known = std::find_if(by_reason.begin(), by_reason.end(),
                                  [&](const auto& other) { return other.first == reason; });
        if (known == by_reason.end()) known = by_reason.insert(known, {reason, ""});
        known->second += "\n  - " + MarkdownCode(scenario.path);
      }
    }
    for (const auto& [reason, paths] : by_reason) out_ << "- " << reason << paths << "\n";
  }

 private:
  size_t Columns() const { return matrix_.implementations.size(); }

  template <typename CellOf>
  void PrintRow(const std::string& name, const std::string& text, CellOf cell_of) {
    out_ << "| " << name << " | " << text << " |";
    for (size_t i = 0; i < Columns(); ++i) out_ << " " << cell_of(i) << " |";
    out_ << "\n";
  }

  void PrintRemarks(const std::vector<RemarksOnScenario>& scenarios) {
    for (const RemarksOnScenario& scenario : scenarios) {
      out_ << "- " << MarkdownCode(scenario.path) << "\n";
      for (const SharedRemark& remark : scenario.remarks) {
        out_ << "  - " << RemarkText(remark) << "\n";
      }
    }
  }

  std::string RemarkText(const SharedRemark& remark) const {
    std::string columns;
    for (size_t i : remark.implementations) {
      columns += (columns.empty() ? "" : ", ") + ColumnName(matrix_, i);
    }
    return MarkdownText(columns + ": " + remark.text);
  }

  std::string CommandFor(const std::string& rule, size_t implementation) const {
    std::string command =
        matrix_.implementations[implementation].again + " --rule " + ShellWord(rule);
    for (const std::string& path : matrix_.paths) command += " " + ShellWord(path);
    return command;
  }

  const ConformanceMatrix& matrix_;
  std::ostream& out_;
};

}  // namespace

void PrintMatrixMarkdown(const ConformanceMatrix& matrix, bool lists_untold, std::ostream& out) {
  Printer printer(matrix, out);
  printer.PrintTable();
  printer.PrintParted();
  if (lists_untold) printer.PrintUntold();
}

}  // namespace streplay
