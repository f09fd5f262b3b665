#include "golden/field_diff.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "stream/stream_writer.h"

namespace streplay {
namespace {

std::optional<std::string> TextOf(const FieldValue* value) {
  if (value == nullptr) return std::nullopt;
  return FieldValueText(*value);
}

// Finds fields by name. Objects that are compared mostly agree, so the place where the field stands
// on the other side is looked at first; a table is made only when that fails.
class FieldIndex {
 public:
  explicit FieldIndex(const Fields& fields) : fields_(fields) {}

  const FieldValue* Find(const std::string& name, size_t likely) {
    if (likely < fields_.size() && fields_[likely].first == name) return &fields_[likely].second;
    if (table_.empty()) {
      for (const NamedField& field : fields_) table_.emplace(field.first, &field.second);
    }
    auto found = table_.find(name);
    return found == table_.end() ? nullptr : found->second;
  }

 private:
  const Fields& fields_;
  std::map<std::string_view, const FieldValue*> table_;
};

class FieldComparer {
 public:
  explicit FieldComparer(bool opaque_is_anything) : opaque_is_anything_(opaque_is_anything) {}

  void CompareObjects(const Fields& expected, const Fields& got, const std::string& prefix) {
    FieldIndex expected_fields(expected), got_fields(got);
    for (size_t i = 0; i < expected.size(); ++i) {
      const auto& [name, value] = expected[i];
      CompareValues(&value, got_fields.Find(name, i), prefix + name);
    }
    for (size_t i = 0; i < got.size(); ++i) {
      const auto& [name, value] = got[i];
      if (expected_fields.Find(name, i) == nullptr) CompareValues(nullptr, &value, prefix + name);
    }
  }

  std::vector<FieldDifference> TakeFound() { return std::move(found_); }

 private:
  void CompareValues(const FieldValue* expected, const FieldValue* got, const std::string& place) {
    if (expected != nullptr && got != nullptr && *expected == *got) return;
    if (opaque_is_anything_ && (Opaque(expected) || Opaque(got))) return;
    if (expected != nullptr && got != nullptr && GoInto(*expected, *got, place)) return;
    FieldDifference difference{place, TextOf(expected), TextOf(got)};
    // NaN is unequal to itself, yet its text is not; a golden holds texts.
    if (difference.expected != difference.got) found_.push_back(std::move(difference));
  }

  static bool Opaque(const FieldValue* value) { return value != nullptr && IsOpaque(*value); }

  // True when the two are containers whose parts were compared one by one.
  bool GoInto(const FieldValue& expected, const FieldValue& got, const std::string& place) {
    const auto* expected_object = std::get_if<Fields>(&expected.data);
    const auto* got_object = std::get_if<Fields>(&got.data);
    if (expected_object != nullptr && got_object != nullptr) {
      CompareObjects(*expected_object, *got_object, place + ".");
      return true;
    }
    const auto* expected_list = std::get_if<FieldList>(&expected.data);
    const auto* got_list = std::get_if<FieldList>(&got.data);
    if (expected_list == nullptr || got_list == nullptr) return false;
    if (expected_list->size() != got_list->size()) return false;
    for (size_t i = 0; i < expected_list->size(); ++i) {
      CompareValues(&(*expected_list)[i], &(*got_list)[i], place + "[" + std::to_string(i) + "]");
    }
    return true;
  }

  bool opaque_is_anything_;
  std::vector<FieldDifference> found_;
};

}  // namespace

std::vector<FieldDifference> DiffFields(const Fields& expected, const Fields& got,
                                        bool opaque_is_anything) {
  FieldComparer comparer(opaque_is_anything);
  comparer.CompareObjects(expected, got, "");
  return comparer.TakeFound();
}

bool HoldsOpaque(const FieldValue& value) {
  if (IsOpaque(value)) return true;
  if (const auto* list = std::get_if<FieldList>(&value.data)) {
    return std::any_of(list->begin(), list->end(), HoldsOpaque);
  }
  const auto* fields = std::get_if<Fields>(&value.data);
  return fields != nullptr && std::any_of(fields->begin(), fields->end(), [](const auto& field) {
           return HoldsOpaque(field.second);
         });
}

}  // namespace streplay
