// The query string of the address bar is kept as its parts; encoding and decoding it, as Streamlit
// does, changes nothing but what is said below.
#include "base/utf8.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "script/bytes_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/list_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// str(value); bytes are taken as UTF-8 when the address is read again.
std::optional<std::string> PartText(Interpreter& interpreter, const Value& value) {
  const auto* bytes = value.As<script::BytesObject>();
  if (bytes == nullptr) return script::StrText(interpreter, value);
  if (!FindInvalidUtf8(bytes->data())) return bytes->data();
  interpreter.EndWithLimit(
      "bytes that are no UTF-8 as a query parameter are not supported in scenario scripts");
  return std::nullopt;
}

// A value with a length stands for several, as in urllib.parse.urlencode(…, doseq=True).
bool CollectParts(Interpreter& interpreter, const Value& value, std::vector<std::string>& parts) {
  auto add = [&](const Value& item) {
    std::optional<std::string> text = PartText(interpreter, item);
    if (text) parts.push_back(std::move(*text));
    return text.has_value();
  };
  if (script::TextOf(value) != nullptr || value.Is<script::BytesObject>()) return add(value);
  if (!script::Length(interpreter, value)) {
    if (!interpreter.IsPending(*interpreter.classes().type_error)) return false;
    interpreter.TakeException();
    return add(value);
  }
  return script::ForEach(interpreter, value, add);
}

}  // namespace

Value SetQueryParams(CommandCall& call) {
  decltype(call.run.session().query) query;
  auto* parameters = call.Argument("query_params").As<script::DictObject>();
  size_t position = 0;
  while (const script::DictObject::Entry* entry = parameters->NextEntry(position)) {
    Value value = entry->value;
    query.emplace_back(*script::TextOf(entry->key), std::vector<std::string>());
    if (!CollectParts(call.interpreter, value, query.back().second)) return {};
  }
  call.run.session().query = std::move(query);
  return Value::None();
}

// Parts without text are lost when the address is read, and so are names that have no other.
Value GetQueryParams(CommandCall& call) {
  script::Heap& heap = call.run.heap();
  script::Ref<script::DictObject> parameters = heap.MakeDict();
  for (const auto& [name, parts] : call.run.session().query) {
    std::vector<Value> texts;
    for (const std::string& part : parts) {
      if (!part.empty()) texts.emplace_back(heap.MakeString(part));
    }
    if (!texts.empty()) parameters->SetString(name, heap.MakeList(std::move(texts)));
  }
  return parameters;
}

}  // namespace streplay
