// Dates and times as a browser sends them.
#ifndef STREPLAY_SCENARIO_CALENDAR_TEXT_H_
#define STREPLAY_SCENARIO_CALENDAR_TEXT_H_

#include <string_view>

namespace streplay {

// "2023-02-09", a day that exists, in the years 1 to 9999.
bool IsDateText(std::string_view text);

// "08:45".
bool IsTimeText(std::string_view text);

// A date, a `T` or a blank, and a time: "2023-02-09T08:45".
bool IsDateTimeText(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_CALENDAR_TEXT_H_
