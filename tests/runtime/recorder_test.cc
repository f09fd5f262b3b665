#include "runtime/recorder.h"

#include "runtime/element_builder.h"
#include "support/catch.h"

namespace streplay {
namespace {

constexpr GeneratorId kOutside = 10;
constexpr GeneratorId kMade = 11;
constexpr GeneratorId kElement = 12;

const Profile& Documented() {
  return *FindProfile("documented");
}
const Profile& Streamlit() {
  return *FindProfile("streamlit-1.18");
}

RunningFunction Function(const char* name, CacheFamily family, bool allows_widgets,
                         size_t with_depth = 0) {
  RunningFunction function;
  function.name = name;
  function.family = family;
  function.allows_widgets = allows_widgets;
  function.with_depth = with_depth;
  return function;
}

DeltaMessagePtr Text() {
  return ElementBuilder(DeltaType::kText).Build();
}
DeltaMessagePtr Container() {
  return ElementBuilder(BlockType::kContainer).Build();
}

// Where the only message of the only running function is said to go.
GeneratorId PlaceOf(const Profile& profile, const Placement& placement, size_t with_depth = 0,
                    bool makes_container = false) {
  Recorder recorder(profile);
  recorder.Enter(Function("f", CacheFamily::kResource, false, with_depth));
  if (makes_container) {
    CHECK(recorder.Record(Container(), {}, {kMainGenerator, kMainGenerator, kMade, with_depth}));
  }
  CHECK(recorder.Record(Text(), {}, placement));
  return recorder.Leave().recording.back().place.called_on;
}

TEST_CASE("a plain element is recorded for the place of the call") {
  Placement plain{kMainGenerator, kMainGenerator, kElement, 0};
  CHECK(PlaceOf(Documented(), plain) == kMainGenerator);
  CHECK(PlaceOf(Streamlit(), plain) == kMainGenerator);
}

TEST_CASE("a plain element below a `with` around the call is recorded for the place of the call") {
  Placement inside{kMainGenerator, kOutside, kElement, 1};
  CHECK(PlaceOf(Documented(), inside, 1) == kMainGenerator);
  CHECK(PlaceOf(Streamlit(), inside, 1) == kMainGenerator);
}

TEST_CASE("`with` of a container made outside, entered inside, is where the profiles part") {
  Placement entered{kMainGenerator, kOutside, kElement, 1};
  CHECK(PlaceOf(Documented(), entered) == kNoGenerator);
  CHECK(PlaceOf(Streamlit(), entered) == kMainGenerator);
}

TEST_CASE("`with st.sidebar` entered inside replays in the sidebar, or in Streamlit at the call") {
  Placement entered{kMainGenerator, kSidebarGenerator, kElement, 1};
  CHECK(PlaceOf(Documented(), entered) == kSidebarGenerator);
  CHECK(PlaceOf(Streamlit(), entered) == kMainGenerator);
}

TEST_CASE("a call on a container made outside cannot be replayed") {
  Placement called{kOutside, kOutside, kElement, 0};
  CHECK(PlaceOf(Documented(), called) == kNoGenerator);
  CHECK(PlaceOf(Streamlit(), called) == kNoGenerator);
}

TEST_CASE("a container that the function made is known, by `with` and by call") {
  Placement entered{kMainGenerator, kMade, kElement, 1};
  Placement called{kMade, kMade, kElement, 0};
  for (const Profile* profile : {&Documented(), &Streamlit()}) {
    CHECK(PlaceOf(*profile, entered, 0, true) == kMade);
    CHECK(PlaceOf(*profile, called, 0, true) == kMade);
  }
}

// The outer function makes a container and calls the inner one inside it; where the inner
// function's element goes in the outer's recording.
GeneratorId PlaceInOuter(const Profile& profile, CacheFamily inner_family) {
  Recorder recorder(profile);
  recorder.Enter(Function("outer", CacheFamily::kResource, false));
  CHECK(recorder.Record(Container(), {}, {kMainGenerator, kMainGenerator, kMade, 0}));
  recorder.Enter(Function("inner", inner_family, false, 1));
  CHECK(recorder.Record(Text(), {}, {kMainGenerator, kMade, kElement, 1}));
  CHECK(recorder.Leave().recording.back().place.called_on == kMainGenerator);
  return recorder.Leave().recording.back().place.called_on;
}

TEST_CASE("an inner function's element in the outer one's container") {
  CHECK(PlaceInOuter(Documented(), CacheFamily::kResource) == kMade);
  CHECK(PlaceInOuter(Streamlit(), CacheFamily::kResource) == kMainGenerator);
  CHECK(PlaceInOuter(Streamlit(), CacheFamily::kData) == kMade);
}

std::vector<std::string> Forbidding(const Profile& profile,
                                    const std::vector<RunningFunction>& running) {
  Recorder recorder(profile);
  for (const RunningFunction& function : running) recorder.Enter(function);
  std::vector<std::string> names;
  for (const RunningFunction* function : recorder.FunctionsForbiddingWidgets()) {
    names.push_back(function->name);
  }
  return names;
}

TEST_CASE("which running functions forbid a widget") {
  using Names = std::vector<std::string>;
  auto data = CacheFamily::kData;
  auto resource = CacheFamily::kResource;
  std::vector<RunningFunction> inner_forbids = {Function("outer", resource, true),
                                                Function("inner", resource, false)};
  CHECK(Forbidding(Documented(), inner_forbids) == Names{"inner"});
  CHECK(Forbidding(Streamlit(), inner_forbids) == Names{});
  std::vector<RunningFunction> both_forbid = {Function("outer", resource, false),
                                              Function("inner", data, false)};
  CHECK(Forbidding(Documented(), both_forbid) == Names{"inner"});
  CHECK(Forbidding(Streamlit(), both_forbid) == Names{"inner", "outer"});
  std::vector<RunningFunction> other_family = {Function("outer", resource, false),
                                               Function("inner", data, true)};
  CHECK(Forbidding(Documented(), other_family) == Names{"outer"});
  CHECK(Forbidding(Streamlit(), other_family) == Names{"outer"});
  CHECK(Forbidding(Documented(), {}) == Names{});
}

TEST_CASE(
    "a data frame that belongs to no widget fails in Streamlit 1.18.1 only inside a function") {
  DeltaMessagePtr frame = ElementBuilder(DeltaType::kArrowDataFrame).Build();
  Placement plain{kMainGenerator, kMainGenerator, kElement, 0};
  Recorder outside(Streamlit());
  CHECK(outside.Record(frame, {}, plain));
  Recorder inside(Streamlit());
  inside.Enter(Function("f", CacheFamily::kData, true));
  CHECK(!inside.Record(frame, {}, plain));
  Recorder documented(Documented());
  documented.Enter(Function("f", CacheFamily::kData, true));
  CHECK(documented.Record(frame, {}, plain));
}

}  // namespace
}  // namespace streplay
