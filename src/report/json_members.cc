#include "report/json_members.h"

#include <cstdint>

namespace streplay {
namespace {

const FieldValue kNothing{nullptr};
const FieldList kNoList;

}  // namespace

JsonMembersReader::JsonMembersReader(const FieldValue& value, std::string place,
                                     std::string& problem)
    : fields_(std::get_if<Fields>(&value.data)), place_(std::move(place)), problem_(problem) {
  bool is_first = problem_.empty();
  if (fields_ == nullptr && is_first) {
    problem_ = (place_.empty() ? "the report" : "`" + place_ + "`") + " is no object";
  }
}

const FieldValue* JsonMembersReader::Find(std::string_view name) const {
  return fields_ == nullptr ? nullptr : FindField(*fields_, name);
}

std::string JsonMembersReader::PlaceOf(std::string_view name) const {
  return place_.empty() ? std::string(name) : place_ + "." + std::string(name);
}

void JsonMembersReader::Refuse(std::string_view name, std::string_view why) {
  if (problem_.empty()) problem_ = "`" + PlaceOf(name) + "` " + std::string(why);
}

const FieldValue& JsonMembersReader::Value(std::string_view name) {
  const FieldValue* found = Find(name);
  if (found != nullptr) return *found;
  Refuse(name, "is missing");
  return kNothing;
}

template <typename Kind>
const Kind* JsonMembersReader::Take(std::string_view name, std::string_view kind) {
  const Kind* taken = std::get_if<Kind>(&Value(name).data);
  if (taken == nullptr) Refuse(name, "is no " + std::string(kind));
  return taken;
}

std::string JsonMembersReader::Text(std::string_view name) {
  const auto* text = Take<std::string>(name, "text");
  return text == nullptr ? "" : *text;
}

// Lines and counts are an int somewhere.
size_t JsonMembersReader::Count(std::string_view name) {
  const auto* number = Take<int64_t>(name, "integer");
  if (number == nullptr) return 0;
  if (*number >= 0 && *number <= INT32_MAX) return static_cast<size_t>(*number);
  Refuse(name, "is out of range");
  return 0;
}

bool JsonMembersReader::OptionalFlag(std::string_view name) {
  if (!Has(name)) return false;
  const bool* flag = Take<bool>(name, "truth value");
  return flag != nullptr && *flag;
}

const FieldList& JsonMembersReader::List(std::string_view name) {
  const auto* list = Take<FieldList>(name, "list");
  return list == nullptr ? kNoList : *list;
}

const FieldList& JsonMembersReader::OptionalList(std::string_view name) {
  return Has(name) ? List(name) : kNoList;
}

JsonMembersReader JsonMembersReader::Object(std::string_view name) {
  return {Value(name), PlaceOf(name), problem_};
}

}  // namespace streplay
