#include "runtime/plain_to_value.h"

#include <vector>

#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/string_object.h"

namespace streplay {

using script::Value;

Value PlainToValue(script::Heap& heap, const PlainValue& plain) {
  switch (plain.kind) {
    case PlainValue::Kind::kNull:
      return Value::None();
    case PlainValue::Kind::kBool:
      return Value::Bool(plain.boolean);
    case PlainValue::Kind::kInt:
      return Value::Int(plain.integer);
    case PlainValue::Kind::kFloat:
      return Value::Float(plain.number);
    case PlainValue::Kind::kString:
      return heap.MakeString(plain.text);
    case PlainValue::Kind::kList: {
      std::vector<Value> items;
      for (const PlainValue& item : plain.items) items.push_back(PlainToValue(heap, item));
      return heap.MakeList(std::move(items));
    }
    case PlainValue::Kind::kMap: {
      script::Ref<script::DictObject> dict = heap.MakeDict();
      for (const PlainMember& member : plain.members) {
        dict->SetString(member.key, PlainToValue(heap, member.value));
      }
      return dict;
    }
  }
  return {};
}

}  // namespace streplay
