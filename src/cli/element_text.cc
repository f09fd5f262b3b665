#include "cli/element_text.h"

#include <algorithm>
#include <array>

#include "report/style.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

// In the order in which they are looked for; the exception's name goes with its message.
constexpr std::array<std::string_view, 6> kHeadlineFields = {"label",   "body", "exception",
                                                             "message", "name", "text"};
constexpr size_t kMaxValueCells = 48;

// What says how an element is drawn rather than what it shows; it stands in the stream.
bool IsPlumbing(const std::string& name, const FieldValue& value) {
  if (name == "theme" || name == "use_container_width") return true;
  const auto* text = std::get_if<std::string>(&value.data);
  return name == "element_type" && text != nullptr && *text == "NATIVE";
}

bool IsHeadlineField(std::string_view name) {
  return std::find(kHeadlineFields.begin(), kHeadlineFields.end(), name) != kHeadlineFields.end();
}

const std::string* TextField(const Element& element, std::string_view name) {
  const FieldValue* value = FindField(element.fields, name);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
}

const char* MissText(MissReason reason) {
  switch (reason) {
    case MissReason::kNone:
      return "";
    case MissReason::kNoEntry:
      return ": no entry for these arguments";
    case MissReason::kNewWidgetValues:
      return ": no entry for these widget values";
    case MissReason::kExpired:
      return ": its entry has expired";
    case MissReason::kInvalid:
      return ": `validate` refused its entry";
  }
  return "";
}

}  // namespace

std::string ElementHeadline(const Element& element) {
  std::string headline;
  for (std::string_view name : kHeadlineFields) {
    const std::string* text = TextField(element, name);
    if (text == nullptr) continue;
    if (!headline.empty()) headline += ": ";
    headline += *text;
  }
  return headline;
}

std::string ElementDetails(const Element& element) {
  std::string details;
  for (const auto& [name, value] : element.fields) {
    if (IsHeadlineField(name) && std::holds_alternative<std::string>(value.data)) continue;
    if (IsPlumbing(name, value)) continue;
    if (!details.empty()) details += ' ';
    details += name + "=" + CutToWidth(FieldValueText(value), kMaxValueCells);
  }
  return details;
}

std::string CacheText(const CacheRecord& record) {
  std::string function = "`" + record.function + "`";
  switch (record.event) {
    case CacheEvent::kMiss:
      return "miss " + function + MissText(record.reason);
    case CacheEvent::kHit:
      return "hit " + function + ": what it showed is replayed";
    case CacheEvent::kStore:
      return "store " + function;
    case CacheEvent::kDiscard:
      return "discard " + function + ": its result is not kept";
    case CacheEvent::kEvict:
      return "evict " + function + ": its oldest entry makes room";
    case CacheEvent::kClear:
      return "clear " + function;
  }
  return function;
}

}  // namespace streplay
