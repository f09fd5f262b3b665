// Scenarios for the benchmarks, made in memory.
#ifndef STREPLAY_TESTS_BENCH_PAGES_H_
#define STREPLAY_TESTS_BENCH_PAGES_H_

#include <string>
#include <string_view>

#include "scenario/scenario.h"

namespace streplay::bench {

// A cached function that places five elements, two of them widgets, and the script that calls it:
// the page on which the ways to run a real Streamlit were timed (specs/performance.md).
inline constexpr std::string_view kSmallPage = R"(import streamlit as st

@st.cache_resource(experimental_allow_widgets=True)
def page():
    st.title("Shop")
    count = st.slider("Count", 0, 10, 3)
    gift = st.checkbox("Gift")
    st.text(count)
    st.caption("In stock")
    return count

page()
)";

// The text with the first place that reads `from` reading `to`, which must be there.
std::string With(std::string_view text, std::string_view from, std::string_view to);

// The small page with keys, by which st.session_state knows the widgets.
std::string KeyedPage();

// The small page with entries that expire at once: every run executes the function.
std::string MissingPage();

// The script with that many `run` steps, loaded as a file would be. Ends the program when it is no
// valid scenario.
Scenario MakeScenario(std::string_view script, size_t runs);

}  // namespace streplay::bench

#endif  // STREPLAY_TESTS_BENCH_PAGES_H_
