#include "cli/deprecation_notice.h"

#include <string>
#include <variant>

namespace streplay {
namespace {

constexpr std::string_view kNoticeField = "notice";
constexpr std::string_view kDeprecated = "deprecated";

bool IsNotice(const Element& element) {
  if (element.type != "alert") return false;
  const FieldValue* notice = FindField(element.fields, kNoticeField);
  const auto* text = notice == nullptr ? nullptr : std::get_if<std::string>(&notice->data);
  return text != nullptr && *text == kDeprecated;
}

}  // namespace

bool IsDeprecationNotice(const Difference& difference, const ElementStream& got) {
  if (difference.kind != Difference::Kind::kExtra || !difference.got_record) return false;
  const auto* delta = std::get_if<DeltaRecord>(&got.records[*difference.got_record]);
  return delta != nullptr && delta->kind == DeltaRecord::Kind::kElement &&
         IsNotice(*delta->element);
}

}  // namespace streplay
