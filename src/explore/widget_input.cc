// From a few values of each kind those within the widget's bounds; the browser refuses what is not,
// and the step is then left out.
#include "explore/widget_input.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/float_text.h"

namespace streplay {
namespace {

using Kind = PlainValue::Kind;

PlainValue Truth(bool value) {
  PlainValue plain;
  plain.kind = Kind::kBool;
  plain.boolean = value;
  plain.text = value ? "true" : "false";
  return plain;
}

PlainValue Text(std::string text) {
  PlainValue plain;
  plain.kind = Kind::kString;
  plain.text = std::move(text);
  plain.quoted = true;
  return plain;
}

PlainValue Number(double number, bool is_integer) {
  PlainValue plain;
  plain.kind = is_integer ? Kind::kInt : Kind::kFloat;
  plain.integer = static_cast<int64_t>(number);
  plain.number = number;
  plain.text = is_integer ? std::to_string(plain.integer) : FloatText(number);
  return plain;
}

PlainValue List(std::vector<PlainValue> items) {
  PlainValue plain;
  plain.kind = Kind::kList;
  plain.items = std::move(items);
  return plain;
}

std::string DataType(const DeltaMessage& widget) {
  const FieldValue* type = FindField(widget.element.fields, "data_type");
  const auto* text = type == nullptr ? nullptr : std::get_if<std::string>(&type->data);
  return text == nullptr ? "" : *text;
}

class InputMaker {
 public:
  InputMaker(Random& random, const DeltaMessage& widget)
      : random_(random), widget_(widget), facts_(*widget.widget) {}

  std::optional<PlainValue> Make() {
    switch (facts_.command) {
      case CommandId::kCheckbox:
        return Truth(random_.Chance(50));
      case CommandId::kRadio:
      case CommandId::kSelectbox:
        return NewOption();
      case CommandId::kMultiselect:
        return NewOptions();
      case CommandId::kSelectSlider:
        return Handles([this] { return NewPosition(); });
      case CommandId::kSlider:
        return NewSliderValue();
      case CommandId::kNumberInput:
        return NewNumber();
      case CommandId::kTextInput:
      case CommandId::kTextArea:
        return Text(random_.Pick({"", "one", "two words", "x"}));
      case CommandId::kDateInput:
        return NewDates();
      case CommandId::kTimeInput:
        return Text(random_.Pick({"08:45", "12:00", "23:15"}));
      case CommandId::kColorPicker:
        return Text(random_.Pick({"#000000", "#00ff00", "#aabbcc"}));
      case CommandId::kFileUploader:
      case CommandId::kCameraInput:
        return NewFiles();
      default:
        return std::nullopt;
    }
  }

 private:
  PlainValue NewOption() {
    return Text(facts_.options.empty() ? "" : random_.Pick(facts_.options));
  }

  PlainValue NewOptions() {
    std::vector<PlainValue> chosen;
    for (const std::string& option : facts_.options) {
      if (random_.Chance(40)) chosen.push_back(Text(option));
    }
    if (chosen.size() > 1 && random_.Chance(30)) std::swap(chosen.front(), chosen.back());
    return List(std::move(chosen));
  }

  size_t HandleCount() const {
    const auto* initial = std::get_if<std::vector<double>>(&facts_.default_value);
    return initial == nullptr ? 1 : initial->size();
  }

  // `position` gives a number that orders the handles, and the value.
  template <class NewHandle>
  PlainValue Handles(NewHandle new_handle) {
    std::vector<std::pair<double, PlainValue>> handles;
    for (size_t i = 0; i < HandleCount(); ++i) handles.push_back(new_handle());
    std::stable_sort(handles.begin(), handles.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (handles.size() == 1) return handles.front().second;
    std::vector<PlainValue> values;
    for (auto& [position, value] : handles) values.push_back(std::move(value));
    return List(std::move(values));
  }

  std::pair<double, PlainValue> NewPosition() {
    if (facts_.options.empty()) return {0, Text("")};
    size_t position = random_.Below(facts_.options.size());
    return {static_cast<double>(position), Text(facts_.options[position])};
  }

  PlainValue NewSliderValue() {
    const std::string type = DataType(widget_);
    if (type == "TIME") return Text(random_.Pick({"08:45", "12:00", "23:15"}));
    if (type == "DATE") return Text(random_.Pick({"2023-01-05", "2023-03-04", "2023-11-12"}));
    if (type == "DATETIME") return Text("2023-03-04T12:00");
    bool is_integer = facts_.is_integer;
    return Handles([this, is_integer] {
      double number = is_integer ? static_cast<double>(random_.Between(0, 10))
                                 : static_cast<double>(random_.Between(0, 4)) / 4;
      return std::pair(number, Number(number, is_integer));
    });
  }

  PlainValue NewNumber() {
    if (facts_.is_integer) return Number(static_cast<double>(random_.Between(0, 10)), true);
    return Number(static_cast<double>(random_.Between(0, 6)) / 2, false);
  }

  PlainValue NewDates() {
    PlainValue first = Text(random_.Pick({"2023-02-01", "2023-03-04"}));
    if (!facts_.is_range) return first;
    std::vector<PlainValue> dates = {std::move(first)};
    if (random_.Chance(60)) dates.push_back(Text(random_.Pick({"2023-07-01", "2023-08-30"})));
    return List(std::move(dates));
  }

  PlainValue NewFiles() {
    std::vector<PlainValue> files;
    size_t most = facts_.accepts_multiple_files ? 2 : 1;
    for (size_t count = random_.Below(most + 1); count > 0; --count) {
      PlainValue file;
      file.kind = Kind::kMap;
      file.members = {{"name", Text(random_.Pick({"a.csv", "b.txt"}))},
                      {"type", Text("text/plain")},
                      {"content", Text(random_.Pick({"1,2", "abc"}))}};
      files.push_back(std::move(file));
    }
    return List(std::move(files));
  }

  Random& random_;
  const DeltaMessage& widget_;
  const WidgetFacts& facts_;
};

}  // namespace

std::optional<PlainValue> NewInput(Random& random, const DeltaMessage& widget) {
  return InputMaker(random, widget).Make();
}

}  // namespace streplay
