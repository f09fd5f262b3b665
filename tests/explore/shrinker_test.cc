#include "explore/shrinker.h"

#include "explore/program_generator.h"
#include "explore/program_text.h"
#include "explore/reduction.h"
#include "support/catch.h"

namespace streplay {
namespace {

Statement Line(std::string text) {
  Statement line;
  line.before = std::move(text);
  return line;
}

Statement Opening(std::string text, Statements body) {
  Statement opening = Line(std::move(text));
  opening.opens_block = true;
  opening.body = std::move(body);
  return opening;
}

std::string TextOf(const Program& program) {
  return ScenarioText(program, "t", {});
}

bool Has(const Program& program, const std::string& text) {
  return TextOf(program).find(text) != std::string::npos;
}

TEST_CASE("what is not needed goes, blocks are unwrapped, arguments simplified") {
  Program program;
  program.definitions = {Line("import streamlit as st"), Line("@st.cache_data"),
                         Opening("def f(x)", {Line("st.text(x)")})};
  program.definitions[0].is_required = true;
  Statement write = Line("st.write");
  write.arguments = {{"", "f\"t {x}\"", "\"a\"", true}, {"help", "1", "", false}};
  program.script = {Opening("if c", {Line("st.balloons()"), Opening("with c", {write})}),
                    Opening("else", {Line("st.snow()")})};
  program.steps = {{{}, RunStep{}}, {{}, RunStep{"ada"}}, {{}, RestartStep{}}};
  Program smallest = Shrink(program, [](const Program& p) { return Has(p, "st.write("); });
  CHECK(TextOf(smallest) ==
        "title: \"t\"\n"
        "definitions: |\n"
        "  import streamlit as st\n"
        "script: |\n"
        "  st.write(\"a\")\n"
        "steps:\n"
        "  - run\n");
}

TEST_CASE("a function keeps its decorator as long as that is needed") {
  Program program;
  program.definitions = {Line("@st.cache_data"), Opening("def f(x)", {Line("return x")})};
  Statement call = Line("r = f");
  call.arguments = {{"", "(1, 2)", "0", true}};
  program.script = {call};
  program.steps = {{{}, RunStep{}}};
  Program smallest = Shrink(program, [](const Program& p) {
    return Has(p, "@st.cache_data\n  def f") && Has(p, "r = f");
  });
  CHECK(TextOf(smallest) ==
        "title: \"t\"\n"
        "definitions: |\n"
        "  @st.cache_data\n"
        "  def f():\n"
        "      pass\n"
        "script: |\n"
        "  r = f()\n"
        "steps:\n"
        "  - run\n");
}

TEST_CASE("every reduction changes the program, and they come to an end") {
  Program program = GenerateProgram({Freedom::kAny, 7, 20}, 3, AllProfiles().front());
  const std::string text = TextOf(program);
  size_t count = 0;
  for (Program smaller = program; Reduce(smaller, count); smaller = program, ++count) {
    CHECK(TextOf(smaller) != text);
    REQUIRE(count < 10'000);
  }
  CHECK(count > 10);
}

}  // namespace
}  // namespace streplay
