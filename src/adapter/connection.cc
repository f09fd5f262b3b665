#include "adapter/connection.h"

#include <utility>

#include "adapter/scenario_request.h"
#include "base/check.h"

namespace streplay {
namespace {

using Kind = CaseAnswer::Kind;

constexpr std::chrono::milliseconds kByePatience{2000};

std::string LimitText(std::chrono::milliseconds limit) {
  if (limit.count() % 1000 == 0) return std::to_string(limit.count() / 1000) + " s";
  return std::to_string(limit.count()) + " ms";
}

// An adapter that isolates its cases tells itself what became of one.
Kind KindOfPhase(const std::string& phase) {
  if (phase == "timeout") return Kind::kTimeout;
  if (phase == "crash") return Kind::kCrash;
  return Kind::kRejected;
}

std::string OneLine(std::string text) {
  for (char& byte : text) {
    if (byte == '\n' || byte == '\r') byte = ' ';
  }
  return text;
}

}  // namespace

std::string_view CaseAnswerKindName(Kind kind) {
  switch (kind) {
    case Kind::kStream:
      return "answered";
    case Kind::kSkipped:
      return "skipped";
    case Kind::kRejected:
      return "rejected";
    case Kind::kTimeout:
      return "timeout";
    case Kind::kCrash:
      return "crash";
    case Kind::kProtocolError:
      return "protocol-error";
    case Kind::kUnsupportedVersion:
      break;
  }
  return "unsupported-version";
}

AdapterConnection::AdapterConnection(AdapterSettings settings, ProgramStarter starter)
    : settings_(std::move(settings)), starter_(std::move(starter)) {
}

bool AdapterConnection::Start(CaseAnswer& failure) {
  if (program_ != nullptr) return true;
  std::string error;
  program_ = starter_(settings_.command, error);
  asked_ = 0;
  if (program_ == nullptr) {
    failure = {};
    failure.kind = Kind::kCrash;
    failure.message = "no process can be started: " + error;
  } else {
    failure = ReadHello(program_->Ask(HelloRequest(), settings_.hello));
  }
  failure.is_start_failure = program_ == nullptr;
  return program_ != nullptr;
}

CaseAnswer AdapterConnection::ReadHello(const Reply& reply) {
  if (reply.status != Reply::Status::kLine) {
    return LoseByReply(reply, settings_.hello, "its hello");
  }
  std::optional<int64_t> protocol = ProtocolOf(reply.line);
  if (protocol && *protocol != kAdapterProtocol) {
    return Lose(Kind::kUnsupportedVersion, "it speaks protocol " + std::to_string(*protocol) +
                                               ", this streplay speaks " +
                                               std::to_string(kAdapterProtocol));
  }
  std::string problem;
  std::optional<AdapterInfo> info = ReadHelloAnswer(reply.line, problem);
  if (!info) return Lose(Kind::kProtocolError, std::move(problem));
  info_ = std::move(*info);
  return {};
}

CaseAnswer AdapterConnection::Run(const Scenario& scenario) {
  if (std::string why = WhyNotSendable(scenario); !why.empty()) {
    CaseAnswer answer;
    answer.kind = Kind::kSkipped;
    answer.message = std::move(why);
    return answer;
  }
  size_t lost = 0;
  if (program_ != nullptr && program_->HasUnasked()) {
    program_.reset();
    ++lost;
  }
  CaseAnswer answer;
  if (!Start(answer)) return answer;
  bool was_fresh = asked_ == 0;
  answer = Ask(scenario);
  bool may_be_anothers = answer.kind == Kind::kProtocolError || answer.kind == Kind::kCrash;
  if (may_be_anothers && program_ == nullptr && !was_fresh) {
    ++lost;
    if (!Start(answer)) return answer;
    answer = Ask(scenario);
  }
  answer.lost_processes += lost;
  return answer;
}

CaseAnswer AdapterConnection::Ask(const Scenario& scenario) {
  int64_t id = next_id_++;
  std::string request = RunRequest(id, scenario, settings_.budget);
  auto begin = std::chrono::steady_clock::now();
  Reply reply = program_->Ask(request, settings_.budget);
  auto elapsed = std::chrono::steady_clock::now() - begin;
  ++asked_;
  CaseAnswer answer = ReadCase(reply, id);
  answer.elapsed = elapsed;
  answer.stream.scenario = scenario.id;
  answer.stream.profile = info_.name;
  return answer;
}

CaseAnswer AdapterConnection::ReadCase(const Reply& reply, int64_t id) {
  if (reply.status != Reply::Status::kLine) {
    return LoseByReply(reply, settings_.budget, "its answer");
  }
  std::string problem;
  std::optional<RunAnswer> read = ReadRunAnswer(reply.line, id, problem);
  if (!read) return Lose(Kind::kProtocolError, std::move(problem));
  CaseAnswer answer;
  answer.errors = program_->TakeErrors();
  answer.message = OneLine(std::move(read->message));
  answer.issue = OneLine(std::move(read->issue));
  if (read->kind == RunAnswer::Kind::kStream) {
    answer.stream.records = std::move(read->records);
  } else if (read->kind == RunAnswer::Kind::kSkipped) {
    answer.kind = Kind::kSkipped;
  } else {
    answer.kind = KindOfPhase(read->phase);
    if (answer.kind == Kind::kRejected) {
      answer.message = OneLine(std::move(read->phase)) + ": " + answer.message;
    }
  }
  return answer;
}

// The process is not to be trusted any more.
CaseAnswer AdapterConnection::Lose(Kind kind, std::string message) {
  CaseAnswer answer;
  answer.kind = kind;
  answer.message = std::move(message);
  answer.errors = program_->TakeErrors();
  answer.lost_processes = 1;
  program_.reset();
  return answer;
}

CaseAnswer AdapterConnection::LoseByReply(const Reply& reply, std::chrono::milliseconds limit,
                                          const char* due) {
  std::string how = reply.line.empty() ? " before " : " within the line of ";
  switch (reply.status) {
    case Reply::Status::kLine:
      break;
    case Reply::Status::kTimeout:
      return Lose(Kind::kTimeout, std::string("no whole line within ") + LimitText(limit));
    case Reply::Status::kEnded:
      return Lose(Kind::kCrash, ProgramEndText(reply.end) + how + due);
    case Reply::Status::kClosed:
      return Lose(Kind::kProtocolError, "it closed its standard output" + how + due);
    case Reply::Status::kDeaf:
      return Lose(Kind::kProtocolError, "it closed its standard input" + how + due);
    case Reply::Status::kTooLong:
      return Lose(Kind::kProtocolError, std::string("the line of ") + due + " is too long");
  }
  STREPLAY_CHECK(false);
  return {};
}

std::string AdapterConnection::AskUnknown() {
  CaseAnswer failure;
  if (!Start(failure)) return failure.message;
  Reply reply = program_->Ask(UnknownRequest(), settings_.budget);
  if (reply.status != Reply::Status::kLine) {
    return LoseByReply(reply, settings_.budget, "its answer").message;
  }
  std::string problem;
  return IsErrorAnswer(reply.line, problem) ? "" : problem;
}

std::optional<std::string> AdapterConnection::Close() {
  if (program_ == nullptr) return std::nullopt;
  std::optional<ProgramEnd> end = program_->Finish(ByeRequest(), kByePatience);
  program_.reset();
  if (!end) return "it still runs " + LimitText(kByePatience) + " after `bye`";
  if (*end == ProgramEnd{}) return std::nullopt;
  return "it ended with " + ProgramEndText(*end) + " after `bye`";
}

}  // namespace streplay
