// Both sides of a difference are canonical JSON already and stand as they are.
#include "report/comparison_text.h"
#include "report/json_text.h"
#include "report/outcome_word.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

std::string DifferenceJson(const Difference& difference) {
  JsonMembers members = {{"kind", JsonStringText(KindWord(difference.kind))},
                         {"run", std::to_string(difference.run)},
                         {"what", JsonStringText(difference.what)}};
  if (difference.path) members.emplace_back("path", PathText(*difference.path));
  if (!difference.field.empty()) {
    members.emplace_back("field", JsonStringText(difference.field));
  }
  members.emplace_back("first", difference.expected.value_or("null"));
  members.emplace_back("second", difference.got.value_or("null"));
  return JsonObject(members);
}

std::string AnswerJson(const ProfileAnswer& answer) {
  return JsonObject(
      {{"choice", JsonStringText(answer.choice)}, {"meaning", JsonStringText(answer.meaning)}});
}

std::string SmallestJson(const std::optional<PartingExample>& smallest) {
  if (!smallest) return "null";
  return JsonObject({{"path", JsonStringText(smallest->path)},
                     {"title", JsonStringText(smallest->title)},
                     {"differences", JsonList(smallest->differences, DifferenceJson)}});
}

std::string PartingJson(const Parting& parting) {
  return JsonObject({{"point", JsonStringText(parting.point)},
                     {"rule", JsonStringText(parting.rule)},
                     {"question", JsonStringText(parting.question)},
                     {"first", AnswerJson(parting.first)},
                     {"second", AnswerJson(parting.second)},
                     {"smallest", SmallestJson(parting.smallest)},
                     {"scenarios", JsonList(parting.scenarios, JsonStringText)}});
}

}  // namespace

void PrintComparisonJson(const ProfileComparison& comparison, std::ostream& out) {
  out << JsonObject({{"first_profile", JsonStringText(comparison.first_profile)},
                     {"second_profile", JsonStringText(comparison.second_profile)},
                     {"scenarios", std::to_string(comparison.scenario_count)},
                     {"parting", std::to_string(comparison.parting_count)},
                     {"without_both_profiles", std::to_string(comparison.other_count)},
                     {"decisions", JsonList(comparison.partings, PartingJson)},
                     {"unexplained", JsonList(comparison.unexplained, JsonStringText)}})
      << "\n";
}

}  // namespace streplay
