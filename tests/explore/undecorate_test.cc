#include "explore/undecorate.h"

#include "explore/program_text.h"
#include "support/catch.h"

namespace streplay {
namespace {

std::string UndecoratedSource(const std::string& definitions, const std::string& script) {
  std::string text =
      "title: t\ndefinitions: |\n" + definitions + "script: |\n" + script + "steps: [run]\n";
  auto scenario = LoadScenarioText(text, "s.yaml");
  REQUIRE(scenario.has_value());
  Scenario result = Undecorate(*scenario);
  return result.definitions.text + "---\n" + result.script.text;
}

TEST_CASE("a decorator of a function that allows widgets goes, its lines stay") {
  CHECK(UndecoratedSource("  import streamlit as st\n"
                          "  @st.cache_data(\n"
                          "      ttl=5, experimental_allow_widgets = True)\n"
                          "  @noted\n"
                          "  def f(x):\n"
                          "      return x\n",
                          "  f(1)\n") ==
        "import streamlit as st\n"
        "\n"
        "\n"
        "@noted\n"
        "def f(x):\n"
        "    return x\n"
        "---\n"
        "f(1)\n");
}

TEST_CASE("a function that forbids widgets is executed at every call") {
  CHECK(UndecoratedSource("  import streamlit as st\n"
                          "  @st.experimental_singleton\n"
                          "  def f():\n"
                          "      @st.cache_data(max_entries=2)\n"
                          "      def g():\n"
                          "          pass\n",
                          "  f()\n") ==
        "import streamlit as st\n"
        "@st.experimental_singleton(ttl=0, show_spinner=False)\n"
        "def f():\n"
        "    @st.cache_data(ttl=0, show_spinner=False)\n"
        "    def g():\n"
        "        pass\n"
        "---\n"
        "f()\n");
}

TEST_CASE("clearing a function without its decorator does nothing") {
  CHECK(UndecoratedSource("  import streamlit as st\n"
                          "  @st.cache_resource(experimental_allow_widgets=True)\n"
                          "  def f():\n"
                          "      pass\n",
                          "  f.clear()\n"
                          "  ff.clear(f.cleared)\n"
                          "  st.button(\"b\", on_click=f.clear)\n") ==
        "import streamlit as st\n"
        "\n"
        "def f():\n"
        "    pass\n"
        "---\n"
        "{}.clear()\n"
        "ff.clear(f.cleared)\n"
        "st.button(\"b\", on_click={}.clear)\n");
}

}  // namespace
}  // namespace streplay
