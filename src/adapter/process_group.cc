// posix_spawn, because between fork and exec a process with threads may do next to nothing. Every
// descriptor of ours is made with O_CLOEXEC: no child inherits what belongs to another one.
#include "adapter/process_group.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include "adapter/live_groups.h"
#include "adapter/shell_command.h"
#include "base/check.h"

extern char** environ;

namespace streplay {
namespace {

constexpr std::chrono::milliseconds kPatienceAfterTerm{200};
constexpr std::chrono::milliseconds kPause{2};

// A pipe of which we keep one end.
struct Pipe {
  FileDescriptor read;
  FileDescriptor write;

  bool Open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    read = FileDescriptor(ends[0]);
    write = FileDescriptor(ends[1]);
    return true;
  }
};

void MakeNonBlocking(const FileDescriptor& descriptor) {
  int flags = ::fcntl(descriptor.number(), F_GETFL);
  STREPLAY_CHECK(flags >= 0);
  STREPLAY_CHECK(::fcntl(descriptor.number(), F_SETFL, flags | O_NONBLOCK) == 0);
}

// What the child is to be, besides its program: its streams, its group, its signals.
class SpawnPlan {
 public:
  SpawnPlan() {
    STREPLAY_CHECK(::posix_spawn_file_actions_init(&actions_) == 0);
    STREPLAY_CHECK(::posix_spawnattr_init(&attributes_) == 0);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&actions_);
  }

  void Connect(const FileDescriptor& pipe_end, int stream) {
    STREPLAY_CHECK(::posix_spawn_file_actions_adddup2(&actions_, pipe_end.number(), stream) == 0);
  }

  // Returns an errno, or 0.
  int Spawn(const std::string& command, pid_t& process) {
    std::string shell = "sh", option = "-c", text = ReplacingShell(command);
    char* words[] = {shell.data(), option.data(), text.data(), nullptr};
    return ::posix_spawn(&process, "/bin/sh", &actions_, &attributes_, words, environ);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

}  // namespace

bool ProcessGroup::Start(const std::string& command, Pipes& pipes, std::string& error) {
  STREPLAY_CHECK(leader_ < 0);
  Pipe input, output, errors;
  int failure = 0;
  if (!input.Open() || !output.Open() || !errors.Open()) {
    failure = errno;
  } else {
    SpawnPlan plan;
    plan.Connect(input.read, STDIN_FILENO);
    plan.Connect(output.write, STDOUT_FILENO);
    plan.Connect(errors.write, STDERR_FILENO);
    failure = plan.Spawn(command, leader_);
  }
  if (failure != 0) {
    leader_ = -1;
    error = std::strerror(failure);
    return false;
  }
  AddLiveGroup(leader_);
  pipes = {std::move(input.write), std::move(output.read), std::move(errors.read)};
  for (const auto* end : {&pipes.to_input, &pipes.from_output, &pipes.from_errors}) {
    MakeNonBlocking(*end);
  }
  return true;
}

std::optional<ProgramEnd> ProcessGroup::Ended() const {
  siginfo_t info{};
  if (leader_ < 0) return std::nullopt;
  if (::waitid(P_PID, static_cast<id_t>(leader_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
      info.si_pid == 0) {
    return std::nullopt;
  }
  return ProgramEnd{info.si_code != CLD_EXITED, info.si_status};
}

std::optional<ProgramEnd> ProcessGroup::WaitUntilEnded(std::chrono::milliseconds limit) const {
  auto deadline = std::chrono::steady_clock::now() + limit;
  std::optional<ProgramEnd> end = Ended();
  while (!end && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(kPause);
    end = Ended();
  }
  return end;
}

void ProcessGroup::End() {
  if (leader_ < 0) return;
  if (!Ended()) {
    ::kill(-leader_, SIGTERM);
    WaitUntilEnded(kPatienceAfterTerm);
  }
  ::kill(-leader_, SIGKILL);  // also what a leader that is gone has left behind
  RemoveLiveGroup(leader_);
  while (::waitpid(leader_, nullptr, 0) < 0 && errno == EINTR) {
  }
  leader_ = -1;
}

}  // namespace streplay
