#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "report/matrix_report.h"

namespace streplay {
namespace {

Colour ColourOf(MatrixVerdict verdict) {
  switch (verdict) {
    case MatrixVerdict::kKept:
      return Colour::kGreen;
    case MatrixVerdict::kParted:
      return Colour::kRed;
    case MatrixVerdict::kUntold:
      break;
  }
  return Colour::kDim;
}

class Printer {
 public:
  Printer(const ConformanceMatrix& matrix, const Style& style, std::ostream& out)
      : matrix_(matrix), style_(style), out_(out) {
    for (const MatrixRow& row : matrix_.rows) Widen(rule_width_, EscapeControls(row.rule));
    for (size_t i = 0; i < matrix_.implementations.size(); ++i) {
      size_t width = 0;
      Widen(width, EscapeControls(ColumnName(matrix_, i)));
      Widen(width, PerCentText(KeptRules(matrix_, i)));
      Widen(width, PerCentText(matrix_.implementations[i].scenarios));
      for (const MatrixRow& row : matrix_.rows) Widen(width, CellText(row.cells[i]));
      widths_.push_back(width);
    }
  }

  void PrintTable() {
    PrintRow("", Colour::kBold, [&](size_t i) {
      return Text{ColumnName(matrix_, i), Colour::kBold};
    });
    for (const MatrixRow& row : matrix_.rows) {
      PrintRow(row.rule, std::nullopt, [&](size_t i) {
        return Text{CellText(row.cells[i]), ColourOf(row.cells[i].verdict())};
      });
    }
    PrintRow(kRulesKept, Colour::kBold, [&](size_t i) {
      return Text{PerCentText(KeptRules(matrix_, i)), Colour::kBold};
    });
    PrintRow(kScenariosKept, Colour::kBold, [&](size_t i) {
      return Text{PerCentText(matrix_.implementations[i].scenarios), Colour::kBold};
    });
  }

  void PrintScenarios() {
    for (const MatrixRow& row : matrix_.rows) {
      PrintRemarks(row.rule, Colour::kRed, PartedScenarios(row));
    }
    PrintRemarks("untold", Colour::kYellow, UntoldScenarios(matrix_));
  }

  void PrintTotals() {
    for (size_t i = 0; i < matrix_.implementations.size(); ++i) {
      const MatrixImplementation& implementation = matrix_.implementations[i];
      out_ << style_.In(Colour::kBold, implementation.name + " " + implementation.version) << ": "
           << ShareText(KeptRules(matrix_, i)) << " of the rules; "
           << ShareText(implementation.scenarios) << " of the scenarios";
      if (!implementation.untold.empty()) {
        out_ << "; " << implementation.untold.size() << " untold";
      }
      if (implementation.noticed > 0) {
        out_ << "; deprecation notices in " << implementation.noticed;
      }
      out_ << "\n";
    }
    out_ << Counted(matrix_.scenario_count, "scenario") << " of the profile " << matrix_.profile
         << "\n";
  }

 private:
  struct Text {
    std::string text;
    Colour colour;
  };

  static constexpr std::string_view kRulesKept = "rules kept";
  static constexpr std::string_view kScenariosKept = "scenarios kept";

  static void Widen(size_t& width, std::string_view text) {
    width = std::max(width, DisplayWidth(text));
  }

  static std::string PerCentText(const Share& share) {
    return share.total == 0 ? "–" : PerCent(share);
  }

  template <typename CellOf>
  void PrintRow(std::string_view name, std::optional<Colour> colour, CellOf cell_of) {
    std::string visible = EscapeControls(name);
    out_ << (colour ? style_.In(*colour, name) : visible);
    std::string gap = PaddingTo(visible, rule_width_);
    for (size_t i = 0; i < widths_.size(); ++i) {
      Text cell = cell_of(i);
      out_ << gap << "  " << style_.In(cell.colour, cell.text);
      gap = PaddingTo(EscapeControls(cell.text), widths_[i]);
    }
    out_ << "\n";
  }

  void PrintRemarks(std::string_view heading, Colour colour,
                    const std::vector<RemarksOnScenario>& scenarios) {
    if (scenarios.empty()) return;
    out_ << "\n" << style_.In(colour, heading) << "\n";
    for (const RemarksOnScenario& scenario : scenarios) {
      out_ << "  " << EscapeControls(scenario.path) << "\n";
      for (const SharedRemark& remark : scenario.remarks) {
        std::string columns;
        for (size_t i : remark.implementations) {
          columns += (columns.empty() ? "" : ", ") + ColumnName(matrix_, i);
        }
        out_ << "    " << style_.In(Colour::kDim, columns + ":") << " "
             << EscapeControls(remark.text) << "\n";
      }
    }
  }

  const ConformanceMatrix& matrix_;
  const Style& style_;
  std::ostream& out_;
  size_t rule_width_ = kScenariosKept.size();
  std::vector<size_t> widths_;
};

}  // namespace

std::string CellText(const MatrixCell& cell) {
  std::string of_all = std::to_string(cell.kept) + "/" + std::to_string(cell.scenario_count());
  switch (cell.verdict()) {
    case MatrixVerdict::kKept:
      return cell.untold == 0 ? "✓" : "✓ " + of_all;
    case MatrixVerdict::kParted:
      return cell.kept == 0 ? "✗" : "✗ " + of_all;
    case MatrixVerdict::kUntold:
      break;
  }
  return "–";
}

std::string ShareText(const Share& share) {
  return share.total == 0 ? "–" : OfTotal(share) + ", " + PerCent(share);
}

void PrintMatrix(const ConformanceMatrix& matrix, const Style& style, bool lists_scenarios,
                 std::ostream& out) {
  Printer printer(matrix, style, out);
  printer.PrintTable();
  if (lists_scenarios) printer.PrintScenarios();
  out << "\n";
  printer.PrintTotals();
}

}  // namespace streplay
