#include "runtime/expectation_text.h"

#include <algorithm>

#include "stream/stream_writer.h"

namespace streplay {
namespace {

using Kind = PlainValue::Kind;

Fields FieldsOf(const std::vector<PlainMember>& members) {
  Fields fields;
  for (const PlainMember& member : members) {
    fields.emplace_back(member.key, FieldValueOf(member.value));
  }
  return fields;
}

std::optional<double> NumberOf(const FieldValue& value) {
  if (const auto* integer = std::get_if<int64_t>(&value.data)) return static_cast<double>(*integer);
  if (const auto* number = std::get_if<double>(&value.data)) return *number;
  return std::nullopt;
}

bool MembersMatch(const std::vector<PlainMember>& expected, const Fields& got) {
  if (expected.size() != got.size()) return false;
  return std::all_of(expected.begin(), expected.end(), [&](const PlainMember& member) {
    const FieldValue* value = FindField(got, member.key);
    return value != nullptr && Matches(member.value, *value);
  });
}

bool ItemsMatch(const std::vector<PlainValue>& expected, const FieldList& got) {
  return std::equal(expected.begin(), expected.end(), got.begin(), got.end(), Matches);
}

std::string NamedFields(const std::string& name, const Fields& fields) {
  if (fields.empty()) return name;
  std::string text = name + " ";
  AppendFields(text, fields);
  return text;
}

FieldValue PathValue(const DeltaPath& path) {
  FieldList list;
  for (int32_t index : path) list.push_back({static_cast<int64_t>(index)});
  return {std::move(list)};
}

}  // namespace

FieldValue FieldValueOf(const PlainValue& value) {
  switch (value.kind) {
    case Kind::kNull:
      return {nullptr};
    case Kind::kBool:
      return {value.boolean};
    case Kind::kInt:
      return {value.integer};
    case Kind::kFloat:
      return {value.number};
    case Kind::kString:
      return {value.text};
    case Kind::kMap:
      return {FieldsOf(value.members)};
    case Kind::kList:
      break;
  }
  FieldList list;
  for (const PlainValue& item : value.items) list.push_back(FieldValueOf(item));
  return {std::move(list)};
}

bool Matches(const PlainValue& expected, const FieldValue& got) {
  if (expected.IsNumber()) return NumberOf(got) == expected.AsNumber();
  if (const auto* list = std::get_if<FieldList>(&got.data)) {
    return expected.kind == Kind::kList && ItemsMatch(expected.items, *list);
  }
  if (const auto* fields = std::get_if<Fields>(&got.data)) {
    return expected.kind == Kind::kMap && MembersMatch(expected.members, *fields);
  }
  return FieldValueOf(expected) == got;
}

std::string ItemText(const ExpectedItem& item) {
  return NamedFields(item.name, FieldsOf(item.fields));
}

std::string ItemsText(const std::vector<ExpectedItem>& items) {
  std::string text = "[";
  for (const ExpectedItem& item : items) {
    text += (text.size() > 1 ? ", " : "") + ItemText(item);
  }
  return text + "]";
}

std::string ElementText(const DeltaRecord& record, const ExpectedItem* asked) {
  const Element& element = *record.element;
  if (asked == nullptr) return NamedFields(element.type, element.fields);
  Fields fields;
  for (const PlainMember& member : asked->fields) {
    const FieldValue* value = FindField(element.fields, member.key);
    if (value != nullptr) fields.emplace_back(member.key, *value);
    if (value == nullptr && member.key == "path") {
      fields.emplace_back(member.key, PathValue(record.path));
    }
  }
  return NamedFields(element.type, fields);
}

std::string CountsText(const std::map<std::string, int64_t>& counts) {
  std::string text = "{";
  for (const auto& [name, count] : counts) {
    text += (text.size() > 1 ? ", " : "") + name + ": " + std::to_string(count);
  }
  return text + "}";
}

std::string LinesText(const std::vector<std::string>& lines) {
  std::string text = "[";
  for (const std::string& line : lines) {
    if (text.size() > 1) text += ", ";
    AppendJsonString(text, line);
  }
  return text + "]";
}

}  // namespace streplay
