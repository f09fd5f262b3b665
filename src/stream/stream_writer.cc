// Every function appends to one string that grows for the whole stream; no JSON tree is built.
// Strings are copied in stretches: only the characters that need an escape end a stretch.
#include "stream/stream_writer.h"

#include <charconv>
#include <cmath>

#include "base/float_text.h"

namespace streplay {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

// How many bytes at `offset` need an escape: one for a quote, a backslash, a C0 control and DEL,
// two for a C1 control in its UTF-8 form, else none.
size_t EscapedLength(std::string_view value, size_t offset) {
  auto byte = static_cast<unsigned char>(value[offset]);
  if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F) return 1;
  if (byte != 0xC2 || offset + 1 >= value.size()) return 0;
  auto next = static_cast<unsigned char>(value[offset + 1]);
  return next >= 0x80 && next < 0xA0 ? 2 : 0;
}

void AppendEscape(std::string& text, unsigned char control) {
  switch (control) {
    case '"':
      text += "\\\"";
      return;
    case '\\':
      text += "\\\\";
      return;
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      text += "\\u00";
      text += kHexDigits[control >> 4];
      text += kHexDigits[control & 0xF];
  }
}

void AppendInteger(std::string& text, int64_t value) {
  char buffer[24];
  text.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void AppendDouble(std::string& text, double value) {
  if (std::isnan(value)) {
    text += "\"NaN\"";
  } else if (std::isinf(value)) {
    text += value < 0 ? "\"-Infinity\"" : "\"Infinity\"";
  } else {
    text += FloatText(value);
  }
}

void AppendKey(std::string& text, std::string_view key, std::string_view value) {
  text += ",\"";
  text += key;
  text += "\":";
  AppendJsonString(text, value);
}

struct ValueAppender {
  std::string& text;

  void operator()(std::nullptr_t) const { text += "null"; }
  void operator()(bool value) const { text += value ? "true" : "false"; }
  void operator()(int64_t value) const { AppendInteger(text, value); }
  void operator()(double value) const { AppendDouble(text, value); }
  void operator()(const std::string& value) const { AppendJsonString(text, value); }
  void operator()(const Fields& fields) const { AppendFields(text, fields); }
  void operator()(const FieldList& list) const {
    text += '[';
    for (size_t i = 0; i < list.size(); ++i) {
      if (i > 0) text += ',';
      AppendFieldValue(text, list[i]);
    }
    text += ']';
  }
};

struct RecordAppender {
  std::string& text;

  void operator()(const RunRecord& record) const {
    text += R"({"op":"run","run":)";
    AppendInteger(text, record.run);
    AppendKey(text, "session", record.session);
    AppendKey(text, "cause", RunCauseName(record.cause));
  }
  void operator()(const DeltaRecord& record) const {
    bool is_element = record.kind == DeltaRecord::Kind::kElement;
    text += is_element ? R"({"op":"element","path":)" : R"({"op":"block","path":)";
    AppendPath(text, record.path);
    AppendKey(text, "type", record.element->type);
    if (!record.element->widget.empty()) AppendKey(text, "widget", record.element->widget);
    text += ",\"fields\":";
    AppendFields(text, record.element->fields);
    if (!record.replay.empty()) AppendKey(text, "replay", record.replay);
  }
  void operator()(const CacheRecord& record) const {
    text += R"({"op":"cache")";
    AppendKey(text, "event", CacheEventName(record.event));
    AppendKey(text, "function", record.function);
    if (record.reason != MissReason::kNone) {
      AppendKey(text, "reason", MissReasonName(record.reason));
    }
  }
  void operator()(const PrintRecord& record) const {
    text += R"({"op":"print")";
    AppendKey(text, "text", record.text);
  }
  void operator()(const EndRecord& record) const {
    text += R"({"op":"end","run":)";
    AppendInteger(text, record.run);
    AppendKey(text, "status", RunStatusName(record.status));
  }
};

}  // namespace

std::string WriteStream(const ElementStream& stream) {
  std::string text = R"({"streplay":)";
  AppendInteger(text, kStreamFormat);
  AppendKey(text, "scenario", stream.scenario);
  AppendKey(text, "profile", stream.profile);
  text += "}\n";
  for (const Record& record : stream.records) {
    AppendRecord(text, record);
    text += '\n';
  }
  return text;
}

void AppendRecord(std::string& text, const Record& record) {
  std::visit(RecordAppender{text}, record);
  text += '}';
}

void AppendFieldValue(std::string& text, const FieldValue& value) {
  std::visit(ValueAppender{text}, value.data);
}

void AppendFields(std::string& text, const Fields& fields) {
  text += '{';
  for (size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) text += ',';
    AppendJsonString(text, fields[i].first);
    text += ':';
    AppendFieldValue(text, fields[i].second);
  }
  text += '}';
}

void AppendJsonString(std::string& text, std::string_view value) {
  text += '"';
  size_t stretch = 0;
  for (size_t offset = 0; offset < value.size();) {
    size_t escaped = EscapedLength(value, offset);
    if (escaped == 0) {
      ++offset;
      continue;
    }
    text.append(value.substr(stretch, offset - stretch));
    AppendEscape(text, static_cast<unsigned char>(value[offset + escaped - 1]));
    offset += escaped;
    stretch = offset;
  }
  text.append(value.substr(stretch));
  text += '"';
}

void AppendPath(std::string& text, const DeltaPath& path) {
  text += '[';
  for (size_t i = 0; i < path.size(); ++i) {
    if (i > 0) text += ',';
    AppendInteger(text, path[i]);
  }
  text += ']';
}

std::string FieldValueText(const FieldValue& value) {
  std::string text;
  AppendFieldValue(text, value);
  return text;
}

std::string JsonStringText(std::string_view value) {
  std::string text;
  AppendJsonString(text, value);
  return text;
}

std::string PathText(const DeltaPath& path) {
  std::string text;
  AppendPath(text, path);
  return text;
}

}  // namespace streplay
