#include "runtime/shared_messages.h"

#include "runtime/element_builder.h"
#include "support/catch.h"

namespace streplay {
namespace {

RecordedMessage Text(const std::string& body) {
  RecordedMessage recorded;
  recorded.message = ElementBuilder(DeltaType::kText).SetText(FieldId::kBody, body).Build();
  return recorded;
}

RecordedMessage SliderFrom(double min) {
  ElementBuilder builder(DeltaType::kSlider);
  builder.message().widget.emplace().min = min;
  builder.message().widget->id = SharedText("slider-1-None");
  RecordedMessage recorded;
  recorded.message = builder.Build();
  return recorded;
}

KeptRecording Keep(Recording recording) {
  return ShareMessages({}, std::move(recording));
}

TEST_CASE("messages that are the same at the same place are held once") {
  const KeptRecording known = Keep({Text("a"), Text("b"), Text("c")});
  const KeptRecording kept = ShareMessages(known, {Text("a"), Text("other"), Text("c"), Text("d")});
  REQUIRE(kept.size() == 4);
  CHECK(kept[0] == known[0]);
  CHECK(kept[1].message != known[1].message);
  CHECK(kept[1].message->element == Text("other").message->element);
  CHECK(kept[1].place == known[1].place);
  CHECK(kept[2] == known[2]);
  CHECK(kept[3].message->element == Text("d").message->element);
}

TEST_CASE("the same message in another place is held once, its place is not") {
  const KeptRecording known = Keep({Text("a")});
  RecordedMessage elsewhere = Text("a");
  elsewhere.place.called_on = kSidebarGenerator;
  const KeptRecording kept = ShareMessages(known, {elsewhere});
  CHECK(kept[0].message == known[0].message);
  CHECK(kept[0].place->called_on == kSidebarGenerator);
  CHECK(known[0].place->called_on == kMainGenerator);
}

TEST_CASE("what a widget knows beside its fields counts, to the sign of a zero") {
  const KeptRecording known = Keep({SliderFrom(0.0)});
  CHECK(ShareMessages(known, {SliderFrom(0.0)})[0] == known[0]);
  CHECK(ShareMessages(known, {SliderFrom(-0.0)})[0].message != known[0].message);
}

}  // namespace
}  // namespace streplay
