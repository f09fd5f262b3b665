#include <algorithm>
#include <utility>

#include "explore/page_text.h"
#include "explore/property.h"
#include "explore/undecorate.h"

namespace streplay {
namespace {

constexpr size_t kShownLines = 4;

// The lines between what both have in common at the start and at the end.
void AddDifference(const std::vector<std::string>& expected, const std::vector<std::string>& got,
                   std::vector<std::string>& to) {
  size_t most = std::min(expected.size(), got.size());
  size_t start = 0;
  while (start < most && expected[start] == got[start]) ++start;
  size_t end = 0;
  while (end < most - start && expected[expected.size() - 1 - end] == got[got.size() - 1 - end]) {
    ++end;
  }
  auto add = [&](const char* whose, const std::vector<std::string>& lines) {
    size_t last = std::min(lines.size() - end, start + kShownLines);
    if (start >= last) to.push_back(std::string(whose) + "nothing");
    for (size_t i = start; i < last; ++i) to.push_back(whose + lines[i]);
  };
  add("undecorated: ", expected);
  add("decorated:   ", got);
}

class Transparency : public Property {
 public:
  explicit Transparency(const Profile& profile) : profile_(profile) {}

  std::string_view name() const override { return "transparency"; }
  Freedom freedom() const override { return Freedom::kTransparent; }
  const Profile& profile() const override { return profile_; }

  Verdict Check(const Scenario& scenario) const override {
    Verdict verdict;
    verdict.outcome = Simulate(scenario, profile_);
    verdict.is_valid = verdict.outcome.diagnostics.empty();
    if (!verdict.is_valid) return verdict;
    Outcome expected = Simulate(Undecorate(scenario), GetProfile(kProfileNames[0]));
    Compare(expected, verdict.outcome, verdict.difference);
    return verdict;
  }

 private:
  // A step that only the decorated program can take shows in the run before it.
  static void Compare(const Outcome& expected, const Outcome& got,
                      std::vector<std::string>& difference) {
    size_t count = std::min(expected.runs.size(), got.runs.size());
    for (size_t i = 0; i < count; ++i) {
      std::vector<std::string> expected_page = PageText(expected, expected.runs[i]);
      std::vector<std::string> got_page = PageText(got, got.runs[i]);
      if (expected_page == got_page) continue;
      difference.push_back("run " + std::to_string(i + 1) + ", step " +
                           std::to_string(got.runs[i].step_index + 1));
      return AddDifference(expected_page, got_page, difference);
    }
    if (expected.runs.size() == got.runs.size()) return;
    difference.push_back("undecorated: " + std::to_string(expected.runs.size()) + " runs");
    difference.push_back("decorated:   " + std::to_string(got.runs.size()) + " runs");
  }

  Profile profile_;
};

}  // namespace

std::unique_ptr<Property> MakeTransparency(const Profile& profile) {
  return std::make_unique<Transparency>(profile);
}

}  // namespace streplay
