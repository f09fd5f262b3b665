// Plain texts that several reports hold.
#ifndef STREPLAY_REPORT_RESULT_TEXT_H_
#define STREPLAY_REPORT_RESULT_TEXT_H_

#include <string>

#include "report/result.h"

namespace streplay {

// What the terminal report says of a result, without colours and heading. Control characters are
// escaped but for the line breaks; ends with one.
std::string ResultText(const ScenarioResult& result, bool in_ci);

// "2/3 (slice)".
std::string ShardText(const ShardInfo& shard);

}  // namespace streplay

#endif  // STREPLAY_REPORT_RESULT_TEXT_H_
