// A YAML value as plain data: what a person types into a widget, an expected field, what a stub
// returns. It knows nothing of YAML's syntax but one thing: whether a scalar was quoted.
//
// Scalars follow the core schema of YAML 1.2 (specs/scenario-format.md): plain `true`, `4`, `4.5`
// and `null` are what they look like, quoted ones and everything else are strings; in particular
// `yes`, `no`, `on`, `off`, `2023-02-09` and `08:45` are strings.
#ifndef STREPLAY_SCENARIO_PLAIN_VALUE_H_
#define STREPLAY_SCENARIO_PLAIN_VALUE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace streplay {

struct PlainMember;

struct PlainValue {
  enum class Kind { kNull, kBool, kInt, kFloat, kString, kList, kMap };

  Kind kind = Kind::kNull;
  bool boolean = false;
  int64_t integer = 0;
  double number = 0;                 // kFloat; always finite unless written .inf or .nan
  std::string text;                  // kString: its characters; other scalars: as written
  bool quoted = false;               // scalars: "…", '…', | or >
  std::vector<PlainValue> items;     // kList
  std::vector<PlainMember> members;  // kMap, in the order of the file; keys are distinct

  bool IsScalar() const { return kind != Kind::kList && kind != Kind::kMap; }
  bool IsNumber() const { return kind == Kind::kInt || kind == Kind::kFloat; }
  // The number of a kInt or kFloat.
  double AsNumber() const { return kind == Kind::kInt ? static_cast<double>(integer) : number; }

  // The member's value, or null when there is none of that name.
  const PlainValue* Find(const std::string& key) const;

  bool operator==(const PlainValue&) const;
};

struct PlainMember {
  std::string key;
  PlainValue value;
  bool operator==(const PlainMember&) const = default;
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_PLAIN_VALUE_H_
