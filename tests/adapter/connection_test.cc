#include "adapter/connection.h"

#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <thread>
#include <vector>

#include "adapter/fake_adapter.h"
#include "stream/stream_writer.h"
#include "support/catch.h"

namespace streplay {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kAmple{20000};
constexpr milliseconds kShort{150};

// "crash: exit code 1 before its answer"; of a stream, what it printed: "answered: 1".
std::string Text(const CaseAnswer& answer) {
  std::string text = std::string(CaseAnswerKindName(answer.kind)) + ": " + answer.message;
  for (const Record& record : answer.stream.records) {
    if (const auto* print = std::get_if<PrintRecord>(&record)) text += print->text;
  }
  return text;
}

std::string TextOf(const std::string& behaviour, milliseconds budget = kAmple) {
  AdapterConnection connection = FakeConnection("", budget);
  return Text(connection.Run(FakeCase(behaviour)));
}

std::string StartText(const std::string& behaviour, milliseconds hello = kAmple) {
  AdapterConnection connection = FakeConnection(behaviour, hello);
  CaseAnswer failure;
  if (connection.Start(failure)) return "up";
  CHECK(failure.is_start_failure);
  return Text(failure);
}

// Whether a process is gone, but for what its parent has not asked about yet.
bool IsGone(const std::string& process) {
  for (int look = 0; look < 500; ++look) {
    std::ifstream status("/proc/" + process + "/stat");
    std::string number, name, state;
    if (!(status >> number >> name >> state) || state == "Z") return true;
    std::this_thread::sleep_for(milliseconds{10});
  }
  return false;
}

TEST_CASE("an adapter that works answers one case after the other in one process") {
  AdapterConnection connection = FakeConnection("", kAmple);
  CHECK(Text(connection.Run(FakeCase("well"))) == "answered: 1");
  CHECK(AdapterInfoText(connection.info()) == "fake 1.0 (sh)");
  CaseAnswer answer = connection.Run(FakeCase("well"));
  CHECK(Text(answer) == "answered: 2");
  CHECK(WriteStream(answer.stream) ==
        "{\"streplay\":1,\"scenario\":\"well\",\"profile\":\"fake\"}\n"
        "{\"op\":\"run\",\"run\":1,\"session\":\"main\",\"cause\":\"run\"}\n"
        "{\"op\":\"print\",\"text\":\"2\"}\n"
        "{\"op\":\"end\",\"run\":1,\"status\":\"ok\"}\n");
  CHECK(answer.lost_processes == 0);
  CHECK_FALSE(connection.Close().has_value());
}

TEST_CASE("each way to give no answer has an outcome of its own") {
  CHECK(TextOf("exit-0") == "crash: exit code 0 before its answer");
  CHECK(TextOf("exit-1") == "crash: exit code 1 before its answer");
  CHECK(TextOf("segv") == "crash: signal SIGSEGV before its answer");
  CHECK(TextOf("kill") == "crash: signal SIGKILL before its answer");
  CHECK(TextOf("half-line-exit") == "crash: exit code 0 within the line of its answer");
  CHECK(TextOf("hang", kShort) == "timeout: no whole line within 150 ms");
  CHECK(TextOf("ignore-term", kShort) == "timeout: no whole line within 150 ms");
  CHECK(TextOf("late", kShort) == "timeout: no whole line within 150 ms");
  CHECK(TextOf("half-line-hang", kShort) == "timeout: no whole line within 150 ms");
  CHECK(TextOf("flood-errors", kShort) == "timeout: no whole line within 150 ms");
  CHECK(TextOf("close-output") ==
        "protocol-error: it closed its standard output before its answer");
  CHECK(TextOf("flood") == "protocol-error: the line of its answer is too long");
}

TEST_CASE("an answer that is none is a protocol error that says why") {
  CHECK(TextOf("junk") ==
        "protocol-error: `Traceback (most recent call last):` is no JSON object: not valid JSON at "
        "byte 1");
  CHECK(TextOf("empty-line") == "protocol-error: an empty line is no answer");
  CHECK(TextOf("not-utf-8") == "protocol-error: bytes that are no UTF-8 is no JSON object");
  CHECK(TextOf("wrong-id") ==
        "protocol-error: an answer to case 1 was due, and one to case 1001 came");
  CHECK(TextOf("no-answer") ==
        "protocol-error: the answer has none of `stream`, `skipped` and `error`");
  CHECK(TextOf("bad-record") == "protocol-error: record 1: the key `run` is missing");
  CHECK(TextOf("cut-off") == "protocol-error: the stream: run 1 has no `end`");
}

TEST_CASE("an adapter may skip a case, reject it, and tell itself what became of it") {
  AdapterConnection connection = FakeConnection("", kAmple);
  CaseAnswer skipped = connection.Run(FakeCase("skip"));
  CHECK(Text(skipped) == "skipped: no such thing here");
  CHECK(skipped.issue == "https://example.org/1");
  CHECK(Text(connection.Run(FakeCase("reject"))) == "rejected: interact: no such widget");
  CHECK(Text(connection.Run(FakeCase("own-timeout"))) == "timeout: it took too long");
  CHECK(Text(connection.Run(FakeCase("own-crash"))) == "crash: it fell over");
  CHECK(Text(connection.Run(FakeCase("well"))) == "answered: 5");  // still the first process
}

TEST_CASE("an adapter that does not come up is no answer to any case") {
  CHECK(StartText("slow-hello", kShort) == "timeout: no whole line within 150 ms");
  CHECK(StartText("exit-at-once") == "crash: exit code 3 before its hello");
  CHECK(StartText("mute") == "protocol-error: it closed its standard output before its hello");
  CHECK(StartText("junk-hello") ==
        "protocol-error: `Welcome to Fake!` is no JSON object: not valid JSON at byte 1");
  CHECK(StartText("nameless") ==
        "protocol-error: the answer to hello must have the texts `name` and `version`");
  CHECK(StartText("protocol-2") ==
        "unsupported-version: it speaks protocol 2, this streplay speaks 1");
  AdapterConnection connection({"streplay-no-such-program", kAmple, kAmple}, StartFake);
  CaseAnswer failure = connection.Run(FakeCase("well"));
  CHECK(Text(failure) == "crash: exit code 127 before its hello");
  CHECK(failure.errors.find("streplay-no-such-program: not found") != std::string::npos);
}

TEST_CASE("a case is not blamed for what the one before it did to the process") {
  for (const char* before : {"twice", "twice-later", "exit-after", "close-input"}) {
    INFO(before);
    AdapterConnection connection = FakeConnection("", kAmple);
    CHECK(Text(connection.Run(FakeCase(before))) == "answered: 1");
    std::this_thread::sleep_for(milliseconds{100});
    CaseAnswer next = connection.Run(FakeCase("well"));
    CHECK(Text(next) == "answered: 1");  // of a new process
    CHECK(next.lost_processes == 1);
  }
}

TEST_CASE("a case that breaks each process is blamed, whatever ran before it") {
  AdapterConnection connection = FakeConnection("", kAmple);
  for (int round = 0; round < 2; ++round) {
    CHECK(Text(connection.Run(FakeCase("well"))) == "answered: 1");
    CaseAnswer answer = connection.Run(FakeCase("segv"));
    CHECK(Text(answer) == "crash: signal SIGSEGV before its answer");
    CHECK(answer.lost_processes == 2);
  }
}

TEST_CASE("a late answer never counts for the next case") {
  AdapterConnection connection = FakeConnection("", milliseconds{600});
  CHECK(connection.Run(FakeCase("late")).kind == CaseAnswer::Kind::kTimeout);
  CHECK(Text(connection.Run(FakeCase("well"))) == "answered: 1");
  std::this_thread::sleep_for(milliseconds{600});
  CHECK(Text(connection.Run(FakeCase("well"))) == "answered: 2");
}

TEST_CASE("standard error is kept case by case, of much the end") {
  AdapterConnection connection = FakeConnection("", kAmple);
  CHECK(connection.Run(FakeCase("warn")).errors == "a warning\n");
  CHECK(connection.Run(FakeCase("well")).errors.empty());
  CHECK(connection.Run(FakeCase("exit-1")).errors == "something broke\n");
  AdapterConnection flooded = FakeConnection("", kShort);
  std::string errors = flooded.Run(FakeCase("flood-errors")).errors;
  CHECK(errors.starts_with("… ("));
  CHECK(errors.size() < 300);
}

TEST_CASE("a number that JSON lacks is not sent") {
  Scenario scenario = FakeCase("well");
  Stub stub;
  stub.name = "numpy.inf";
  stub.returns = PlainValue{PlainValue::Kind::kFloat, false, 0, 1.0 / 0.0, ".inf", false, {}, {}};
  scenario.stubs.push_back(stub);
  AdapterConnection connection = FakeConnection("", kAmple);
  CHECK(Text(connection.Run(scenario)) ==
        "skipped: the stub numpy.inf returns a number that JSON does not have");
}

TEST_CASE("processes that the adapter has started end with it") {
  for (const char* behaviour : {"grandchild", "grandchild-answers"}) {
    INFO(behaviour);
    std::string errors;
    {
      AdapterConnection connection = FakeConnection("", kAmple);
      errors = connection.Run(FakeCase(behaviour)).errors;
    }
    std::string word = "grandchild ";
    REQUIRE(errors.starts_with(word));
    CHECK(IsGone(errors.substr(word.size(), errors.find('\n') - word.size())));
  }
  CHECK(TextOf("grandchild") == "crash: exit code 7 before its answer");
}

TEST_CASE("bye ends an adapter with exit code 0, and what else it does is told") {
  auto close = [](const std::string& behaviour) {
    AdapterConnection connection = FakeConnection(behaviour, kAmple);
    CaseAnswer failure;
    REQUIRE(connection.Start(failure));
    return connection.Close().value_or("good");
  };
  CHECK(close("") == "good");
  CHECK(close("bad-bye") == "it ended with exit code 4 after `bye`");
  CHECK(close("no-bye") == "it still runs 2 s after `bye`");
}

}  // namespace
}  // namespace streplay
