// One function a kind of widget. The forms of values were checked before (scenario/widget_value.h);
// what is left are the limits that only the page knows.
#include "runtime/person_input.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/float_text.h"
#include "base/utf8.h"
#include "scenario/widget_value.h"
#include "script/calendar.h"

namespace streplay {
namespace {

using Kind = PlainValue::Kind;

std::string Quoted(std::string_view text) {
  return "`" + EscapeControls(text) + "`";
}

// The text that a number or truth value reads as on a page.
std::string OptionText(const PlainValue& value) {
  switch (value.kind) {
    case Kind::kBool:
      return value.boolean ? "True" : "False";
    case Kind::kInt:
      return std::to_string(value.integer);
    case Kind::kFloat:
      return FloatText(value.number);
    default:
      return value.text;
  }
}

std::vector<PlainValue> ItemsOf(const PlainValue& value) {
  if (value.kind == Kind::kList) return value.items;
  return {value};
}

class InputReader {
 public:
  InputReader(const DeltaMessage& widget, const SourceRange& range, int64_t& last_upload,
              Diagnostics& diagnostics)
      : widget_(widget),
        facts_(*widget.widget),
        range_(range),
        last_upload_(last_upload),
        diagnostics_(diagnostics) {}

  std::optional<WireValue> Read(const PlainValue& value) {
    switch (facts_.command) {
      case CommandId::kCheckbox:
        return value.boolean;
      case CommandId::kSelectbox:
      case CommandId::kRadio:
        return As<WireValue>(ReadOption(value));
      case CommandId::kMultiselect:
        return ReadOptions(value);
      case CommandId::kSlider:
      case CommandId::kSelectSlider:
        return ReadHandles(value);
      case CommandId::kNumberInput:
        return ReadNumber(value);
      case CommandId::kTextInput:
      case CommandId::kTextArea:
        return ReadText(value);
      case CommandId::kDateInput:
        return ReadDates(value);
      case CommandId::kTimeInput:
      case CommandId::kColorPicker:
        return value.text;
      case CommandId::kFileUploader:
      case CommandId::kCameraInput:
        return ReadFiles(value);
      default:
        return Trigger{};
    }
  }

 private:
  using Result = std::optional<WireValue>;

  template <typename To, typename From>
  static std::optional<To> As(const std::optional<From>& value) {
    if (!value) return std::nullopt;
    return To(*value);
  }

  std::nullopt_t Refuse(std::string message, std::string hint = {}) {
    AddError(diagnostics_, range_, std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::string Name() const {
    return std::string(GetCommand(facts_.command).name) + " " + Quoted(facts_.label);
  }

  std::optional<int64_t> ReadOption(const PlainValue& value) {
    const std::string text = OptionText(value);
    auto option = std::find(facts_.options.begin(), facts_.options.end(), text);
    if (option != facts_.options.end()) return option - facts_.options.begin();
    std::string there;
    for (const std::string& known : facts_.options) {
      there += (there.empty() ? "" : ", ") + Quoted(known);
    }
    return Refuse(Quoted(text) + " is not an option of the " + Name(),
                  there.empty() ? "it has no options" : "its options are " + there);
  }

  Result ReadOptions(const PlainValue& value) {
    std::vector<int64_t> positions;
    for (const PlainValue& item : ItemsOf(value)) {
      std::optional<int64_t> position = ReadOption(item);
      if (!position) return std::nullopt;
      positions.push_back(*position);
    }
    const int64_t most = facts_.max_selections.value_or(0);
    if (most > 0 && static_cast<int64_t>(positions.size()) > most) {
      return Refuse("the " + Name() + " takes at most " + std::to_string(most) + " options");
    }
    return positions;
  }

  Result ReadHandles(const PlainValue& value) {
    const auto* initial = std::get_if<std::vector<double>>(&facts_.default_value);
    const size_t handles = initial != nullptr ? initial->size() : 1;
    const std::vector<PlainValue> items = ItemsOf(value);
    if (items.size() != handles) {
      return Refuse("the " + Name() + " has " + std::to_string(handles) +
                    (handles == 1 ? " handle" : " handles"));
    }
    std::vector<double> positions;
    for (const PlainValue& item : items) {
      std::optional<double> position = ReadHandle(item);
      if (!position) return std::nullopt;
      positions.push_back(*position);
    }
    return positions;
  }

  std::optional<double> ReadHandle(const PlainValue& item) {
    if (facts_.command == CommandId::kSelectSlider) return As<double>(ReadOption(item));
    const FieldValue* type = FindField(widget_.element.fields, "data_type");
    const bool is_of_numbers = type == nullptr || *type == FieldValue{std::string("FLOAT")};
    std::optional<double> number;
    if (!is_of_numbers) {
      number = ReadMoment(item, std::get<std::string>(type->data));
    } else if (item.IsNumber()) {
      number = item.AsNumber();
    }
    if (!number) return Refuse("the " + Name() + " takes another kind of value");
    return CheckNumber(*number, item);
  }

  // Microseconds since 1970; a time of day stands on 2000-01-01, as Streamlit puts it.
  static std::optional<double> ReadMoment(const PlainValue& item, const std::string& type) {
    if (item.kind != Kind::kString) return std::nullopt;
    script::DateAndTime moment{{2000, 1, 1}, {}};
    if (type == "TIME") {
      auto time = script::ParseIsoTime(item.text);
      if (!time.ok()) return std::nullopt;
      moment.time = time.value();
    } else {
      auto parsed = script::ParseIsoMoment(item.text);
      if (!parsed.ok()) return std::nullopt;
      moment = parsed.value();
      if (type == "DATE") moment.time = {};
    }
    return static_cast<double>(script::EpochMicroseconds(moment));
  }

  std::optional<double> CheckNumber(double number, const PlainValue& item) {
    if (facts_.is_integer && number != std::floor(number)) {
      return Refuse("the " + Name() + " takes whole numbers only");
    }
    const bool is_low = facts_.min && number < *facts_.min;
    const bool is_high = facts_.max && number > *facts_.max;
    if (!is_low && !is_high) return number;
    return Refuse(Quoted(item.text) + (is_low ? " is below the least" : " is above the greatest") +
                  " value of the " + Name());
  }

  Result ReadNumber(const PlainValue& value) {
    std::optional<double> number = CheckNumber(value.AsNumber(), value);
    if (!number) return std::nullopt;
    if (facts_.is_integer) return static_cast<int64_t>(*number);
    return *number;
  }

  Result ReadText(const PlainValue& value) {
    const int64_t most = facts_.max_chars.value_or(0);
    if (most > 0 && static_cast<int64_t>(CountCodePoints(value.text)) > most) {
      return Refuse("the " + Name() + " takes at most " + std::to_string(most) + " characters");
    }
    return value.text;
  }

  Result ReadDates(const PlainValue& value) {
    const std::vector<PlainValue> items = ItemsOf(value);
    if (!facts_.is_range && items.size() != 1) return Refuse("the " + Name() + " takes one date");
    std::vector<std::string> dates;
    for (const PlainValue& item : items) {
      dates.push_back(item.text);
      std::replace(dates.back().begin(), dates.back().end(), '-', '/');
      if (!CheckDate(dates.back(), item.text)) return std::nullopt;
    }
    return dates;
  }

  // Both are written as year, month and day with leading zeros.
  bool CheckDate(const std::string& date, const std::string& written) {
    const bool is_early = facts_.min_date && date < *facts_.min_date;
    const bool is_late = facts_.max_date && date > *facts_.max_date;
    if (!is_early && !is_late) return true;
    Refuse(Quoted(written) + (is_early ? " is before the first" : " is after the last") +
           " date of the " + Name());
    return false;
  }

  Result ReadFiles(const PlainValue& value) {
    if (!facts_.accepts_multiple_files && value.items.size() > 1) {
      return Refuse("the " + Name() + " takes one file");
    }
    std::vector<WireFile> files;
    for (const PlainValue& item : value.items) {
      const std::string& name = item.Find("name")->text;
      if (!TakesFile(name)) return Refuse("the " + Name() + " does not take " + Quoted(name));
      files.push_back({++last_upload_, name, item.Find("type")->text, item.Find("content")->text});
    }
    return files;
  }

  bool TakesFile(const std::string& name) const {
    const auto& types = facts_.file_types;
    return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& type) {
             return name.ends_with(type);
           });
  }

