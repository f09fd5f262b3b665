#include "scenario/plain_value.h"

namespace streplay {

const PlainValue* PlainValue::Find(const std::string& key) const {
  for (const PlainMember& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

bool PlainValue::operator==(const PlainValue& other) const {
  return kind == other.kind && boolean == other.boolean && integer == other.integer &&
         number == other.number && text == other.text && quoted == other.quoted &&
         items == other.items && members == other.members;
}

}  // namespace streplay
