// Reads a report that report/json_reporter.h wrote, as data again.
#ifndef STREPLAY_REPORT_REPORT_READER_H_
#define STREPLAY_REPORT_REPORT_READER_H_

#include <optional>
#include <string>

#include "report/result.h"

namespace streplay {

// `name` stands for the report in diagnostics. Nothing, and one diagnostic, when the text is no
// report, of another format, cut off, or does not count right. A source text of the result holds
// only the line that is shown of it, and none where that was too long to keep.
[[nodiscard]] std::optional<CheckReport> ReadReport(const std::string& name,
                                                    const std::string& text,
                                                    Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_REPORT_REPORT_READER_H_
