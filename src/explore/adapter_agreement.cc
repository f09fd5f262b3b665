#include <algorithm>
#include <utility>

#include "explore/property.h"
#include "golden/stream_diff.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kShownDifferences = 3;

void AddLines(const Difference& difference, std::vector<std::string>& to) {
  std::string place = "run " + std::to_string(difference.run) + ": " + difference.what;
  if (difference.path) place += " at " + PathText(*difference.path);
  if (!difference.field.empty()) place += ", " + difference.field;
  to.push_back(std::move(place));
  to.push_back("  model:          " + difference.expected.value_or("nothing"));
  to.push_back("  implementation: " + difference.got.value_or("nothing"));
}

// A limit is the model's own: what an implementation does beyond it, nobody has said.
bool HasLimit(const Outcome& outcome) {
  return std::any_of(outcome.runs.begin(), outcome.runs.end(),
                     [](const RunOutcome& run) { return run.status == RunStatus::kLimit; });
}

class AdapterAgreement : public Property {
 public:
  AdapterAgreement(const Profile& profile, Implementation ask, Comparison comparison)
      : profile_(profile), ask_(std::move(ask)), comparison_(std::move(comparison)) {}

  std::string_view name() const override { return "adapter"; }
  Freedom freedom() const override { return Freedom::kAny; }
  const Profile& profile() const override { return profile_; }

  Verdict Check(const Scenario& scenario) const override {
    Verdict verdict;
    verdict.outcome = Simulate(scenario, profile_);
    verdict.is_valid = verdict.outcome.diagnostics.empty();
    if (!verdict.is_valid || HasLimit(verdict.outcome)) return verdict;
    CaseAnswer answer = ask_(scenario);
    if (answer.kind == CaseAnswer::Kind::kSkipped) return verdict;
    if (answer.kind != CaseAnswer::Kind::kStream) {
      verdict.difference = {std::string(CaseAnswerKindName(answer.kind)) + ": " + answer.message};
      return verdict;
    }
    auto found = DiffStreams(verdict.outcome.stream, answer.stream, comparison_);
    for (size_t i = 0; i < found.size() && i < kShownDifferences; ++i) {
      AddLines(found[i], verdict.difference);
    }
    return verdict;
  }

 private:
  Profile profile_;
  Implementation ask_;
  Comparison comparison_;
};

}  // namespace

std::unique_ptr<Property> MakeAdapterAgreement(const Profile& profile, Implementation ask,
                                               Comparison comparison) {
  return std::make_unique<AdapterAgreement>(profile, std::move(ask), std::move(comparison));
}

}  // namespace streplay
