// One walk over the value for both profiles.
//
// `exact` writes every part with its type and length, so that no two values share bytes.
//
// `colliding` writes what Streamlit 1.18.1 feeds its hasher: the type's name, a colon and the
// parts' bytes end to end, without lengths; a float as its hash(); and, within one value, the bytes
// of a list or tuple of scalars are remembered under Python's equality, so that [1, 2] stands for
// [1.0, 2.0] when both occur. Streamlit's MD5 of a container's bytes is replaced by those bytes
// between length marks: equal exactly when the digests are.
#include "runtime/value_hasher.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "base/float_text.h"
#include "runtime/opaque.h"
#include "runtime/profile.h"
#include "runtime/script_run.h"
#include "runtime/streamlit_errors.h"
#include "runtime/uploaded_file.h"
#include "script/bytes_object.h"
#include "script/datetime_object.h"
#include "script/deque_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/list_object.h"
#include "script/module_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Object;
using script::Value;

using Bytes = std::optional<std::string>;

std::string Framed(std::string_view bytes) {
  std::string framed = std::to_string(bytes.size());
  framed += "<";
  framed += bytes;
  framed += ">";
  return framed;
}

// Python's int.to_bytes as Streamlit calls it: little-endian, signed, at least one byte.
std::string IntegerBytes(int64_t integer) {
  uint64_t magnitude =
      integer < 0 ? 0 - static_cast<uint64_t>(integer) : static_cast<uint64_t>(integer);
  size_t bits = 0;
  while (bits < 64 && (magnitude >> bits) != 0) ++bits;
  std::string bytes;
  for (size_t i = 0; i < (bits + 8) / 8; ++i) {
    bytes += static_cast<char>(i < 8 ? static_cast<uint64_t>(integer) >> (8 * i)
                                     : (integer < 0 ? 0xFF : 0));
  }
  return bytes;
}

// Numbers that Python takes for equal have equal text.
std::string EqualityText(const Value& scalar) {
  if (scalar.is_none()) return "N";
  if (scalar.is_integral()) return "n" + std::to_string(scalar.as_int());
  if (scalar.is_float()) {
    double number = scalar.as_float();
    bool is_whole = std::floor(number) == number && std::fabs(number) < 9.0e18;
    return "n" + (is_whole ? std::to_string(static_cast<int64_t>(number)) : FloatText(number));
  }
  if (const std::string* text = script::TextOf(scalar)) return "s" + Framed(*text);
  return "b" + Framed(scalar.As<script::BytesObject>()->data());
}

bool IsScalar(const Value& value) {
  return value.is_none() || value.is_integral() || value.is_float() ||
         value.Is<script::StringObject>() || value.Is<script::BytesObject>();
}

class Hasher {
 public:
  explicit Hasher(ScriptRun& run)
      : run_(run),
        interpreter_(run.interpreter()),
        is_exact_(run.profile().argument_hash == ArgumentHash::kExact) {}

  // The value with its type in front: Streamlit's to_bytes.
  Bytes Whole(const Value& value) {
    if (value.is_integral() || value.is_none()) return Scalar(value);
    script::RecursionScope scope(interpreter_, "");
    if (!scope.entered() || !interpreter_.Step()) return std::nullopt;
    script::Heap& heap = interpreter_.heap();
    std::string type(heap.Text(script::TypeOf(interpreter_, value).name()));
    std::string memo_key = is_exact_ ? std::string() : MemoKey(type, value);
    if (auto known = memo_.find(memo_key); !memo_key.empty() && known != memo_.end()) {
      return known->second;
    }
    Object* object = value.object();
    if (object != nullptr && std::find(stack_.begin(), stack_.end(), object) != stack_.end()) {
      return "cycle";
    }
    if (object != nullptr) stack_.push_back(object);
    Bytes content = Content(value);
    if (object != nullptr) stack_.pop_back();
    if (!content) return std::nullopt;
    std::string whole = Typed(type, *content);
    if (!memo_key.empty()) memo_[memo_key] = whole;
    return whole;
  }

  Bytes Pair(std::string_view text, const Value& value) {
    Bytes bytes = Whole(value);
    if (!bytes) return std::nullopt;
    return Typed("tuple", Framed(Typed("str", text) + *bytes));
  }

 private:
  std::string Typed(std::string_view type, std::string_view content) const {
    std::string whole(type);
    whole += ":";
    if (is_exact_) {
      whole += Framed(content);
    } else {
      whole += content;
    }
    return whole;
  }

  static std::string MemoKey(const std::string& type, const Value& value) {
    const std::vector<Value>* items = nullptr;
    if (auto* list = value.As<script::ListObject>()) items = &list->items();
    if (auto* tuple = value.As<script::TupleObject>()) items = &tuple->items();
    if (items == nullptr || !std::all_of(items->begin(), items->end(), IsScalar)) return {};
    std::string key = type + "(";
    for (const Value& item : *items) key += EqualityText(item) + ",";
    return key;
  }

