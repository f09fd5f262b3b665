#include "runtime/value_text.h"

#include "base/float_text.h"
#include "runtime/opaque.h"
#include "runtime/script_run.h"
#include "runtime/uploaded_file.h"
#include "runtime/value_hasher.h"
#include "script/bytes_object.h"
#include "script/dict_object.h"
#include "script/function_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/text_repr.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Value;

constexpr int kMaxDepth = 6;
constexpr size_t kMaxBytes = 2000;
constexpr std::string_view kEllipsis = "…";

class ValueWriter {
 public:
  explicit ValueWriter(ScriptRun& run) : run_(run) {}

  std::string TakeText() { return std::move(text_); }

  void Write(const Value& value, int depth) {
    if (text_.size() > kMaxBytes || depth > kMaxDepth) {
      text_ += kEllipsis;
    } else if (!WriteScalar(value) && !WriteContainer(value, depth)) {
      WriteObject(value);
    }
  }

 private:
  bool WriteScalar(const Value& value) {
    if (value.is_none()) {
      text_ += "None";
    } else if (value.is_bool()) {
      text_ += value.as_bool() ? "True" : "False";
    } else if (value.is_int()) {
      text_ += std::to_string(value.as_int());
    } else if (value.is_float()) {
      text_ += FloatText(value.as_float());
    } else if (const std::string* text = script::TextOf(value)) {
      text_ += script::TextRepr(*text);
    } else if (!value.is_object()) {
      text_ += value.is_not_implemented() ? "NotImplemented" : "Ellipsis";
    } else {
      return false;
    }
    return true;
  }

  bool WriteContainer(const Value& value, int depth) {
    if (auto* list = value.As<script::ListObject>()) {
      WriteItems("[", list->items(), "]", depth);
    } else if (auto* tuple = value.As<script::TupleObject>()) {
      std::string_view type = tuple->TypeName();
      std::string begin = type == "tuple" ? "(" : std::string(type) + "(";
      WriteItems(begin, tuple->items(), tuple->size() == 1 ? ",)" : ")", depth);
    } else if (auto* set = value.As<script::SetObject>()) {
      std::vector<Value> items;
      size_t position = 0;
      while (const Value* item = set->NextItem(position)) items.push_back(*item);
      WriteItems(std::string(set->TypeName()) + "({", items, "})", depth);
    } else if (auto* dict = value.As<script::DictObject>()) {
      WriteDict(*dict, depth);
    } else {
      return false;
    }
    return true;
  }

  void WriteItems(std::string_view begin, const std::vector<Value>& items, std::string_view end,
                  int depth) {
    text_ += begin;
    bool is_first = true;
    for (const Value& item : items) {
      if (!is_first) text_ += ", ";
      is_first = false;
      Write(item, depth + 1);
      if (text_.size() > kMaxBytes) break;
    }
    text_ += end;
  }

  void WriteDict(const script::DictObject& dict, int depth) {
    text_ += "{";
    bool is_first = true;
    size_t position = 0;
    while (const auto* entry = dict.NextEntry(position)) {
      if (!is_first) text_ += ", ";
      is_first = false;
      Write(entry->key, depth + 1);
      text_ += ": ";
      Write(entry->value, depth + 1);
      if (text_.size() > kMaxBytes) break;
    }
    text_ += "}";
  }

  void WriteObject(const Value& value) {
    bool has_plain_repr = IsDateOrDuration(value) || value.Is<script::BytesObject>();
    if (has_plain_repr) {
      if (auto repr = script::ReprText(run_.interpreter(), value)) text_ += *repr;
    } else if (auto* opaque = value.As<OpaqueObject>()) {
      text_ += opaque->text();
    } else if (auto* file = value.As<UploadedFile>()) {
      text_ += "<file " + script::TextRepr(file->file().name) + ">";
    } else if (auto* function = value.As<script::FunctionObject>()) {
      text_ += "<function " + function->qualified_name() + ">";
    } else {
      text_ += "<" + std::string(value.object()->TypeName()) + " object>";
    }
  }

  ScriptRun& run_;
  std::string text_;
};

}  // namespace

std::string ValueText(ScriptRun& run, const Value& value) {
  ValueWriter writer(run);
  writer.Write(value, 0);
  return writer.TakeText();
}

}  // namespace streplay
