// Takes typed members out of an object of JSON. The first that is missing or of another kind is
// remembered as the problem of the whole document; what is returned then stands in for it.
#ifndef STREPLAY_REPORT_JSON_MEMBERS_H_
#define STREPLAY_REPORT_JSON_MEMBERS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "stream/field_value.h"

namespace streplay {

class JsonMembersReader {
 public:
  // `value` and `problem` outlive the reader. `place` says where it stands: "results[3]"; empty for
  // the document.
  JsonMembersReader(const FieldValue& value, std::string place, std::string& problem);

  bool Has(std::string_view name) const { return Find(name) != nullptr; }

  // These are required …
  std::string Text(std::string_view name);
  size_t Count(std::string_view name);  // a number from 0
  const FieldValue& Value(std::string_view name);
  const FieldList& List(std::string_view name);
  JsonMembersReader Object(std::string_view name);

  // … and these may be missing.
  std::string OptionalText(std::string_view name) { return Has(name) ? Text(name) : ""; }
  size_t OptionalCount(std::string_view name) { return Has(name) ? Count(name) : 0; }
  bool OptionalFlag(std::string_view name);
  const FieldList& OptionalList(std::string_view name);

  // "results[3].path".
  std::string PlaceOf(std::string_view name) const;
  void Refuse(std::string_view name, std::string_view why);

 private:
  const FieldValue* Find(std::string_view name) const;
  template <typename Kind>
  const Kind* Take(std::string_view name, std::string_view kind);

  const Fields* fields_ = nullptr;
  std::string place_;
  std::string& problem_;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_JSON_MEMBERS_H_
