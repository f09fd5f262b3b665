// Both sides of a difference are canonical JSON already and stand as they are.
#include <functional>

#include "report/comparison_text.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

using Members = std::vector<std::pair<std::string_view, std::string>>;  // their values as JSON

std::string Object(const Members& members) {
  std::string text = "{";
  for (const auto& [name, value] : members) {
    if (text.size() > 1) text += ",";
    text += JsonStringText(name) + ":" + value;
  }
  return text + "}";
}

template <typename Item, typename Write>
std::string List(const std::vector<Item>& items, Write write) {
  std::string text = "[";
  for (const Item& item : items) {
    if (text.size() > 1) text += ",";
    text += write(item);
  }
  return text + "]";
}

std::string_view KindName(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::kChanged:
      return "changed";
    case Difference::Kind::kMoved:
      return "moved";
    case Difference::Kind::kMissing:
      return "missing";
    case Difference::Kind::kExtra:
      return "extra";
    case Difference::Kind::kForm:
      break;
  }
  return "form";
}

std::string DifferenceJson(const Difference& difference) {
  Members members = {{"kind", JsonStringText(KindName(difference.kind))},
                     {"run", std::to_string(difference.run)},
                     {"what", JsonStringText(difference.what)}};
  if (difference.path) members.emplace_back("path", PathText(*difference.path));
  if (!difference.field.empty()) {
    members.emplace_back("field", JsonStringText(difference.field));
  }
  members.emplace_back("first", difference.expected.value_or("null"));
  members.emplace_back("second", difference.got.value_or("null"));
  return Object(members);
}

std::string AnswerJson(const ProfileAnswer& answer) {
  return Object(
      {{"choice", JsonStringText(answer.choice)}, {"meaning", JsonStringText(answer.meaning)}});
}

std::string SmallestJson(const std::optional<PartingExample>& smallest) {
  if (!smallest) return "null";
  return Object({{"path", JsonStringText(smallest->path)},
                 {"title", JsonStringText(smallest->title)},
                 {"differences", List(smallest->differences, DifferenceJson)}});
}

std::string PartingJson(const Parting& parting) {
  return Object({{"point", JsonStringText(parting.point)},
                 {"rule", JsonStringText(parting.rule)},
                 {"question", JsonStringText(parting.question)},
                 {"first", AnswerJson(parting.first)},
                 {"second", AnswerJson(parting.second)},
                 {"smallest", SmallestJson(parting.smallest)},
                 {"scenarios", List(parting.scenarios, JsonStringText)}});
}

}  // namespace

void PrintComparisonJson(const ProfileComparison& comparison, std::ostream& out) {
  out << Object({{"first_profile", JsonStringText(comparison.first_profile)},
                 {"second_profile", JsonStringText(comparison.second_profile)},
                 {"scenarios", std::to_string(comparison.scenario_count)},
                 {"parting", std::to_string(comparison.parting_count)},
                 {"without_both_profiles", std::to_string(comparison.other_count)},
                 {"decisions", List(comparison.partings, PartingJson)},
                 {"unexplained", List(comparison.unexplained, JsonStringText)}})
      << "\n";
}

}  // namespace streplay
