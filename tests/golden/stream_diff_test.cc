#include "golden/stream_diff.h"

#include <limits>

#include "stream/stream_writer.h"
#include "support/catch.h"
#include "support/streams.h"

namespace streplay {
namespace {

std::string Text(const Difference& difference) {
  constexpr const char* kKinds[] = {"changed", "moved", "missing", "extra"};
  std::string text = kKinds[static_cast<size_t>(difference.kind)];
  text += " in run " + std::to_string(difference.run) + ": " + difference.what;
  if (difference.path) text += " " + PathText(*difference.path);
  if (!difference.field.empty()) text += " " + difference.field;
  if (difference.kind == Difference::Kind::kChanged ||
      difference.kind == Difference::Kind::kMoved) {
    text += " " + difference.expected.value_or("-") + " -> " + difference.got.value_or("-");
  }
  if (difference.following > 0) text += " +" + std::to_string(difference.following);
  return text;
}

std::vector<std::string> Diff(const StreamBuilder& expected, const StreamBuilder& got,
                              const Comparison& comparison = WithGolden()) {
  std::vector<std::string> texts;
  for (const Difference& difference : DiffStreams(expected.stream(), got.stream(), comparison)) {
    texts.push_back(Text(difference));
  }
  return texts;
}

using Texts = std::vector<std::string>;

StreamBuilder Page() {
  return StreamBuilder()
      .Run()
      .Empty({0, 0})
      .Markdown({0, 1}, "a")
      .Empty({0, 2})
      .Markdown({0, 3}, "b");
}

TEST_CASE("equal streams have no difference") {
  CHECK(Diff(Page().End(), Page().End()).empty());
  CHECK(Diff(StreamBuilder(), StreamBuilder()).empty());
  double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(Diff(StreamBuilder().Run().Element({0, 0}, "metric", {{"x", {nan}}}).End(),
             StreamBuilder().Run().Element({0, 0}, "metric", {{"x", {"NaN"}}}).End())
            .empty());
}

TEST_CASE("a changed field is named with both values") {
  CHECK(Diff(Page().End(), StreamBuilder()
                               .Run()
                               .Empty({0, 0})
                               .Markdown({0, 1}, "a")
                               .Empty({0, 2})
                               .Markdown({0, 3}, "c")
                               .End()) ==
        Texts{R"(changed in run 1: markdown [0,3] body "b" -> "c")"});
}

TEST_CASE("a nested field is named by its innermost place") {
  auto chart = [](int64_t width, const char* mark) {
    Fields spec{{"mark", {Fields{{"type", {mark}}}}}, {"widths", {FieldList{{width}, {true}}}}};
    return StreamBuilder().Run().Element({0, 0}, "chart", {{"spec", {spec}}}).End();
  };
  CHECK(Diff(chart(1, "line"), chart(2, "bar")) ==
        Texts{R"(changed in run 1: chart [0,0] spec.mark.type "line" -> "bar")",
              "changed in run 1: chart [0,0] spec.widths[0] 1 -> 2"});
}

TEST_CASE("an integer is not a double") {
  CHECK(Diff(StreamBuilder().Run().Element({0, 0}, "slider", {{"min", {int64_t{1}}}}).End(),
             StreamBuilder().Run().Element({0, 0}, "slider", {{"min", {1.0}}}).End()) ==
        Texts{"changed in run 1: slider [0,0] min 1 -> 1.0"});
}

TEST_CASE("a field that one side lacks is absent there") {
  CHECK(Diff(StreamBuilder().Run().Element({0, 0}, "text", {{"help", {"h"}}}).End(),
             StreamBuilder().Run().Element({0, 0}, "text", {{"body", {"b"}}}).End()) ==
        Texts{R"(changed in run 1: text [0,0] help "h" -> -)",
              R"(changed in run 1: text [0,0] body - -> "b")"});
}

TEST_CASE("an inserted element is one difference, whatever it moves") {
  StreamBuilder got = StreamBuilder()
                          .Run()
                          .Empty({0, 0})
                          .Markdown({0, 1}, "new")
                          .Markdown({0, 2}, "a")
                          .Empty({0, 3})
                          .Markdown({0, 4}, "b")
                          .End();
  CHECK(Diff(Page().End(), got) == Texts{"extra in run 1: markdown [0,1]"});
  CHECK(Diff(got, Page().End()) == Texts{"missing in run 1: markdown [0,1]"});
}

TEST_CASE("what stands in a moved container moves with it") {
  auto page = [](int32_t at) {
    StreamBuilder builder;
    builder.Run();
    if (at == 1) builder.Markdown({0, 0}, "new");
    return builder.Block({0, at}, "container")
        .Markdown({0, at, 0}, "x")
        .Block({0, at, 1}, "container")
        .Markdown({0, at, 1, 0}, "y")
        .End();
  };
  CHECK(Diff(page(0), page(1)) == Texts{"extra in run 1: markdown [0,0]"});
}

TEST_CASE("a missing container is one difference with all that it holds") {
  StreamBuilder whole = StreamBuilder()
                            .Run()
                            .Block({0, 0}, "form")
                            .Markdown({0, 0, 0}, "x")
                            .Block({0, 0, 1}, "container")
                            .Markdown({0, 0, 1, 0}, "y")
                            .Markdown({0, 1}, "z")
                            .End();
  CHECK(Diff(whole, StreamBuilder().Run().Markdown({0, 0}, "z").End()) ==
        Texts{"missing in run 1: form [0,0] +3"});
}

TEST_CASE("one touched path index is one difference") {
  CHECK(Diff(Page().End(), StreamBuilder()
                               .Run()
                               .Empty({0, 0})
                               .Markdown({0, 5}, "a")
                               .Empty({0, 2})
                               .Markdown({0, 3}, "b")
                               .End()) ==
        Texts{"moved in run 1: markdown [0,5] path [0,1] -> [0,5]"});
}

TEST_CASE("elements that all moved by the same unexplained offset are one difference") {
  CHECK(Diff(Page().End(), StreamBuilder()
                               .Run()
                               .Empty({0, 0})
                               .Markdown({0, 2}, "a")
                               .Empty({0, 3})
                               .Markdown({0, 4}, "b")
                               .End()) ==
        Texts{"moved in run 1: markdown [0,2] path [0,1] -> [0,2] +2"});
}

TEST_CASE("an element in another container has moved") {
  CHECK(Diff(StreamBuilder().Run().Markdown({1, 0}, "a").Markdown({0, 0}, "b").End(),
             StreamBuilder().Run().Markdown({0, 0}, "a").Markdown({0, 1}, "b").End()) ==
        Texts{"moved in run 1: markdown [0,0] path [1,0] -> [0,0]",
              "moved in run 1: markdown [0,1] path [0,0] -> [0,1]"});
}

TEST_CASE("another type in the same place is a change of type") {
  CHECK(Diff(StreamBuilder().Run().Markdown({0, 0}, "a").Markdown({0, 1}, "b").End(),
             StreamBuilder().Run().Markdown({0, 0}, "a").Element({0, 1}, "text").End()) ==
        Texts{R"(changed in run 1: text [0,1] type "markdown" -> "text")"});
  CHECK(Diff(StreamBuilder().Run().Element({0, 0}, "tab").End(),
             StreamBuilder().Run().Block({0, 0}, "tab").End()) ==
        Texts{R"(changed in run 1: tab [0,0] op "element" -> "block")"});
}

TEST_CASE("printed lines, statuses and cache events are compared") {
  CHECK(Diff(StreamBuilder().Run().Hit("f").Print("a").End(),
             StreamBuilder().Run().Miss("f").Print("b").End(RunStatus::kStop)) ==
        Texts{"missing in run 1: cache hit", "extra in run 1: cache miss",
              R"(changed in run 1: print text "a" -> "b")",
              R"(changed in run 1: end status "ok" -> "stop")"});
  CHECK(Diff(StreamBuilder().Run().Miss("f", MissReason::kExpired).End(),
             StreamBuilder().Run().Miss("f").End()) ==
        Texts{R"(changed in run 1: cache miss reason "expired" -> "no-entry")"});
}

TEST_CASE("an inserted run is one difference") {
  StreamBuilder three = StreamBuilder()
                            .Run()
                            .Markdown({0, 0}, "1")
                            .End()
                            .Run(RunCause::kInteract)
                            .Markdown({0, 0}, "2")
                            .End()
                            .Run(RunCause::kInteract)
                            .Markdown({0, 0}, "3")
                            .End();
  StreamBuilder two = StreamBuilder()
                          .Run()
                          .Markdown({0, 0}, "1")
                          .End()
                          .Run(RunCause::kInteract)
                          .Markdown({0, 0}, "3")
                          .End();
  CHECK(Diff(three, two) == Texts{"missing in run 2: run +2"});
  CHECK(Diff(two, three) == Texts{"extra in run 2: run +2"});
}

TEST_CASE("a run of another session or cause is compared with the one in its place") {
  CHECK(Diff(StreamBuilder().Run().Markdown({0, 0}, "1").End(),
             StreamBuilder().Run(RunCause::kCall, "bob").Markdown({0, 0}, "1").End()) ==
        Texts{R"(changed in run 1: run session "main" -> "bob")",
              R"(changed in run 1: run cause "run" -> "call")"});
}

TEST_CASE("the header counts in a golden") {
  ElementStream expected{"a", "documented", {}}, got{"b", "streamlit-1.18", {}};
  std::vector<Difference> found = DiffStreams(expected, got, WithGolden());
  REQUIRE(found.size() == 2);
  CHECK(Text(found[0]) == R"(changed in run 0: header scenario "a" -> "b")");
  CHECK(DiffStreams(expected, got, WithExternal({})).empty());
}

TEST_CASE("a widget's id counts in a golden, but not beside a changed field") {
  auto page = [](const char* label, const char* id) {
    return StreamBuilder().Run().Checkbox({0, 0}, label, id).End();
  };
  CHECK(Diff(page("x", "checkbox-1"), page("x", "checkbox-2")) ==
        Texts{R"(changed in run 1: checkbox [0,0] widget "checkbox-1" -> "checkbox-2")"});
  CHECK(Diff(page("x", "checkbox-1"), page("y", "checkbox-2")) ==
        Texts{R"(changed in run 1: checkbox [0,0] label "x" -> "y")"});
}

TEST_CASE("an external stream may name its widgets otherwise, but consistently") {
  auto pages = [](const char* first, const char* second) {
    return StreamBuilder()
        .Run()
        .Checkbox({0, 0}, "x", first)
        .End()
        .Run()
        .Checkbox({0, 0}, "x", second)
        .End();
  };
  CHECK(Diff(pages("a", "a"), pages("b", "b"), WithExternal({})).empty());
  CHECK(Diff(pages("a", "a"), pages("b", "c"), WithExternal({})) ==
        Texts{R"(changed in run 2: checkbox [0,0] widget "a" -> "c")"});
  CHECK(Diff(pages("a", "b"), pages("c", "c"), WithExternal({})) ==
        Texts{R"(changed in run 2: checkbox [0,0] widget "b" -> "c")"});
}

TEST_CASE("an external stream is compared without the model's own evidence") {
  CHECK(Diff(StreamBuilder().Run().Hit("f").Element({0, 0}, "text", {}, "", "f").End(),
             StreamBuilder().Run().Element({0, 0}, "text").End(), WithExternal({}))
            .empty());
}

TEST_CASE("opaque data equals any data of an external element of the same type") {
  auto frame = [](std::optional<FieldValue> data, const char* title) {
    Fields fields{{"title", {title}}};
    if (data) fields.emplace_back("data", *data);
    return StreamBuilder().Run().Element({0, 0}, "arrow_data_frame", fields).End();
  };
  FieldValue opaque = OpaqueFieldValue("numpy.zeros(3)");
  FieldValue nested{FieldList{opaque, {int64_t{1}}}};
  CHECK(Diff(frame(opaque, "t"), frame(FieldValue{int64_t{3}}, "t"), WithExternal({})).empty());
  CHECK(Diff(frame(opaque, "t"), frame({}, "t"), WithExternal({})).empty());
  CHECK(Diff(frame(nested, "t"), frame(FieldValue{FieldList{{true}, {int64_t{2}}}}, "t"),
             WithExternal({})) == Texts{"changed in run 1: arrow_data_frame [0,0] data[1] 1 -> 2"});
  CHECK(Diff(frame(opaque, "t"), frame({}, "u"), WithExternal({})) ==
        Texts{R"(changed in run 1: arrow_data_frame [0,0] title "t" -> "u")"});
  CHECK(Diff(frame(opaque, "t"), frame({}, "t")).size() == 1);
}

TEST_CASE("only the fields that count are compared with an external stream") {
  auto page = [](const char* format) {
    return StreamBuilder().Run().Element({0, 0}, "slider", {{"format", {format}}}).End();
  };
  auto counts = [](std::string_view type, std::string_view field) {
    return type == "slider" && field != "format";
  };
  CHECK(Diff(page("%d"), page("%f"), WithExternal(counts)).empty());
  CHECK(Diff(page("%d"), page("%f"), WithExternal({})).size() == 1);
}

TEST_CASE("many repeated elements with a few changes among them") {
  auto page = [](const std::vector<int>& left_out) {
    StreamBuilder builder;
    builder.Run();
    int32_t at = 0;
    for (int i = 0; i < 60; ++i) {
      if (std::find(left_out.begin(), left_out.end(), i) != left_out.end()) continue;
      builder.Empty({0, at});
      builder.Markdown({0, at + 1}, i % 7 == 0 ? "seven" : "other");
      at += 2;
    }
    return builder.End();
  };
  // Two pairs of elements less: four missing, nothing moved.
  Texts found = Diff(page({}), page({14, 35}));
  CHECK(found.size() == 4);
  for (const std::string& text : found) CHECK(text.rfind("missing in run 1: ", 0) == 0);
}

TEST_CASE("an object of many fields is compared in any order") {
  auto page = [](size_t first, size_t changed) {
    Fields fields;
    for (size_t i = 0; i < 20000; ++i) {
      size_t name = (first + i) % 20000;
      fields.emplace_back("f" + std::to_string(name),
                          FieldValue{static_cast<int64_t>(name == changed ? 1 : 0)});
    }
    return StreamBuilder().Run().Element({0, 0}, "json", {{"body", {fields}}}).End();
  };
  CHECK(Diff(page(0, 7), page(10000, 15000)) ==
        Texts{"changed in run 1: json [0,0] body.f7 1 -> 0",
              "changed in run 1: json [0,0] body.f15000 0 -> 1"});
}

TEST_CASE("an element inserted anywhere is one difference") {
  auto page = [](int inserted_at) {
    StreamBuilder builder;
    builder.Run();
    int32_t at = 0;
    for (int i = 0; i < 40; ++i) {
      if (i == inserted_at) builder.Markdown({0, at++}, "new");
      builder.Markdown({0, at++}, std::to_string(i % 5));
    }
    return builder.End();
  };
  for (int at = 0; at < 40; ++at) {
    std::string place = "markdown [0," + std::to_string(at) + "]";
    CHECK(Diff(page(-1), page(at)) == Texts{"extra in run 1: " + place});
    CHECK(Diff(page(at), page(-1)) == Texts{"missing in run 1: " + place});
  }
}

TEST_CASE("one element inserted among 100,000 is one difference") {
  auto page = [](int inserted_at) {
    StreamBuilder builder;
    builder.Run();
    int32_t at = 0;
    for (int i = 0; i < 100000; ++i) {
      if (i == inserted_at) builder.Markdown({0, at++}, "new");
      builder.Markdown({0, at++}, std::to_string(i % 5000));
    }
    return builder.End();
  };
  CHECK(Diff(page(-1), page(41234)) == Texts{"extra in run 1: markdown [0,41234]"});
}

TEST_CASE("as many differences as there are records are each told once") {
  auto page = [](int changed_every, bool shifted) {
    StreamBuilder builder;
    builder.Run();
    int32_t at = 0;
    for (int i = 0; i < 20000; ++i) {
      if (shifted && i % 1000 == 0) builder.Markdown({0, at++}, "new");
      bool is_changed = changed_every > 0 && i % changed_every == 0;
      builder.Markdown({0, at++}, std::to_string(i % 5000) + (is_changed ? "!" : ""));
    }
    return builder.End();
  };
  StreamBuilder expected = page(0, false);
  CHECK(Diff(expected, page(0, true)).size() == 20);
  CHECK(Diff(expected, page(500, false)).size() == 40);
  CHECK(Diff(expected, page(1, false)).size() == 20000);
}

}  // namespace
}  // namespace streplay
