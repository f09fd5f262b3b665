#include "stream/stream_writer.h"

#include <limits>

#include "support/catch.h"

namespace streplay {
namespace {

ElementPtr MakeElement(std::string type, Fields fields, std::string widget = {}) {
  return std::make_shared<const Element>(
      Element{std::move(type), std::move(widget), std::move(fields)});
}

std::string RecordText(const Record& record) {
  std::string text;
  AppendRecord(text, record);
  return text;
}

TEST_CASE("a stream is written as the format page shows it") {
  using Kind = DeltaRecord::Kind;
  ElementStream stream{"widgets/negate", "documented", {}};
  stream.records = {
      RunRecord{1, "main", RunCause::kRun},
      DeltaRecord{Kind::kElement, {0, 0}, MakeElement("empty", {}), ""},
      CacheRecord{CacheEvent::kMiss, "double", MissReason::kNoEntry},
      DeltaRecord{Kind::kElement,
                  {0, 1},
                  MakeElement("checkbox", {{"label", {"Negate"}}}, "checkbox-5f0e7a12-None"),
                  ""},
      CacheRecord{CacheEvent::kStore, "double", MissReason::kNone},
      DeltaRecord{Kind::kBlock, {0, 2}, MakeElement("container", {}), "double"},
      PrintRecord{"hi"},
      EndRecord{1, RunStatus::kSyntaxError}};
  CHECK(WriteStream(stream) ==
        R"({"streplay":1,"scenario":"widgets/negate","profile":"documented"}
{"op":"run","run":1,"session":"main","cause":"run"}
{"op":"element","path":[0,0],"type":"empty","fields":{}}
{"op":"cache","event":"miss","function":"double","reason":"no-entry"}
{"op":"element","path":[0,1],"type":"checkbox","widget":"checkbox-5f0e7a12-None","fields":{"label":"Negate"}}
{"op":"cache","event":"store","function":"double"}
{"op":"block","path":[0,2],"type":"container","fields":{},"replay":"double"}
{"op":"print","text":"hi"}
{"op":"end","run":1,"status":"syntax-error"}
)");
}

TEST_CASE("numbers keep their kind") {
  CHECK(FieldValueText({int64_t{1}}) == "1");
  CHECK(FieldValueText({1.0}) == "1.0");
  CHECK(FieldValueText({1e16}) == "1e+16");
  CHECK(FieldValueText({-0.0}) == "-0.0");
  CHECK(FieldValueText({std::numeric_limits<int64_t>::min()}) == "-9223372036854775808");
  CHECK(FieldValueText({std::numeric_limits<double>::quiet_NaN()}) == "\"NaN\"");
  CHECK(FieldValueText({-std::numeric_limits<double>::infinity()}) == "\"-Infinity\"");
}

TEST_CASE("values nest") {
  FieldValue value{Fields{{"a", {FieldList{{nullptr}, {true}, {false}}}}, {"b", {Fields{}}}}};
  CHECK(FieldValueText(value) == R"({"a":[null,true,false],"b":{}})");
}

TEST_CASE("only quotes, backslashes and control characters are escaped") {
  CHECK(RecordText(PrintRecord{"a\"b\\c\n\r\t/d"}) == R"({"op":"print","text":"a\"b\\c\n\r\t/d"})");
  CHECK(JsonStringText(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
  CHECK(JsonStringText("\xC2\x9B[31m") == R"("\u009b[31m")");
  CHECK(JsonStringText("é日本🎈\xC2\xA0") == "\"é日本🎈\xC2\xA0\"");
}

}  // namespace
}  // namespace streplay
