// A field is a property whose getter is a callable that knows the item's index. The constructor
// reads fields and defaults from its class (`_fields`, `_field_defaults`), as a script can.
#include "script/named_tuple.h"

#include <set>

#include "base/utf8.h"
#include "script/descriptor_objects.h"
#include "script/dict_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/text_repr.h"
#include "script/token.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

class ItemGetter : public Object {
 public:
  ItemGetter(Heap& heap, size_t index)
      : Object(*heap.classes().native_function, ObjectKind::kNative), index_(index) {}

  bool IsCallable() const override { return true; }
  Value Call(Interpreter&, const Arguments& arguments) override {
    return arguments.positional[0].As<TupleObject>()->items()[index_];
  }

 private:
  size_t index_;
};

const std::vector<Value>& FieldsOf(const ClassObject& type) {
  return type.Find(type.owner_heap().Intern("_fields"))->As<TupleObject>()->items();
}

// Binds as CPython's generated __new__, which counts the class as the first argument.
Value ConstructNamedTuple(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Heap& heap = interpreter.heap();
  const std::vector<Value>& fields = FieldsOf(type);
  auto* defaults = type.Find(heap.Intern("_field_defaults"))->As<DictObject>();
  std::vector<SignatureParameter> parameters = {
      {heap.Intern("_cls"), ParameterKind::kPositionalOrKeyword, false}};
  std::vector<Value> default_values(1);
  for (const Value& field : fields) {
    const Value* fallback = defaults->FindString(*TextOf(field));
    parameters.push_back(
        {heap.Intern(*TextOf(field)), ParameterKind::kPositionalOrKeyword, fallback != nullptr});
    default_values.push_back(fallback != nullptr ? *fallback : Value());
  }
  Signature signature(std::move(parameters));
  std::vector<Value> positional = {Value(&type)};
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  std::vector<Value> bound(signature.size());
  std::string name = std::string(heap.Text(type.name())) + ".__new__";
  Callable callable = {name, &signature, default_values, ArityMessages::kPython, {}};
  if (!BindArguments(interpreter, callable, {positional, arguments.keywords}, bound)) return {};
  bound.erase(bound.begin());
  return heap.New<NamedTupleObject>(type, std::move(bound));
}

Value TupleReplace(Interpreter& interpreter, Values arguments) {
  auto* self = arguments[0].As<TupleObject>();
  auto* changes = arguments[1].As<DictObject>();
  std::vector<Value> items = self->items();
  const std::vector<Value>& fields = FieldsOf(self->type());
  size_t used = 0;
  for (size_t i = 0; i < fields.size(); ++i) {
    const Value* change = changes->FindString(*TextOf(fields[i]));
    if (change == nullptr) continue;
    items[i] = *change;
    ++used;
  }
  if (used < changes->size()) {
    std::vector<Value> unknown;
    size_t position = 0;
    while (const DictObject::Entry* entry = changes->NextEntry(position)) {
      bool known = std::any_of(fields.begin(), fields.end(), [&](const Value& field) {
        return *TextOf(field) == *TextOf(entry->key);
      });
      if (!known) unknown.push_back(entry->key);
    }
    auto names = ReprText(interpreter, interpreter.heap().MakeList(std::move(unknown)));
    return names ? interpreter.RaiseValueError("Got unexpected field names: " + *names) : Value();
  }
  return interpreter.heap().New<NamedTupleObject>(self->type(), std::move(items));
}

Value TupleAsDict(Interpreter& interpreter, Values arguments) {
  auto* self = arguments[0].As<TupleObject>();
  Ref<DictObject> dict = interpreter.heap().MakeDict();
  const std::vector<Value>& fields = FieldsOf(self->type());
  for (size_t i = 0; i < fields.size(); ++i) {
    if (!dict->Set(interpreter, fields[i], self->items()[i])) return {};
  }
  return dict;
}

Value TupleMake(Interpreter& interpreter, Values arguments) {
  auto* type = arguments[0].As<ClassObject>();
  std::vector<Value> items;
  if (!CollectItems(interpreter, arguments[1], items)) return {};
  size_t count = FieldsOf(*type).size();
  if (items.size() != count) {
    return interpreter.RaiseTypeError("Expected " + std::to_string(count) + " arguments, got " +
                                      std::to_string(items.size()));
  }
  return interpreter.heap().New<NamedTupleObject>(*type, std::move(items));
}

constexpr NativeFunction kMethods[] = {
    {"_asdict", "", &TupleAsDict},
    {"_make", "iterable", &TupleMake, NativeFlavour::kClassMethod},
    {"_replace", "**kwds", &TupleReplace},
};

// The methods belong to a class that lives as long as the heap; the classes of scripts come and go.
ClassObject& CommonBase(Heap& heap) {
  constexpr std::string_view kModule = "collections";
  constexpr std::string_view kName = "tuple";
  if (ClassObject* base = FindModuleClass(heap, kModule, kName)) return *base;
  ClassObject& base = DefineModuleClass(heap, kModule, kName, heap.classes().tuple);
  DefineMethods(heap, base, kMethods);
  return base;
}

bool IsKeyword(std::string_view name) {
  return !name.empty() && KeywordOrName(name) != TokenKind::kName;
}

bool IsIdentifier(std::string_view name) {
  for (size_t offset = 0; offset < name.size();) {
    DecodedCodePoint next = DecodeCodePoint(name, offset);
    bool fits = offset == 0 ? next.code_point == '_' || IsIdentifierStart(next.code_point)
                            : IsIdentifierContinue(next.code_point);
    if (!fits) return false;
    offset += next.length;
  }
  return !name.empty();
}

