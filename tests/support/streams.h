// Short ways to write element streams in tests.
#ifndef STREPLAY_TESTS_SUPPORT_STREAMS_H_
#define STREPLAY_TESTS_SUPPORT_STREAMS_H_

#include <memory>
#include <string>
#include <utility>

#include "stream/element_stream.h"

namespace streplay {

// Adds records one after the other: StreamBuilder().Run().Markdown({0, 0}, "a").End().stream().
class StreamBuilder {
 public:
  StreamBuilder() : stream_{"a", "documented", {}} {}

  StreamBuilder& Run(RunCause cause = RunCause::kRun, std::string session = "main") {
    return Add(RunRecord{++run_, std::move(session), cause});
  }
  StreamBuilder& End(RunStatus status = RunStatus::kOk) { return Add(EndRecord{run_, status}); }
  StreamBuilder& Print(std::string text) { return Add(PrintRecord{std::move(text)}); }
  StreamBuilder& Hit(std::string function) {
    return Add(CacheRecord{CacheEvent::kHit, std::move(function), MissReason::kNone});
  }
  StreamBuilder& Miss(std::string function, MissReason reason = MissReason::kNoEntry) {
    return Add(CacheRecord{CacheEvent::kMiss, std::move(function), reason});
  }
  StreamBuilder& Element(DeltaPath path, std::string type, Fields fields = {},
                         std::string widget = {}, std::string replay = {}) {
    return Delta(DeltaRecord::Kind::kElement, std::move(path),
                 {std::move(type), std::move(widget), std::move(fields)}, std::move(replay));
  }
  StreamBuilder& Block(DeltaPath path, std::string type, Fields fields = {}) {
    return Delta(DeltaRecord::Kind::kBlock, std::move(path), {std::move(type), "", fields}, "");
  }
  StreamBuilder& Empty(DeltaPath path) { return Element(std::move(path), "empty"); }
  StreamBuilder& Markdown(DeltaPath path, std::string body) {
    return Element(std::move(path), "markdown", {{"body", {std::move(body)}}});
  }
  StreamBuilder& Checkbox(DeltaPath path, std::string label, std::string widget) {
    return Element(std::move(path), "checkbox", {{"label", {std::move(label)}}}, std::move(widget));
  }

  const ElementStream& stream() const { return stream_; }

 private:
  StreamBuilder& Delta(DeltaRecord::Kind kind, DeltaPath path, streplay::Element element,
                       std::string replay) {
    auto shared = std::make_shared<const streplay::Element>(std::move(element));
    return Add(DeltaRecord{kind, std::move(path), std::move(shared), std::move(replay)});
  }
  StreamBuilder& Add(Record record) {
    stream_.records.push_back(std::move(record));
    return *this;
  }

  ElementStream stream_;
  int run_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_STREAMS_H_
