#include "adapter/protocol.h"

#include "scenario/loading.h"

namespace streplay {
namespace {

TEST_CASE("a request holds definitions, script, steps and stubs, and nothing that is expected") {
  Scenario scenario = LoadGood(
      "title: T\n"
      "definitions: |\n"
      "  import streamlit as st\n"
      "script: |\n"
      "  st.slider(\"A\\n\", key=\"é\")\n"
      "stubs:\n"
      "  sqlite3.connect: {hashable: false}\n"
      "  requests.get: {returns: {status: [200, 1.5, null, true]}}\n"
      "  flaky.load: {raises: TimeoutError}\n"
      "steps:\n"
      "  - run\n"
      "  - run: {session: bob}\n"
      "  - interact: {slider: A, value: 4.0, nth: 1, session: bob}\n"
      "  - interact: {key: k}\n"
      "  - expect: {status: ok}\n"
      "  - call: st.write(1)\n"
      "  - clear: all\n"
      "  - advance: 1.5h\n"
      "  - advance: 0.0005s\n"
      "  - edit: {find: slider, replace: write}\n"
      "  - restart\n");
  constexpr const char* kRequest =
      R"##({"cmd":"run","id":7,"scenario":{"definitions":"import streamlit as st\n",)##"
      R"##("script":"st.slider(\"A\\n\", key=\"é\")\n","steps":["run",{"run":{"session":"bob"}},)##"
      R"##({"interact":{"slider":"A","nth":1,"session":"bob","value":4.0}},)##"
      R"##({"interact":{"key":"k"}},{"call":"st.write(1)"},{"clear":"all"},)##"
      R"##({"advance":"5400000ms"},{"advance":"0.5ms"},)##"
      R"##({"edit":{"find":"slider","replace":"write"}},"restart"],)##"
      R"##("stubs":{"sqlite3.connect":{"hashable":false},)##"
      R"##("requests.get":{"returns":{"status":[200,1.5,null,true]}},)##"
      R"##("flaky.load":{"raises":"TimeoutError"}}},"budget_ms":10000})##";
  CHECK(RunRequest(7, scenario, std::chrono::milliseconds{10000}) == kRequest);
}

TEST_CASE("an answer may hold more than the protocol says") {
  std::string problem;
  auto info = ReadHelloAnswer(
      R"({"protocol":1,"name":"n","version":"v","language":"l","features":["a","b"],"x":{}})",
      problem);
  REQUIRE(info.has_value());
  CHECK(AdapterInfoText(*info) == "n v (l)");
  CHECK(info->features == std::vector<std::string>{"a", "b"});
  auto answer = ReadRunAnswer(R"({"took":3,"skipped":"why","id":2})", 2, problem);
  REQUIRE(answer.has_value());
  CHECK(answer->kind == RunAnswer::Kind::kSkipped);
  CHECK(answer->message == "why");
}

std::string Problem(const std::string& line) {
  std::string problem;
  CHECK_FALSE(ReadRunAnswer(line, 1, problem).has_value());
  return problem;
}

TEST_CASE("why an answer is none") {
  CHECK(Problem("[]") == "`[]` is no JSON object");
  CHECK(Problem(R"({"error":{"phase":"request","message":"m"}})") ==
        R"(an answer to case 1 was due, but `{"error":{"phase":"request","message":"m"}}` came, )"
        "which names none");
  CHECK(Problem(R"({"id":1,"stream":{}})") == "`stream` must be a list of records");
  CHECK(Problem(R"({"id":1,"error":"no"})") == "`error` must have the texts `phase` and `message`");
  CHECK(Problem(R"({"id":1,"skipped":true})") == "`skipped` must be a text");
  CHECK(Problem(R"({"id":1,"stream":[{"op":"dance"}]})") == "record 1: unknown op `dance` (`op`)");
  CHECK(Problem(R"({"id":1,"stream":[{"op":"end","run":1,"status":"ok"}]})") ==
        "record 1: stands outside a run (`op`); a run starts with the op `run`");
}

TEST_CASE("a refusal is an object with an error") {
  std::string problem;
  CHECK(IsErrorAnswer(R"({"error":{"phase":"request","message":"no"}})", problem));
  CHECK_FALSE(IsErrorAnswer(R"({"ok":1})", problem));
  CHECK(problem == R"(`{"ok":1}` has no `error`)");
}

}  // namespace
}  // namespace streplay
