// The second run is on a thread of its own, with a heap that has been used: whatever depends on
// addresses, on the stack or on what ran before differs then.
#include <utility>

#include "explore/property.h"
#include "script/native_stack.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

// Memory of many sizes, held while the second run goes on.
std::vector<std::string> UsedHeap() {
  std::vector<std::string> held;
  for (size_t size = 16; size < 4096; size += 48) held.emplace_back(size, 'x');
  for (size_t i = 0; i < held.size(); i += 2) held[i] = std::string();
  return held;
}

std::string Bytes(const Outcome& outcome) {
  std::string text = WriteStream(outcome.stream);
  for (const RunOutcome& run : outcome.runs) {
    text += run.limit + "\n";
    for (const std::string& note : run.notes) text += note + "\n";
    for (const auto& [id, value] : *run.widget_values) text += id + FieldValueText(value) + "\n";
  }
  return text;
}

void AddFirstDifference(const std::string& first, const std::string& second,
                        std::string_view profile, std::vector<std::string>& difference) {
  size_t at = 0;
  while (at < first.size() && at < second.size() && first[at] == second[at]) ++at;
  size_t line = at == 0 ? std::string::npos : first.rfind('\n', at - 1);
  size_t begin = line == std::string::npos ? 0 : line + 1;
  auto line_of = [&](const std::string& text) {
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  difference.push_back("under " + std::string(profile));
  difference.push_back("first run:  " + line_of(first));
  difference.push_back("second run: " + line_of(second));
}

class Determinism : public Property {
 public:
  std::string_view name() const override { return "determinism"; }
  Freedom freedom() const override { return Freedom::kAny; }
  const Profile& profile() const override { return GetProfile(kProfileNames[1]); }

  // A step may be impossible in one of the profiles: the run then ends there, both times.
  Verdict Check(const Scenario& scenario) const override {
    Verdict verdict;
    for (const Profile& profile : AllProfiles()) {
      verdict.outcome = Simulate(scenario, profile);
      std::string first = Bytes(verdict.outcome);
      std::string second;
      script::RunOnLargeStack([&] {
        std::vector<std::string> held = UsedHeap();
        second = Bytes(Simulate(scenario, profile));
      });
      if (first != second) AddFirstDifference(first, second, profile.name, verdict.difference);
    }
    return verdict;
  }
};

}  // namespace

std::unique_ptr<Property> MakeDeterminism() {
  return std::make_unique<Determinism>();
}

}  // namespace streplay
