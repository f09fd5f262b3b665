// Threads take the next job from a counter; the caller looks for the flag of each job in turn, now
// and then: to be woken after each of many short jobs would cost more than some of them.
// POSIX threads, because std::thread has no way to ask for a stack.
#include "cli/parallel.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "base/check.h"

namespace streplay {
namespace {

constexpr size_t kStackBytes = size_t{64} << 20;
constexpr std::chrono::milliseconds kPause{2};

class JobQueue {
 public:
  JobQueue(size_t job_count, const std::function<void(size_t)>& job)
      : job_(job), is_done_(job_count, false) {}

  void Work() {
    std::unique_lock lock(mutex_);
    while (next_ < is_done_.size()) {
      size_t index = next_++;
      lock.unlock();
      job_(index);
      lock.lock();
      is_done_[index] = true;
      if (++done_count_ == is_done_.size()) all_done_.notify_all();
    }
  }

  void WaitFor(size_t index) {
    std::unique_lock lock(mutex_);
    while (!is_done_[index]) all_done_.wait_for(lock, kPause);
  }

 private:
  const std::function<void(size_t)>& job_;
  std::mutex mutex_;
  std::condition_variable all_done_;
  std::vector<bool> is_done_;
  size_t next_ = 0;
  size_t done_count_ = 0;
};

pthread_t StartThread(JobQueue& queue) {
  pthread_attr_t attributes;
  STREPLAY_CHECK(pthread_attr_init(&attributes) == 0);
  STREPLAY_CHECK(pthread_attr_setstacksize(&attributes, kStackBytes) == 0);
  pthread_t thread{};
  auto work = [](void* argument) -> void* {
    static_cast<JobQueue*>(argument)->Work();
    return nullptr;
  };
  STREPLAY_CHECK(pthread_create(&thread, &attributes, work, &queue) == 0);
  pthread_attr_destroy(&attributes);
  return thread;
}

}  // namespace

void RunInParallel(size_t job_count, size_t thread_count, const std::function<void(size_t)>& job,
                   const std::function<void(size_t)>& done) {
  JobQueue queue(job_count, job);
  std::vector<pthread_t> threads;
  for (size_t i = 0; i < std::min(thread_count, job_count); ++i) {
    threads.push_back(StartThread(queue));
  }
  for (size_t i = 0; i < job_count; ++i) {
    queue.WaitFor(i);
    done(i);
  }
  for (pthread_t thread : threads) pthread_join(thread, nullptr);
}

}  // namespace streplay
