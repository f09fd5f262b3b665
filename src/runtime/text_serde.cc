#include "runtime/text_serde.h"

#include "runtime/proto_value.h"
#include "runtime/script_run.h"
#include "script/string_object.h"

namespace streplay {

script::Value TextSerde::Deserialize(ScriptRun& run, const WireValue* wire) const {
  const auto* typed = wire != nullptr ? std::get_if<std::string>(wire) : nullptr;
  return run.heap().MakeString(typed != nullptr ? *typed : initial_);
}

std::optional<WireValue> TextSerde::Serialize(ScriptRun& run, const script::Value& value) const {
  std::optional<std::string> text = ToProtoText(run.interpreter(), value);
  if (!text) return std::nullopt;
  return std::move(*text);
}

}  // namespace streplay
