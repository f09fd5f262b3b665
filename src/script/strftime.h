// The directives of strftime(), in the C locale.
#ifndef STREPLAY_SCRIPT_STRFTIME_H_
#define STREPLAY_SCRIPT_STRFTIME_H_

#include <string>
#include <string_view>

#include "script/calendar.h"
#include "script/plain_result.h"

namespace streplay::script {

// date, time and datetime.strftime(): %a %A %b %B %c %d %D %e %f %F %g %G %h %H %I %j %k %l %m %M
// %n %p %P %r %R %S %t %T %u %U %V %w %W %x %X %y %Y %z %Z %%, with the flags - _ 0 before a
// number. What else the C library would accept is refused (kLimit). `limit` bounds the text's size.
PlainResult<std::string> FormatMoment(const DateAndTime& moment, std::string_view format,
                                      size_t limit);

// ctime(): "Thu Feb  9 08:05:07 2023".
std::string CtimeText(const DateAndTime& moment);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_STRFTIME_H_