  // What Whole gives for it, in a third of the time: most arguments and widget values are numbers.
  Bytes Scalar(const Value& value) {
    if (!interpreter_.Step()) return std::nullopt;
    if (value.is_none()) return Typed("NoneType", "0");
    return Typed(value.is_bool() ? "bool" : "int", IntegerBytes(value.as_int()));
  }

  Bytes Unhashable() {
    RaiseUnhashableType(run_);
    return std::nullopt;
  }

  Bytes Content(const Value& value) {
    if (value.is_none()) return "0";
    if (value.is_integral()) return IntegerBytes(value.as_int());
    if (value.is_float()) return FloatContent(value);
    if (const std::string* text = script::TextOf(value)) return *text;
    if (auto* bytes = value.As<script::BytesObject>()) return bytes->data();
    if (auto* list = value.As<script::ListObject>()) return Items(list->items());
    if (auto* tuple = value.As<script::TupleObject>()) return Items(tuple->items());
    if (auto* dict = value.As<script::DictObject>()) return DictContent(*dict);
    if (auto* set = value.As<script::SetObject>()) return SetContent(*set);
    return ObjectContent(value);
  }

  Bytes FloatContent(const Value& value) {
    if (is_exact_) return FloatText(value.as_float());
    std::optional<int64_t> hash = script::Hash(interpreter_, value);
    if (!hash) return std::nullopt;
    return Whole(Value::Int(*hash));
  }

  Bytes Items(const std::vector<Value>& items) {
    std::string joined;
    for (const Value& item : items) {
      Bytes bytes = Whole(item);
      if (!bytes) return std::nullopt;
      joined += *bytes;
    }
    return Framed(joined);
  }

  Bytes DictContent(const script::DictObject& dict) {
    std::string joined;
    size_t position = 0;
    while (const auto* entry = dict.NextEntry(position)) {
      Bytes pair = Items({entry->key, entry->value});
      if (!pair) return std::nullopt;
      joined += "tuple:" + *pair;
    }
    return Framed(joined);
  }

  // Streamlit hashes the items in the set's order; equal sets may then differ.
  Bytes SetContent(const script::SetObject& set) {
    std::vector<std::string> parts;
    size_t position = 0;
    while (const Value* item = set.NextItem(position)) {
      Bytes bytes = Whole(*item);
      if (!bytes) return std::nullopt;
      parts.push_back(std::move(*bytes));
    }
    if (is_exact_) std::sort(parts.begin(), parts.end());
    std::string joined;
    for (const std::string& part : parts) joined += part;
    return Framed(joined);
  }

  Bytes ObjectContent(const Value& value) {
    if (auto* opaque = value.As<OpaqueObject>()) {
      return opaque->is_hashable() ? Framed(opaque->text()) : Unhashable();
    }
    if (auto* type = value.As<script::ClassObject>()) return NameContent(type->name());
    if (auto* native = value.As<script::NativeFunctionObject>()) return std::string(native->name());
    if (auto* module = value.As<script::ModuleObject>()) return module->name();
    if (auto* file = value.As<UploadedFile>()) return file->HashText();
    if (auto* exception = value.As<script::ExceptionObject>()) return Whole(exception->args());
    switch (value.object()->kind()) {
      case script::ObjectKind::kNative:
        return NativeContent(value);
      case script::ObjectKind::kRange:
      case script::ObjectKind::kSlice:
        return script::ReprText(interpreter_, value);
      case script::ObjectKind::kIterator:
        return Unsupported(value);
      default:  // functions, instances, containers of the page
        return Unhashable();
    }
  }

  // What the modules of the language have.
  Bytes NativeContent(const Value& value) {
    if (IsDateOrDuration(value)) return script::ReprText(interpreter_, value);
    auto* deque = value.As<script::DequeObject>();
    if (deque == nullptr) return Unsupported(value);
    return Items({deque->items().begin(), deque->items().end()});
  }

  Bytes Unsupported(const Value& value) {
    interpreter_.EndWithLimit("a " + script::TypeName(interpreter_, value) +
                              " as an input of a cached function is not supported in scenario "
                              "scripts");
    return std::nullopt;
  }

  Bytes NameContent(script::Symbol name) { return Whole(interpreter_.heap().SymbolString(name)); }

  ScriptRun& run_;
  script::Interpreter& interpreter_;
  const bool is_exact_;
  std::map<std::string, std::string> memo_;
  std::vector<Object*> stack_;
};

}  // namespace

bool IsDateOrDuration(const Value& value) {
  return value.Is<script::DateObject>() || value.Is<script::DateTimeObject>() ||
         value.Is<script::TimeObject>() || value.Is<script::TimeDeltaObject>();
}

std::optional<std::string> HashBytes(ScriptRun& run, const Value& value) {
  return Hasher(run).Whole(value);
}

std::optional<std::string> HashBytesOfPair(ScriptRun& run, std::string_view text,
                                           const Value& value) {
  return Hasher(run).Pair(text, value);
}

}  // namespace streplay
