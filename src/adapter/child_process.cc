// One loop moves what can be moved on all three pipes until its purpose is reached or time is up,
// so a program that fills one pipe while we wait on another cannot lock up both of us. It also
// looks now and then whether the process still lives: one that is gone may have left its output to
// a child of its own, and then no end of the output ever comes.
#include "adapter/child_process.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <memory>

#include "adapter/process_group.h"

namespace streplay {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kLookInterval{20};    // at the process, when nothing happens
constexpr milliseconds kPatienceAtEnd{500};  // from the end of its output to that of the process
constexpr int kMaxDrainRounds = 16;
constexpr size_t kChunkBytes = size_t{64} << 10;

// While it lives, a write to a pipe that nobody reads fails with EPIPE and no signal comes.
class PipeSignalBlock {
 public:
  PipeSignalBlock() {
    ::sigemptyset(&pipe_signal_);
    ::sigaddset(&pipe_signal_, SIGPIPE);
    sigset_t pending;
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &pipe_signal_, &before_);
  }
  PipeSignalBlock(const PipeSignalBlock&) = delete;
  PipeSignalBlock& operator=(const PipeSignalBlock&) = delete;
  ~PipeSignalBlock() {
    timespec no_time{};
    if (!was_pending_) {
      while (::sigtimedwait(&pipe_signal_, nullptr, &no_time) < 0 && errno == EINTR) {
      }
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_signal_{};
  sigset_t before_{};
  bool was_pending_ = false;
};

class ChildProcess : public LineProgram {
 public:
  explicit ChildProcess(const ChildLimits& limits) : limits_(limits) {}

  bool Start(const std::string& command, std::string& error) {
    return group_.Start(command, pipes_, error);
  }

  Reply Ask(std::string_view request, milliseconds limit) override {
    Queue(request);
    auto deadline = Clock::now() + limit;
    is_deaf_ = false;
    while (true) {
      if (auto line = TakeLine()) return {Reply::Status::kLine, std::move(*line), {}};
      if (unread_.size() > limits_.max_line_bytes) return Broken(Reply::Status::kTooLong);
      if (!pipes_.from_output.is_open()) return AfterOutput();
      if (is_gone_) return Gone();
      if (Clock::now() >= deadline) {
        return Broken(is_deaf_ ? Reply::Status::kDeaf : Reply::Status::kTimeout);
      }
      bool was_deaf = is_deaf_;
      Move(deadline);
      if (is_deaf_ && !was_deaf) deadline = std::min(deadline, Clock::now() + kPatienceAtEnd);
    }
  }

  bool HasUnasked() override {
    Drain();
    return !unread_.empty();
  }

  std::string TakeErrors() override {
    Drain();
    std::string taken = std::exchange(errors_, {});
    size_t extra =
        taken.size() > limits_.max_error_bytes ? taken.size() - limits_.max_error_bytes : 0;
    taken.erase(0, extra);
    size_t left_out = std::exchange(dropped_error_bytes_, 0) + extra;
    if (left_out > 0) taken.insert(0, "… (" + std::to_string(left_out) + " bytes left out)\n");
    return taken;
  }

  std::optional<ProgramEnd> Finish(std::string_view request, milliseconds limit) override {
    Queue(request);
    auto deadline = Clock::now() + limit;
    std::optional<ProgramEnd> end = group_.Ended();
    while (!end && Clock::now() < deadline) {
      if (!HasUnsent()) pipes_.to_input.Close();
      Move(std::min(deadline, Clock::now() + kLookInterval));
      unread_.clear();
      // Without a pipe to wait for, Move does not wait.
      end = AnyOpen() ? group_.Ended() : group_.WaitUntilEnded(kLookInterval);
    }
    return end;
  }

 private:
  bool AnyOpen() const {
    return pipes_.from_output.is_open() || pipes_.from_errors.is_open() || HasUnsent();
  }

  void Queue(std::string_view request) {
    unsent_.assign(request);
    unsent_ += '\n';
    sent_bytes_ = 0;
  }

  bool HasUnsent() const { return sent_bytes_ < unsent_.size(); }

  // What is there already; a program that never stops writing does not keep us.
  void Drain() {
    for (int round = 0; round < kMaxDrainRounds && Move(Clock::now()); ++round) {
    }
  }

  std::optional<std::string> TakeLine() {
    size_t end = unread_.find('\n', searched_);
    if (end == std::string::npos || end > limits_.max_line_bytes) {
      searched_ = unread_.size();
      return std::nullopt;
    }
    std::string line = unread_.substr(0, end);
    unread_.erase(0, end + 1);
    searched_ = 0;
    return line;
  }

  Reply Broken(Reply::Status status) { return {status, BeginningOfLine(), {}}; }

  std::string BeginningOfLine() const {
    constexpr size_t kShownBytes = 200;
    return unread_.substr(0, kShownBytes);
  }

  Reply AfterOutput() {
    if (auto end = group_.WaitUntilEnded(kPatienceAtEnd)) {
      return {Reply::Status::kEnded, BeginningOfLine(), *end};
    }
    return Broken(Reply::Status::kClosed);
  }

  Reply Gone() { return {Reply::Status::kEnded, BeginningOfLine(), *group_.Ended()}; }

  // Waits until `until` for something to move, and moves it. Not much longer than kLookInterval.
  bool Move(Clock::time_point until) {
    std::array<pollfd, 3> polled = {{
        {HasUnsent() ? pipes_.to_input.number() : -1, POLLOUT, 0},
        {pipes_.from_output.number(), POLLIN, 0},
        {pipes_.from_errors.number(), POLLIN, 0},
    }};
    auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
    milliseconds wait = std::clamp(left, milliseconds{0}, kLookInterval);
    int ready = ::poll(polled.data(), polled.size(), static_cast<int>(wait.count()));
    if (ready == 0) {
      // What it wrote before its end is in the pipes already: the next look finds it or nothing.
      is_gone_ = was_gone_;
      was_gone_ = was_gone_ || group_.Ended().has_value();
    }
    if (ready <= 0) return false;
    if (polled[0].revents != 0) Send();
    if (polled[1].revents != 0) Receive(pipes_.from_output, unread_);
    if (polled[2].revents != 0) {
      Receive(pipes_.from_errors, errors_);
      DropOldErrors();
    }
    return true;
  }

  void Send() {
    PipeSignalBlock block;
    ssize_t sent = ::write(pipes_.to_input.number(), unsent_.data() + sent_bytes_,
                           unsent_.size() - sent_bytes_);
    if (sent > 0) {
      sent_bytes_ += static_cast<size_t>(sent);
    } else if (sent < 0 && errno != EAGAIN && errno != EINTR) {
      sent_bytes_ = unsent_.size();
      is_deaf_ = true;
    }
  }

  static void Receive(FileDescriptor& pipe, std::string& into) {
    // Made when the thread reads: in its static storage it would be filled at each thread's start.
    static thread_local const auto chunk = std::make_unique_for_overwrite<char[]>(kChunkBytes);
    ssize_t received = ::read(pipe.number(), chunk.get(), kChunkBytes);
    if (received > 0) {
      into.append(chunk.get(), static_cast<size_t>(received));
    } else if (received == 0 || (errno != EAGAIN && errno != EINTR)) {
      pipe.Close();
    }
  }

  void DropOldErrors() {
    if (errors_.size() <= 2 * limits_.max_error_bytes) return;
    size_t extra = errors_.size() - limits_.max_error_bytes;
    errors_.erase(0, extra);
    dropped_error_bytes_ += extra;
  }

  ChildLimits limits_;
  Pipes pipes_;
  ProcessGroup group_;  // ended before the pipes are closed
  std::string unsent_;
  size_t sent_bytes_ = 0;
  std::string unread_;
  size_t searched_ = 0;  // of `unread_`: has no line break
  std::string errors_;
  size_t dropped_error_bytes_ = 0;
  bool is_deaf_ = false;  // it has closed its input, or is gone
  bool was_gone_ = false;
  bool is_gone_ = false;  // and nothing more came since
};

}  // namespace

std::unique_ptr<LineProgram> StartChildProcess(const std::string& command,
                                               const ChildLimits& limits, std::string& error) {
  auto child = std::make_unique<ChildProcess>(limits);
  if (!child->Start(command, error)) return nullptr;
  return child;
}

}  // namespace streplay
