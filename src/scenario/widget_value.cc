// One table: a command, what it takes in words, and the predicate on the value's form.
#include "scenario/widget_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "base/check.h"
#include "scenario/calendar_text.h"

namespace streplay {
namespace {

using Kind = PlainValue::Kind;

bool IsClick(const PlainValue*) {
  return false;
}  // no value is right

bool IsBool(const PlainValue* value) {
  return value->kind == Kind::kBool;
}

bool IsString(const PlainValue* value) {
  return value->kind == Kind::kString;
}

bool IsFinite(const PlainValue* value) {
  return value->IsNumber() && std::isfinite(value->AsNumber());
}

// The text that is shown decides, so a number or a bool will do where it reads the same.
bool IsOption(const PlainValue* value) {
  return value->IsScalar() && value->kind != Kind::kNull;
}

bool IsOptionList(const PlainValue* value) {
  if (value->kind != Kind::kList) return false;
  std::set<std::string> seen;
  return std::all_of(value->items.begin(), value->items.end(), [&](const PlainValue& item) {
    return IsOption(&item) && seen.insert(item.text).second;
  });
}

bool IsOptionOrPair(const PlainValue* value) {
  if (value->kind != Kind::kList) return IsOption(value);
  return value->items.size() == 2 && IsOption(&value->items[0]) && IsOption(&value->items[1]);
}

bool IsDate(const PlainValue* value) {
  return IsString(value) && IsDateText(value->text);
}

bool IsTime(const PlainValue* value) {
  return IsString(value) && IsTimeText(value->text);
}

bool IsDateTime(const PlainValue* value) {
  return IsString(value) && IsDateTimeText(value->text);
}

// The texts of dates and times sort as they do.
bool IsOrderedPair(const PlainValue& pair, bool (*is_one)(const PlainValue*)) {
  if (pair.kind != Kind::kList || pair.items.size() != 2) return false;
  const PlainValue& low = pair.items[0];
  const PlainValue& high = pair.items[1];
  if (!is_one(&low) || !is_one(&high)) return false;
  return low.IsNumber() ? low.AsNumber() <= high.AsNumber() : low.text <= high.text;
}

bool IsDateOrPair(const PlainValue* value) {
  return IsDate(value) || IsOrderedPair(*value, IsDate);
}

bool IsSliderValue(const PlainValue* value) {
  for (auto is_one : {IsFinite, IsDate, IsTime, IsDateTime}) {
    if (is_one(value) || IsOrderedPair(*value, is_one)) return true;
  }
  return false;
}

bool IsColor(const PlainValue* value) {
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  const std::string& text = value->text;
  return IsString(value) && text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of(kHexDigits, 1) == std::string::npos;
}

bool IsFile(const PlainValue& value) {
  if (value.kind != Kind::kMap || value.members.size() != 3) return false;
  for (const char* key : {"name", "type", "content"}) {
    const PlainValue* member = value.Find(key);
    if (member == nullptr || !IsString(member)) return false;
  }
  return !value.Find("name")->text.empty();
}

bool IsFileList(const PlainValue* value) {
  return value->kind == Kind::kList &&
         std::all_of(value->items.begin(), value->items.end(), IsFile);
}

bool IsPicture(const PlainValue* value) {
  return IsFileList(value) && value->items.size() <= 1;
}

struct WidgetForm {
  std::string_view command;
  bool (*accepts)(const PlainValue*);
  const char* takes;
  const char* example;
};

constexpr const char* kOneOption = "the text of an option";
constexpr WidgetForm kForms[] = {
    {"button", IsClick, "no value", "a click is `{button: LABEL}`"},
    {"camera_input", IsPicture, "a list of at most one file",
     "write [{name: a.jpg, type: image/jpeg, content: \"…\"}]"},
    {"checkbox", IsBool, "true or false", ""},
    {"color_picker", IsColor, "a color", "write \"#aabbcc\", in quotes"},
    {"date_input", IsDateOrPair, "a date or a list of two in order",
     "write 2023-02-09 or [2023-02-09, 2023-02-28]"},
    {"download_button", IsClick, "no value", "a click is `{download_button: LABEL}`"},
    {"file_uploader", IsFileList, "a list of files",
     "write [{name: a.csv, type: text/csv, content: \"…\"}]"},
    {"form_submit_button", IsClick, "no value", "a click is `{form_submit_button: LABEL}`"},
    {"multiselect", IsOptionList, "a list of different options", "write [A, B]"},
    {"number_input", IsFinite, "a number", ""},
    {"radio", IsOption, kOneOption, ""},
    {"select_slider", IsOptionOrPair, "the text of an option or a list of two", ""},
    {"selectbox", IsOption, kOneOption, ""},
    {"slider", IsSliderValue, "a number, date, time or date and time, or a list of two in order",
     "write 4, 2023-02-09, \"08:45\" or 2023-02-09T08:45"},
    {"text_area", IsString, "a string", ""},
    {"text_input", IsString, "a string", ""},
    {"time_input", IsTime, "a time", "write \"08:45\""},
};

std::string HintFor(const WidgetForm& form, const PlainValue& value) {
  bool bare = form.accepts == IsString && value.IsScalar() && value.kind != Kind::kNull;
  return bare ? "put it in quotes: \"" + value.text + "\"" : form.example;
}

}  // namespace

std::span<const std::string_view> WidgetCommandNames() {
  static constexpr auto kNames = [] {
    std::array<std::string_view, std::size(kForms)> names;
    for (size_t i = 0; i < names.size(); ++i) names[i] = kForms[i].command;
    return names;
  }();
  return kNames;
}

bool CheckWidgetValue(std::string_view command, const std::optional<PlainValue>& value,
                      const SourceRange& range, Diagnostics& diagnostics) {
  const WidgetForm* form =
      std::find_if(std::begin(kForms), std::end(kForms),
                   [&](const WidgetForm& candidate) { return candidate.command == command; });
  STREPLAY_CHECK(form != std::end(kForms));
  bool good = value ? form->accepts(&*value) : form->accepts == IsClick;
  if (good) return true;
  std::string message = "`" + std::string(command) + "` takes " + form->takes;
  if (!value) {
    AddError(diagnostics, range, message + "; `value` is missing", form->example);
  } else {
    AddError(diagnostics, range, message, HintFor(*form, *value));
  }
  return false;
}

}  // namespace streplay
