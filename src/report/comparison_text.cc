#include "report/comparison_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/difference_text.h"

namespace streplay {
namespace {

class Printer {
 public:
  Printer(const ProfileComparison& comparison, const Style& style, size_t max_shown,
          std::ostream& out)
      : comparison_(comparison), style_(style), max_shown_(max_shown), out_(out) {
    label_width_ = std::max({DisplayWidth(comparison.first_profile),
                             DisplayWidth(comparison.second_profile), kSmallest.size()});
  }

  void Print() {
    for (const Parting& parting : comparison_.partings) {
      if (parting.smallest) PrintParting(parting);
    }
    PrintNotShown();
    PrintUnexplained();
    PrintTotals();
  }

 private:
  static constexpr std::string_view kSmallest = "smallest";

  void PrintParting(const Parting& parting) {
    out_ << style_.In(Colour::kBold, parting.rule) << "  "
         << style_.In(Colour::kCyan, parting.point) << "\n";
    PrintLabelled(comparison_.first_profile, parting.first.meaning, Colour::kGreen);
    PrintLabelled(comparison_.second_profile, parting.second.meaning, Colour::kRed);
    const PartingExample& smallest = *parting.smallest;
    out_ << "  " << kSmallest << PaddingTo(kSmallest, label_width_) << "  "
         << EscapeControls(smallest.path) << "  " << style_.In(Colour::kDim, smallest.title)
         << "\n";
    PrintDifferences(smallest.differences);
    size_t more = parting.scenarios.size() - 1;
    if (more > 0) out_ << "  and " << Counted(more, "scenario") << " more\n";
    out_ << "\n";
  }

  void PrintLabelled(const std::string& label, const std::string& text, Colour colour) {
    out_ << "  " << label << PaddingTo(label, label_width_) << "  " << style_.In(colour, text)
         << "\n";
  }

  void PrintDifferences(const std::vector<Difference>& differences) {
    size_t shown = std::min(differences.size(), max_shown_);
    for (size_t i = 0; i < shown; ++i) {
      const Difference& difference = differences[i];
      out_ << "    ";
      if (difference.run > 0) out_ << "run " << difference.run << ": ";
      out_ << EscapeControls(DifferenceSentence(difference)) << "\n";
      BothSides sides = ExcerptBoth(difference.expected.value_or("(nothing)"),
                                    difference.got.value_or("(nothing)"));
      PrintSide(comparison_.first_profile, sides.expected, Colour::kGreen);
      PrintSide(comparison_.second_profile, sides.got, Colour::kRed);
    }
    if (shown < differences.size()) {
      out_ << "    … and " << Counted(differences.size() - shown, "difference") << " more\n";
    }
  }

  void PrintSide(const std::string& profile, const std::string& text, Colour colour) {
    out_ << "      " << profile << PaddingTo(profile, label_width_) << "  "
         << style_.In(colour, text) << "\n";
  }

  void PrintNotShown() {
    std::string points;
    for (const Parting& parting : comparison_.partings) {
      if (parting.smallest) continue;
      points += (points.empty() ? "" : ", ") + parting.point;
    }
    if (!points.empty()) out_ << "no scenario shows " << points << "\n\n";
  }

  void PrintUnexplained() {
    if (comparison_.unexplained.empty()) return;
    out_ << style_.In(Colour::kYellow, "no single decision explains") << "\n";
    for (const std::string& path : comparison_.unexplained) {
      out_ << "  " << EscapeControls(path) << "\n";
    }
    out_ << "\n";
  }

  void PrintTotals() {
    size_t shown = 0;
    for (const Parting& parting : comparison_.partings) shown += parting.smallest ? 1 : 0;
    out_ << comparison_.parting_count << " of " << Counted(comparison_.scenario_count, "scenario")
         << (comparison_.parting_count == 1 ? " parts" : " part") << ", by " << shown << " of "
         << Counted(comparison_.partings.size(), "decision");
    if (comparison_.other_count > 0) {
      out_ << style_.In(Colour::kDim, "  (" + Counted(comparison_.other_count, "scenario") +
                                          " more without both profiles)");
    }
    out_ << "\n";
  }

  const ProfileComparison& comparison_;
  const Style& style_;
  size_t max_shown_;
  std::ostream& out_;
  size_t label_width_ = 0;
};

// One cell, or a link's text in one: a bar would end the one, a bracket the other.
std::string Cell(const std::string& text) {
  std::string cell;
  for (char c : EscapeControls(text)) {
    if (c == '|' || c == '[' || c == ']') cell += '\\';
    cell += c;
  }
  return cell;
}

}  // namespace

void PrintComparison(const ProfileComparison& comparison, const Style& style, size_t max_shown,
                     std::ostream& out) {
  Printer(comparison, style, max_shown, out).Print();
}

void PrintComparisonTable(const ProfileComparison& comparison, std::ostream& out) {
  out << "| rule | `" << comparison.first_profile << "` | `" << comparison.second_profile
      << "` | smallest scenario |\n|---|---|---|---|\n";
  for (const Parting& parting : comparison.partings) {
    out << "| `" << parting.rule << "` | " << Cell(parting.first.meaning) << " | "
        << Cell(parting.second.meaning) << " | ";
    if (parting.smallest) {
      out << "[" << Cell(parting.smallest->title) << "](" << Cell(parting.smallest->path) << ")";
    } else {
      out << "–";
    }
    out << " |\n";
  }
}

}  // namespace streplay
