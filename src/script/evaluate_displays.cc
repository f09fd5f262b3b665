// Displays of lists, tuples, sets and dicts, and f-strings.
#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

Value ConvertField(Interpreter& interpreter, char conversion, Value value) {
  if (conversion == 'r') return Repr(interpreter, value);
  if (conversion == 's') return Str(interpreter, value);
  return value;
}

// Appends one part's text to `text`.
bool AppendPart(Interpreter& interpreter, Frame& frame, const FStringPart& part,
                std::string& text) {
  if (part.value == nullptr) {
    text += part.text;
    return true;
  }
  Value value = Evaluate(interpreter, frame, *part.value);
  if (value.empty()) return false;
  value = ConvertField(interpreter, part.conversion, std::move(value));
  if (value.empty()) return false;
  std::string specification;
  if (part.format != nullptr) {
    Value format = EvaluateFString(interpreter, frame, *part.format);
    if (format.empty()) return false;
    specification = *TextOf(format);
  }
  Value formatted = Format(interpreter, value, specification);
  if (formatted.empty()) return false;
  const std::string* piece = TextOf(formatted);
  if (piece == nullptr || !interpreter.CheckSize(text.size() + piece->size())) return false;
  text += *piece;
  return true;
}

// Moves keys and values, which take turns in `pairs`, into the dict.
bool SetPairs(Interpreter& interpreter, DictObject& dict, std::vector<Value>& pairs) {
  for (size_t i = 0; i < pairs.size(); i += 2) {
    if (!dict.Set(interpreter, pairs[i], std::move(pairs[i + 1]))) return false;
  }
  pairs.clear();
  return true;
}

}  // namespace

Value EvaluateFString(Interpreter& interpreter, Frame& frame, const FString& node) {
  std::string text;
  for (const FStringPart& part : node.parts) {
    if (!AppendPart(interpreter, frame, part, text)) return {};
  }
  return interpreter.heap().MakeString(std::move(text));
}

bool EvaluateItems(Interpreter& interpreter, Frame& frame, Expressions items,
                   std::vector<Value>& values) {
  values.reserve(items.size());
  for (const Expr* item : items) {
    const auto* starred = TryAs<Starred>(item);
    Value value = Evaluate(interpreter, frame, starred != nullptr ? *starred->value : *item);
    if (value.empty()) return false;
    if (starred == nullptr) {
      values.push_back(std::move(value));
      continue;
    }
    if (!IsIterableValue(value)) {
      interpreter.RaiseTypeError("Value after * must be an iterable, not " +
                                 TypeName(interpreter, value));
      return false;
    }
    if (!CollectItems(interpreter, value, values)) return false;
  }
  return true;
}

Value EvaluateList(Interpreter& interpreter, Frame& frame, const ListDisplay& node) {
  std::vector<Value> values;
  if (!EvaluateItems(interpreter, frame, node.items, values)) return {};
  return interpreter.heap().MakeList(std::move(values));
}

Value EvaluateTuple(Interpreter& interpreter, Frame& frame, const TupleDisplay& node) {
  if (node.constant != kNoConstant) {
    const Value& constant = frame.loaded.Constant(node.constant);
    if (!constant.empty()) return constant;
  }
  std::vector<Value> values;
  if (!EvaluateItems(interpreter, frame, node.items, values)) return {};
  Value tuple = interpreter.heap().MakeTuple(std::move(values));
  if (node.constant != kNoConstant) frame.loaded.Constant(node.constant) = tuple;
  return tuple;
}

Value EvaluateSet(Interpreter& interpreter, Frame& frame, const SetDisplay& node) {
  std::vector<Value> values;
  if (!EvaluateItems(interpreter, frame, node.items, values)) return {};
  Ref<SetObject> set = interpreter.heap().MakeSet();
  for (const Value& value : values) {
    if (!set->Add(interpreter, value)) return {};
  }
  return set;
}

Value EvaluateDict(Interpreter& interpreter, Frame& frame, const DictDisplay& node) {
  Ref<DictObject> dict = interpreter.heap().MakeDict();
  // As CPython does, keys are hashed only when all items up to the next `**` are evaluated.
  std::vector<Value> pairs;
  for (const DictItem& item : node.items) {
    if (item.key != nullptr) {
      pairs.push_back(Evaluate(interpreter, frame, *item.key));
      if (pairs.back().empty()) return {};
    }
    Value value = Evaluate(interpreter, frame, *item.value);
    if (value.empty()) return {};
    if (item.key != nullptr) {
      pairs.push_back(std::move(value));
      continue;
    }
    if (!SetPairs(interpreter, *dict, pairs)) return {};
    if (!IsMapping(interpreter, value)) {
      return interpreter.RaiseTypeError("'" + TypeName(interpreter, value) +
                                        "' object is not a mapping");
    }
    if (!MergeMapping(interpreter, *dict, value)) return {};
  }
  return SetPairs(interpreter, *dict, pairs) ? Value(dict) : Value();
}

bool IsMapping(Interpreter& interpreter, const Value& value) {
  if (value.Is<DictObject>()) return true;
  if (!value.is_object()) return false;
  Value keys = FindAttribute(interpreter, value, interpreter.heap().Intern("keys"));
  return !keys.empty();
}

bool MergeMapping(Interpreter& interpreter, DictObject& target, const Value& mapping) {
  if (auto* dict = mapping.As<DictObject>()) {
    size_t position = 0;
    while (const DictObject::Entry* entry = dict->NextEntry(position)) {
      Value key = entry->key;
      Value value = entry->value;
      if (!interpreter.Step() || !target.Set(interpreter, key, value)) return false;
    }
    return true;
  }
  Value keys = interpreter.CallMethod(mapping, interpreter.heap().Intern("keys"), {});
  if (keys.empty()) return false;
  return ForEach(interpreter, keys, [&](const Value& key) {
    Value value = GetItem(interpreter, mapping, key);
    return !value.empty() && target.Set(interpreter, key, value);
  });
}

}  // namespace streplay::script
