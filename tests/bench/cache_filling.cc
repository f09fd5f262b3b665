// The script is told the argument by a slider outside of the cached function, so that a run costs
// the same whatever it hits.
#include "bench/cache_filling.h"

#include <malloc.h>

#include <string>

#include "base/check.h"
#include "base/small_blocks.h"
#include "bench/pages.h"

namespace streplay::bench {
namespace {

constexpr size_t kRunsKept = 20;      // in the outcome: more would lie between the entries
constexpr int64_t kStride = 1000003;  // a prime greater than any number of entries

constexpr std::string_view kHead = R"(import streamlit as st

@st.cache_resource(experimental_allow_widgets=True, show_spinner=False)
def page(i):
)";
constexpr std::string_view kTwoElements = R"(
    st.text("entry %d" % VALUE)
)";
constexpr std::string_view kFiveElements = R"(
    st.title("Shop")
    st.text("entry %d" % VALUE)
    st.caption("In stock")
    st.markdown("A **text** that is the same on every page, as most are")
)";

std::string Script(EntriesBy by, CacheFilling::Page page) {
  const bool by_arguments = by == EntriesBy::kArguments;
  std::string body(page == CacheFilling::Page::kTwoElements ? kTwoElements : kFiveElements);
  body.replace(body.find("VALUE"), 5, by_arguments ? "i" : "count");
  std::string script(kHead);
  script += by_arguments ? "    st.slider(\"Count\", 0, 10, 3)"
                         : "    count = st.slider(\"Number\", 0, 10000000, 0)";
  script += body + "\n";
  script += by_arguments ? "page(st.slider(\"Number\", 0, 10000000, 0))\n" : "page(0)\n";
  return script;
}

double LiveBytes() {
  struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd + LiveBytesOfSmallBlocks());
}

}  // namespace

CacheFilling::CacheFilling(std::string_view profile, EntriesBy by, Page page, int64_t entries)
    : by_(by), entries_(entries), scenario_(MakeScenario(Script(by, page), 1)) {
  simulation_.emplace(scenario_, GetProfile(profile));
  STREPLAY_CHECK(simulation_->Take(scenario_.steps.front(), 0));
}

void CacheFilling::Fill() {
  for (int64_t i = 0; i < entries_; ++i) Run(i);
}

void CacheFilling::Hit() {
  Run(++hits_ * kStride % entries_);
}

double CacheFilling::BytesPerEntry() {
  ForgetOutcome();
  const double before = LiveBytes();
  STREPLAY_CHECK(simulation_->Take({{}, ClearStep{}}, 0));
  return (before - LiveBytes()) / static_cast<double>(entries_);
}

void CacheFilling::Run(int64_t number) {
  InteractStep step;
  step.target = {"slider", "Number", {}, {}};
  step.value.emplace();
  step.value->kind = PlainValue::Kind::kInt;
  step.value->integer = number;
  STREPLAY_CHECK(simulation_->Take({{}, std::move(step)}, 0));
  if (++runs_kept_ == kRunsKept) ForgetOutcome();
}

void CacheFilling::ForgetOutcome() {
  runs_kept_ = 0;
  const Outcome outcome = simulation_->TakeOutcome();
  for (const RunOutcome& run : outcome.runs) STREPLAY_CHECK(run.status == RunStatus::kOk);
}

}  // namespace streplay::bench
