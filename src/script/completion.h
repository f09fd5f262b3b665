// How a run of a script ended, or the reason why an evaluation in progress is being abandoned.
#ifndef STREPLAY_SCRIPT_COMPLETION_H_
#define STREPLAY_SCRIPT_COMPLETION_H_

#include <cstddef>
#include <memory>
#include <string>

#include "script/value.h"

namespace streplay::script {

class Program;

enum class CompletionKind {
  kNormal,
  kException,  // an uncaught exception
  kEnded,      // an uncaught exception of a class with an `ending` (ClassObject::ending), or EndNow
  kLimit,      // a limit, or something that the language subset refuses at run time
};

// A stretch of a program's text: byte offsets into Program's MappedText. `program` may be null when
// nothing of a script was running.
struct ScriptRange {
  std::shared_ptr<const Program> program;
  size_t begin = 0;
  size_t end = 0;
};

struct Completion {
  CompletionKind kind = CompletionKind::kNormal;
  int ending = 0;       // kEnded: the host's own number
  Value exception;      // kException, and kEnded when it was raised: an ExceptionObject
  std::string message;  // kLimit and EndNow: the sentence that names the reason
  ScriptRange range;    // the innermost statement that was being executed

  bool is_normal() const { return kind == CompletionKind::kNormal; }
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_COMPLETION_H_
