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

TEST_CASE("messages that are the same at the same place are held once") {
  const Recording known = {Text("a"), Text("b"), Text("c")};
  Recording recording = {Text("a"), Text("other"), Text("c"), Text("d")};
  ShareMessages(known, recording);
  CHECK(recording[0].message == known[0].message);
  CHECK(recording[1].message != known[1].message);
  CHECK(recording[1].message->element == Text("other").message->element);
  CHECK(recording[2].message == known[2].message);
  CHECK(recording[3].message->element == Text("d").message->element);
}

TEST_CASE("what a widget knows beside its fields counts, to the sign of a zero") {
  const Recording known = {SliderFrom(0.0)};
  Recording same = {SliderFrom(0.0)};
  Recording other = {SliderFrom(-0.0)};
  ShareMessages(known, same);
  ShareMessages(known, other);
  CHECK(same[0].message == known[0].message);
  CHECK(other[0].message != known[0].message);
}

}  // namespace
}  // namespace streplay
