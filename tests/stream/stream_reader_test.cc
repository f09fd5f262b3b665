#include "stream/stream_reader.h"

#include "base/diagnostic_formatter.h"
#include "stream/stream_writer.h"
#include "support/catch.h"

namespace streplay {
namespace {

constexpr const char* kHeader = R"({"streplay":1,"scenario":"a","profile":"documented"})"
                                "\n";
constexpr const char* kRun = R"({"op":"run","run":1,"session":"main","cause":"run"})"
                             "\n";
constexpr const char* kEnd = R"({"op":"end","run":1,"status":"ok"})"
                             "\n";

// The diagnostics of reading `text`; empty when it is a stream.
std::string Errors(const std::string& text) {
  Diagnostics diagnostics;
  auto stream = ReadStream(std::make_shared<SourceText>("a.jsonl", text), diagnostics);
  CHECK(stream.has_value() == diagnostics.empty());
  return FormatDiagnostics(diagnostics);
}

// The first line of the diagnostics of a stream whose only run holds `line`.
std::string ErrorOf(const std::string& line) {
  std::string errors = Errors(std::string(kHeader) + kRun + line + "\n" + kEnd);
  return errors.substr(0, errors.find('\n'));
}

TEST_CASE("what was written is read back") {
  std::string text =
      std::string(kHeader) + kRun +
      R"({"op":"element","path":[0,1],"type":"slider","widget":"slider-1-None","fields":{"label":"é\u001b","min":1,"max":2.5,"default":[1e+16,null,{"x":[]}],"big":-9223372036854775808},"replay":"f"}
{"op":"block","path":[1,2,3],"type":"column","fields":{"weight":0.5}}
{"op":"cache","event":"miss","function":"f","reason":"expired"}
{"op":"cache","event":"hit","function":"f"}
{"op":"print","text":""}
)" + kEnd;
  Diagnostics diagnostics;
  auto stream = ReadStream(std::make_shared<SourceText>("a.jsonl", text), diagnostics);
  REQUIRE(stream);
  CHECK(stream->scenario == "a");
  CHECK(stream->records.size() == 7);
  CHECK(WriteStream(*stream) == text);
}

TEST_CASE("white space and the order of keys are free") {
  std::string text = std::string(kHeader) +
                     "{ \"run\": 1, \"op\": \"run\", \"cause\": \"run\", \"session\": \"b\" }\n" +
                     kEnd;
  CHECK(Errors(text).empty());
  CHECK(Errors(text.substr(0, text.size() - 1)).empty());  // without the last line break
}

TEST_CASE("an unknown key is named, with the nearest known one") {
  CHECK(Errors(std::string(kHeader) + kRun +
               R"({"op":"element","path":[0],"type":"empty","field":{},"fields":{}})" + "\n" +
               kEnd) ==
        "a.jsonl:3:43: error: unknown key `field`\n"
        R"(  3 | {"op":"element","path":[0],"type":"empty","field":{},"fields":{}})"
        "\n    |                                           ^~~~~~~\n"
        "    = did you mean `fields`?\n");
}

TEST_CASE("records of a wrong shape are refused") {
  CHECK(ErrorOf(R"({"op":"elemnt"})") == "a.jsonl:3:2: error: unknown op `elemnt`");
  CHECK(ErrorOf(R"({"path":[0]})") == "a.jsonl:3:1: error: the key `op` is missing");
  CHECK(ErrorOf(R"([1])") == "a.jsonl:3:1: error: a record is a JSON object");
  CHECK(ErrorOf(R"({"op":"element","path":"0","type":"empty","fields":{}})") ==
        "a.jsonl:3:17: error: `path` must be a list of indices");
  CHECK(ErrorOf(R"({"op":"element","path":[-1],"type":"empty","fields":{}})") ==
        "a.jsonl:3:17: error: `path` must be a list of indices");
  CHECK(ErrorOf(R"({"op":"element","path":[],"type":"empty","fields":{}})") ==
        "a.jsonl:3:17: error: `path` must not be empty");
  CHECK(ErrorOf(R"({"op":"element","path":[0],"type":"empty","fields":[]})") ==
        "a.jsonl:3:43: error: `fields` must be an object");
  CHECK(ErrorOf(R"({"op":"block","path":[0],"type":"column","widget":"w","fields":{}})") ==
        "a.jsonl:3:42: error: unknown key `widget`");
  CHECK(ErrorOf(R"({"op":"element","path":[0],"type":"empty","fields":{},"replay":""})") ==
        "a.jsonl:3:55: error: `replay` must not be empty");
  CHECK(ErrorOf(R"({"op":"cache","event":"mis","function":"f"})") ==
        "a.jsonl:3:15: error: unknown event `mis`");
  CHECK(ErrorOf(R"({"op":"cache","event":"hit","function":"f","reason":"no-entry"})") ==
        "a.jsonl:3:44: error: unknown key `reason`");
  CHECK(ErrorOf(R"({"op":"cache","event":"miss","function":"f"})") ==
        "a.jsonl:3:1: error: the key `reason` is missing");
  CHECK(ErrorOf(R"({"op":"print","text":1})") == "a.jsonl:3:15: error: `text` must be a string");
}

TEST_CASE("what is not JSON is refused where it breaks") {
  CHECK(ErrorOf(R"({"op":"print","text":"a})") == "a.jsonl:3:25: error: not valid JSON");
  CHECK(ErrorOf("") == "a.jsonl:3:1: error: not valid JSON");
  CHECK(ErrorOf(R"({"op":"print","op":"print"})") == "a.jsonl:3:1: error: `op` stands twice");
  CHECK(ErrorOf(R"({"a":9223372036854775808})") ==
        "a.jsonl:3:1: error: integer does not fit 64 bits");
  CHECK(ErrorOf(R"({"a":-9223372036854775809})") ==
        "a.jsonl:3:1: error: integer does not fit 64 bits");
  CHECK(ErrorOf(R"({"a":1e999})").find("number does not fit a double") != std::string::npos);
  CHECK(ErrorOf("{\"a\":\"\xff\"}") == "a.jsonl:3:7: error: not valid UTF-8");
  CHECK(ErrorOf(std::string(200000, '[')) == "a.jsonl:3:1: error: nested deeper than 100 levels");
}

TEST_CASE("runs are numbered in order and each has its end") {
  std::string head = kHeader;
  auto first_line = [](const std::string& text) {
    std::string errors = Errors(text);
    return errors.substr(0, errors.find('\n'));
  };
  CHECK(first_line(head + R"({"op":"run","run":2,"session":"main","cause":"run"})" + "\n") ==
        "a.jsonl:2:13: error: runs are numbered in order: this must be run 1");
  CHECK(first_line(head + kRun + kRun) == "a.jsonl:3:2: error: run 1 has no `end` before this");
  CHECK(first_line(head + kRun + R"({"op":"end","run":2,"status":"ok"})") ==
        "a.jsonl:3:13: error: ends run 2 inside run 1");
  CHECK(first_line(head + kRun) == "a.jsonl:2:1: error: run 1 has no `end`");
  CHECK(first_line(head + R"({"op":"print","text":"x"})") ==
        "a.jsonl:2:2: error: stands outside a run");
  CHECK(Errors(head + R"({"op":"cache","event":"clear","function":"f"})" + "\n").empty());
}

TEST_CASE("the header names the format, the scenario and the profile") {
  CHECK(Errors(R"({"streplay":2,"scenario":"a","profile":"p"})") ==
        "a.jsonl:1:2: error: format 2 is not known\n"
        R"(  1 | {"streplay":2,"scenario":"a","profile":"p"})"
        "\n    |  ^~~~~~~~~~\n"
        "    = this streplay reads format 1\n");
  CHECK(Errors("") == "a.jsonl: error: the golden is empty\n    = record it again with --update\n");
}

TEST_CASE("the markers of a merge get a diagnostic of their own, and only that") {
  std::string text = std::string(kHeader) + "<<<<<<< HEAD\n" + kRun + "=======\n" + kRun +
                     ">>>>>>> branch\n" + kEnd;
  CHECK(Errors(text) ==
        "a.jsonl:2:1: error: a merge left its conflict markers in this golden\n"
        "  2 | <<<<<<< HEAD\n"
        "    | ^~~~~~~~~~~~\n"
        "    = resolve the merge, or record the golden again with --update\n");
}

TEST_CASE("several errors are reported, but not without end") {
  std::string text = kHeader;
  for (int i = 0; i < 1000; ++i) text += "x\n";
  Diagnostics diagnostics;
  CHECK(!ReadStream(std::make_shared<SourceText>("a.jsonl", text), diagnostics));
  CHECK(diagnostics.size() == 20);
}

}  // namespace
}  // namespace streplay
