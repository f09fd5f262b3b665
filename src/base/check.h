// STREPLAY_CHECK: an always-on assertion for our own bugs (never for what a user or a script does).
// A failed check prints where it stands and ends the process with exit code 70 (specs/cli.md).
#ifndef STREPLAY_BASE_CHECK_H_
#define STREPLAY_BASE_CHECK_H_

namespace streplay {

[[noreturn]] void CheckFailed(const char* file, int line, const char* condition);

}  // namespace streplay

#define STREPLAY_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::streplay::CheckFailed(__FILE__, __LINE__, #condition))

#endif  // STREPLAY_BASE_CHECK_H_
