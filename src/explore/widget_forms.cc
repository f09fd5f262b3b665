#include "explore/widget_forms.h"

#include <array>

namespace streplay {
namespace {

using A = FormArgument;
constexpr auto kClock = WidgetForm::Kind::kClock;
constexpr auto kWrong = WidgetForm::Kind::kWrong;

constexpr std::string_view kTruth = "$";
constexpr std::string_view kText = R"(str($))";
constexpr std::string_view kOptions = R"(["a", "b", "c"])";
constexpr std::string_view kFile = "$.name if $ else None";

constexpr std::array kValueTrue = {A{"value", "True"}};
constexpr std::array kOptionsOnly = {A{"", kOptions}};
constexpr std::array kOptionsIndex = {A{"", kOptions}, A{"index", "1"}};
constexpr std::array kNumberOptions = {A{"", "[1, 2, 3]"}, A{"index", "2"}};
constexpr std::array kBadIndex = {A{"", kOptions}, A{"index", "7"}};
constexpr std::array kFormatted = {A{"", kOptions}, A{"format_func", "str.upper"}};
constexpr std::array kTupleOptions = {A{"", "(1, 2.5, None)"}};
constexpr std::array kNoOptions = {A{"", "[]"}};
constexpr std::array kMultiDefault = {A{"", kOptions}, A{"default", R"(["b"])"}};
constexpr std::array kMultiText = {A{"", kOptions}, A{"default", R"("c")"}};
constexpr std::array kRange = {A{"", R"(["a", "b", "c", "d"])"}, A{"value", R"(("b", "c"))"}};
constexpr std::array kSelectValue = {A{"", kOptions}, A{"value", R"("b")"}};
constexpr std::array kBounds = {A{"min_value", "0"}, A{"max_value", "10"}};
constexpr std::array kBoundsValue = {A{"min_value", "0"}, A{"max_value", "10"}, A{"value", "4"}};
constexpr std::array kBoundsRange = {A{"min_value", "0"}, A{"max_value", "10"},
                                     A{"value", "(2, 6)"}, A{"step", "2"}};
constexpr std::array kFloats = {A{"min_value", "0.0"}, A{"max_value", "1.0"}, A{"value", "0.5"},
                                A{"step", "0.25"}};
constexpr std::array kOutside = {A{"min_value", "0"}, A{"max_value", "10"}, A{"value", "11"}};
constexpr std::array kMixed = {A{"min_value", "0"}, A{"max_value", "10"}, A{"value", "0.5"}};
constexpr std::array kDateBounds = {A{"min_value", "date(2023, 1, 1)"},
                                    A{"max_value", "date(2023, 12, 31)"},
                                    A{"value", "date(2023, 3, 4)"}};
constexpr std::array kTimeValue = {A{"value", "time(8, 45)"}};
constexpr std::array kNumberValue = {A{"value", "3"}};
constexpr std::array kNumberFloat = {A{"value", "1.5"}, A{"step", "0.5"}, A{"format", R"("%.1f")"}};
constexpr std::array kTextValue = {A{"value", R"("x")"}};
constexpr std::array kDateValue = {A{"value", "date(2023, 2, 9)"}};
constexpr std::array kDateRange = {A{"value", "(date(2023, 2, 9), date(2023, 2, 12))"}};
constexpr std::array kDateNone = {A{"value", "[]"}};
constexpr std::array kColour = {A{"value", R"("#00ff00")"}};
constexpr std::array kDownload = {A{"", R"("data")"}, A{"file_name", R"("a.txt")"}};
constexpr std::array kMultiple = {A{"accept_multiple_files", "True"}};
constexpr std::array kCsv = {A{"type", R"(["csv", "txt"])"}};

constexpr std::array kForms = {
    WidgetForm{CommandId::kButton, {}, kTruth, "$", ""},
    WidgetForm{CommandId::kButton, {}, kTruth, "$", ""},
    WidgetForm{CommandId::kDownloadButton, kDownload, kTruth, "$", ""},
    WidgetForm{CommandId::kCheckbox, {}, kTruth, "$", "True"},
    WidgetForm{CommandId::kCheckbox, {}, kTruth, "$", "True"},
    WidgetForm{CommandId::kCheckbox, kValueTrue, kTruth, "$", ""},
    WidgetForm{CommandId::kRadio, kOptionsOnly, R"($ == "b")", "$", R"("b")"},
    WidgetForm{CommandId::kRadio, kOptionsIndex, R"($ == "b")", "$", ""},
    WidgetForm{CommandId::kRadio, kNoOptions, "$ is None", "$", ""},
    WidgetForm{CommandId::kSelectbox, kOptionsOnly, R"($ == "b")", "$", R"("c")"},
    WidgetForm{CommandId::kSelectbox, kNumberOptions, "$ > 1", "$", ""},
    WidgetForm{CommandId::kSelectbox, kFormatted, R"($ == "c")", "$", ""},
    WidgetForm{CommandId::kSelectbox, kTupleOptions, "$ is None", "$", ""},
    WidgetForm{CommandId::kSelectbox, kBadIndex, "$", "$", "", kWrong},
    WidgetForm{CommandId::kMultiselect, kOptionsOnly, R"("a" in $)", "$", R"(["a", "c"])"},
    WidgetForm{CommandId::kMultiselect, kMultiDefault, "len($) > 1", "len($)", ""},
    WidgetForm{CommandId::kMultiselect, kMultiText, "$", "$", ""},
    WidgetForm{CommandId::kSelectSlider, kOptionsOnly, R"($ == "c")", "$", R"("b")"},
    WidgetForm{CommandId::kSelectSlider, kSelectValue, R"($ != "b")", "$", ""},
    WidgetForm{CommandId::kSelectSlider, kRange, R"($[0] == "a")", "$[1]", ""},
    WidgetForm{CommandId::kSlider, kBounds, "$ > 5", "$", "7"},
    WidgetForm{CommandId::kSlider, kBoundsValue, "$ != 4", "$", ""},
    WidgetForm{CommandId::kSlider, kBoundsRange, "$[1] > 6", "$", ""},
    WidgetForm{CommandId::kSlider, kFloats, "$ > 0.5", "$", ""},
    WidgetForm{CommandId::kSlider, kDateBounds, "$.month > 5", kText, ""},
    WidgetForm{CommandId::kSlider, kTimeValue, "$.hour > 11", kText, ""},
    WidgetForm{CommandId::kSlider, kOutside, "$", "$", "", kWrong},
    WidgetForm{CommandId::kNumberInput, {}, "$ > 1", "$", "2.5"},
    WidgetForm{CommandId::kNumberInput, kNumberValue, "$ > 3", "$", ""},
    WidgetForm{CommandId::kNumberInput, kBoundsValue, "$ > 5", "$", ""},
    WidgetForm{CommandId::kNumberInput, kNumberFloat, "$ > 1.5", "$", ""},
    WidgetForm{CommandId::kNumberInput, kMixed, "$", "$", "", kWrong},
    WidgetForm{CommandId::kTextInput, {}, "$", "$", R"("set")"},
    WidgetForm{CommandId::kTextInput, kTextValue, R"($ != "x")", "$", ""},
    WidgetForm{CommandId::kTextArea, {}, R"($ == "one")", "$", R"("set")"},
    WidgetForm{CommandId::kTextArea, kTextValue, "len($) > 1", "len($)", ""},
    WidgetForm{CommandId::kDateInput, {}, "$.day == 1", kText, "date(2023, 4, 5)", kClock},
    WidgetForm{CommandId::kDateInput, kDateValue, "$.month > 5", kText, ""},
    WidgetForm{CommandId::kDateInput, kDateRange, "len($) > 1", "len($)", ""},
    WidgetForm{CommandId::kDateInput, kDateNone, "$", "len($)", ""},
    WidgetForm{CommandId::kTimeInput, {}, "$.hour > 11", kText, "time(9, 30)", kClock},
    WidgetForm{CommandId::kTimeInput, kTimeValue, "$.hour > 11", kText, ""},
    WidgetForm{CommandId::kColorPicker, {}, R"($ == "#000000")", "$", R"("#123456")"},
    WidgetForm{CommandId::kColorPicker, kColour, R"($ != "#00ff00")", "$", ""},
    WidgetForm{CommandId::kFileUploader, {}, kTruth, kFile, ""},
    WidgetForm{CommandId::kFileUploader, kMultiple, "len($) > 1", "len($)", ""},
    WidgetForm{CommandId::kFileUploader, kCsv, kTruth, kFile, ""},
    WidgetForm{CommandId::kCameraInput, {}, kTruth, kFile, ""},
};

}  // namespace

std::span<const WidgetForm> WidgetForms() {
  return kForms;
}

}  // namespace streplay
