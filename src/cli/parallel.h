// Runs independent jobs on several threads, and hands on their results in order.
#ifndef STREPLAY_CLI_PARALLEL_H_
#define STREPLAY_CLI_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace streplay {

// Calls `job(0)` to `job(job_count - 1)`, at most `thread_count` at a time, each on a thread with
// the same large stack (how deep a script may nest must not depend on the machine's limits); and on
// the calling thread `done(i)` for each, in order, once job i and all before it have returned.
void RunInParallel(size_t job_count, size_t thread_count, const std::function<void(size_t)>& job,
                   const std::function<void(size_t)>& done);

}  // namespace streplay

#endif  // STREPLAY_CLI_PARALLEL_H_