  const DeltaMessage& widget_;
  const WidgetFacts& facts_;
  const SourceRange& range_;
  int64_t& last_upload_;
  Diagnostics& diagnostics_;
};

FieldValue OptionAt(const WidgetFacts& facts, double position) {
  const bool is_known = 0 <= position && position < static_cast<double>(facts.options.size());
  if (is_known) return {facts.options[static_cast<size_t>(position)]};
  return {position};
}

struct ValueShower {
  const WidgetFacts& facts;

  FieldValue operator()(std::monostate) const { return {nullptr}; }
  FieldValue operator()(Trigger) const { return {true}; }
  FieldValue operator()(bool value) const { return {value}; }
  FieldValue operator()(double value) const { return {value}; }
  FieldValue operator()(const std::string& value) const { return {value}; }
  FieldValue operator()(const WireFile& file) const { return {file.name}; }
  FieldValue operator()(int64_t value) const {
    if (facts.command == CommandId::kNumberInput) return {value};
    return OptionAt(facts, static_cast<double>(value));
  }
  // A slider with one handle shows one number.
  FieldValue operator()(const std::vector<double>& positions) const {
    FieldList list;
    for (double position : positions) {
      list.push_back(facts.options.empty() ? FieldValue{position} : OptionAt(facts, position));
    }
    if (list.size() == 1 && !facts.is_range) return list.front();
    return {std::move(list)};
  }
  template <typename T>
  FieldValue operator()(const std::vector<T>& values) const {
    FieldList list;
    for (const T& value : values) list.push_back((*this)(value));
    return {std::move(list)};
  }
};

}  // namespace

std::optional<WireValue> ReadInput(const DeltaMessage& widget, const InteractStep& step,
                                   const SourceRange& step_range, int64_t& last_upload,
                                   Diagnostics& diagnostics) {
  STREPLAY_CHECK(widget.widget);
  const std::string_view command = GetCommand(widget.widget->command).name;
  if (widget.widget->disabled) {
    AddError(diagnostics, step_range,
             "the " + std::string(command) + " " + Quoted(widget.widget->label) + " is disabled");
    return std::nullopt;
  }
  if (!CheckWidgetValue(command, step.value, step.value_range, diagnostics)) return std::nullopt;
  InputReader reader(widget, step.value_range, last_upload, diagnostics);
  return reader.Read(step.value.value_or(PlainValue()));
}

FieldValue ShownValue(const WidgetFacts& facts, const WireValue& value) {
  return std::visit(ValueShower{facts}, value);
}

}  // namespace streplay
