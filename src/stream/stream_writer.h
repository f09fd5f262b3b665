// Writes element streams in their canonical form (specs/stream-format.md): one JSON object a line,
// keys in the order of the format, nothing escaped but quotes, backslashes and control characters.
// Equal streams give equal bytes, so two canonical texts compare as streams do.
#ifndef STREPLAY_STREAM_STREAM_WRITER_H_
#define STREPLAY_STREAM_STREAM_WRITER_H_

#include <string>
#include <string_view>

#include "stream/element_stream.h"

namespace streplay {

inline constexpr int kStreamFormat = 1;

// The whole stream: its header line and one line a record, each ended by LF.
std::string WriteStream(const ElementStream& stream);

// One record without a line break.
void AppendRecord(std::string& text, const Record& record);

// Compact JSON. Integers have no fraction, doubles always have one or an exponent; NaN and the
// infinities are the strings that protobuf's JSON mapping gives them.
void AppendFieldValue(std::string& text, const FieldValue& value);
void AppendFields(std::string& text, const Fields& fields);
void AppendJsonString(std::string& text, std::string_view value);
void AppendPath(std::string& text, const DeltaPath& path);

std::string FieldValueText(const FieldValue& value);
std::string JsonStringText(std::string_view value);
std::string PathText(const DeltaPath& path);

}  // namespace streplay

#endif  // STREPLAY_STREAM_STREAM_WRITER_H_