// What is wrong with a type's or a field's name; empty when nothing is.
std::string NameMistake(std::string_view name) {
  const std::string whose = "Type names and field names ";
  if (!IsIdentifier(name)) return whose + "must be valid identifiers: " + TextRepr(name);
  if (IsKeyword(name)) return whose + "cannot be a keyword: " + TextRepr(name);
  return "";
}

std::string FieldsMistake(std::string_view type_name, const std::vector<std::string>& fields) {
  if (std::string mistake = NameMistake(type_name); !mistake.empty()) return mistake;
  for (const std::string& field : fields) {
    if (std::string mistake = NameMistake(field); !mistake.empty()) return mistake;
  }
  std::set<std::string> seen;
  for (const std::string& field : fields) {
    if (field.starts_with('_')) {
      return "Field names cannot start with an underscore: " + TextRepr(field);
    }
    if (!seen.insert(field).second) return "Encountered duplicate field name: " + TextRepr(field);
  }
  return "";
}

// rename=True: names that cannot be fields become their position.
void RenameFields(std::vector<std::string>& fields) {
  std::set<std::string> seen;
  for (size_t i = 0; i < fields.size(); ++i) {
    bool bad =
        !NameMistake(fields[i]).empty() || fields[i].starts_with('_') || seen.count(fields[i]) != 0;
    if (bad) fields[i] = "_" + std::to_string(i);
    seen.insert(fields[i]);
  }
}

// The names in a text (separated by blanks and commas) or an iterable.
std::optional<std::vector<std::string>> FieldNames(Interpreter& interpreter, const Value& names) {
  std::vector<std::string> fields;
  if (const std::string* text = TextOf(names)) {
    std::string field;
    for (char c : *text + " ") {
      if (c != ' ' && c != ',' && c != '\t' && c != '\n') {
        field += c;
      } else if (!field.empty()) {
        fields.push_back(std::exchange(field, ""));
      }
    }
    return fields;
  }
  bool ok = ForEach(interpreter, names, [&](const Value& item) {
    std::optional<std::string> field = StrText(interpreter, item);
    if (field) fields.push_back(*field);
    return field.has_value();
  });
  if (!ok) return std::nullopt;
  return fields;
}

}  // namespace

Value NamedTupleObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  // Classes of modules that CPython writes in C show the module too.
  std::string text = type().module() == "datetime" ? "datetime." : "";
  text += std::string(heap.Text(type().name())) + "(";
  const std::vector<Value>& fields = FieldsOf(type());
  for (size_t i = 0; i < fields.size(); ++i) {
    std::optional<std::string> item = ReprText(interpreter, items()[i]);
    if (!item) return {};
    text += (i == 0 ? "" : ", ") + *TextOf(fields[i]) + "=" + *item;
    if (!interpreter.CheckSize(text.size() / 4)) return {};
  }
  return heap.MakeString(text + ")");
}

bool NamedTupleObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  const Value* in_class = type().Find(name);
  if (in_class == nullptr || !in_class->Is<PropertyObject>()) {
    return TupleObject::SetAttribute(interpreter, name, value);
  }
  interpreter.RaiseAttributeError("can't set attribute");
  return false;
}

Ref<ClassObject> MakeNamedTupleClass(Heap& heap, std::string_view name,
                                     const std::vector<std::string>& fields,
                                     const std::vector<Value>& defaults) {
  Ref<ClassObject> type = heap.New<ClassObject>(heap, heap.classes().type, heap.Intern(name),
                                                Ref<ClassObject>(&CommonBase(heap)));
  std::vector<Value> names;
  Ref<DictObject> field_defaults = heap.MakeDict();
  for (size_t i = 0; i < fields.size(); ++i) {
    names.push_back(heap.MakeString(fields[i]));
    Value getter = heap.New<ItemGetter>(heap, i);
    type->Set(heap.Intern(fields[i]),
              heap.New<PropertyObject>(heap, getter, Value::None(), Value::None(), Value::None()));
    size_t first_default = fields.size() - defaults.size();
    if (i >= first_default) field_defaults->SetString(fields[i], defaults[i - first_default]);
  }
  type->Set(heap.Intern("_fields"), heap.MakeTuple(std::move(names)));
  type->Set(heap.Intern("_field_defaults"), field_defaults);
  type->set_constructor(&ConstructNamedTuple);
  return type;
}

Value NamedTuple(Interpreter& interpreter, Values arguments) {
  std::optional<std::string> name = StrText(interpreter, arguments[0]);
  if (!name) return {};
  std::optional<std::vector<std::string>> fields = FieldNames(interpreter, arguments[1]);
  if (!fields) return {};
  std::optional<bool> rename = TruthOr(interpreter, arguments[2], false);
  if (!rename) return {};
  if (*rename) RenameFields(*fields);
  std::string mistake = *rename ? NameMistake(*name) : FieldsMistake(*name, *fields);
  if (!mistake.empty()) return interpreter.RaiseValueError(mistake);
  std::vector<Value> defaults;
  bool has_defaults = !arguments[3].empty() && !arguments[3].is_none();
  if (has_defaults && !CollectItems(interpreter, arguments[3], defaults)) return {};
  if (defaults.size() > fields->size()) {
    return interpreter.RaiseTypeError("Got more default values than field names");
  }
  Ref<ClassObject> type = MakeNamedTupleClass(interpreter.heap(), *name, *fields, defaults);
  const std::string* module = arguments[4].empty() ? nullptr : TextOf(arguments[4]);
  type->set_module(module != nullptr ? *module : "__main__");
  return type;
}

}  // namespace streplay::script
