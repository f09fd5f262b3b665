// The `json` module: dumps, loads and JSONDecodeError.
#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/exception_object.h"
#include "script/heap.h"
#include "script/json_encoder.h"
#include "script/json_parser.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr std::string_view kErrorModule = "json.decoder";
constexpr std::string_view kErrorName = "JSONDecodeError";

// --- dumps

bool IsGiven(const Value& value) {
  return !value.empty() && !value.is_none();
}

bool SetIndent(Interpreter& interpreter, const Value& indent, JsonLayout& layout) {
  if (!IsGiven(indent)) return true;
  layout.item_separator = ",";
  if (const std::string* text = TextOf(indent)) {
    layout.indent = *text;
    return true;
  }
  if (!indent.is_integral()) {
    interpreter.RaiseTypeError("can't multiply sequence by non-int of type '" +
                               TypeName(interpreter, indent) + "'");
    return false;
  }
  auto width = static_cast<size_t>(std::max<int64_t>(indent.as_int(), 0));
  if (!interpreter.CheckSize(width)) return false;
  layout.indent = std::string(width, ' ');
  return true;
}

bool SetSeparators(Interpreter& interpreter, const Value& separators, JsonLayout& layout) {
  if (!IsGiven(separators)) return true;
  std::vector<Value> items;
  if (!CollectItems(interpreter, separators, items)) return false;
  if (items.size() != 2) {
    interpreter.RaiseValueError(items.size() < 2 ? "not enough values to unpack (expected 2, got " +
                                                       std::to_string(items.size()) + ")"
                                                 : "too many values to unpack (expected 2)");
    return false;
  }
  if (TextOf(items[0]) == nullptr || TextOf(items[1]) == nullptr) {
    interpreter.EndWithLimit(
        "json.dumps() with separators that are no texts is not supported in scenario scripts");
    return false;
  }
  layout.item_separator = *TextOf(items[0]);
  layout.key_separator = *TextOf(items[1]);
  return true;
}

// In the order of the signature below.
enum DumpsArgument : size_t {
  kObject,
  kSkipKeys,
  kEnsureAscii,
  kCheckCircular,
  kAllowNan,
  kClass,
  kIndent,
  kSeparators,
  kDefault,
  kSortKeys,
};

bool SetFlags(Interpreter& interpreter, Values arguments, JsonLayout& layout) {
  struct Flag {
    DumpsArgument argument;
    bool* target;
  };
  const Flag flags[] = {
      {kSkipKeys, &layout.skip_keys},           {kEnsureAscii, &layout.ascii_only},
      {kCheckCircular, &layout.check_circular}, {kAllowNan, &layout.allow_nan},
      {kSortKeys, &layout.sort_keys},
  };
  for (const Flag& flag : flags) {
    std::optional<bool> truth = TruthOr(interpreter, arguments[flag.argument], *flag.target);
    if (!truth) return false;
    *flag.target = *truth;
  }
  return true;
}

Value JsonDumps(Interpreter& interpreter, Values arguments) {
  if (IsGiven(arguments[kClass])) {
    return RefusedFunction<"json.dumps() with cls">(interpreter, arguments);
  }
  JsonLayout layout;
  if (!SetFlags(interpreter, arguments, layout)) return {};
  if (!SetIndent(interpreter, arguments[kIndent], layout)) return {};
  if (!SetSeparators(interpreter, arguments[kSeparators], layout)) return {};
  layout.fallback = arguments[kDefault];
  std::optional<std::string> text = EncodeJson(interpreter, arguments[kObject], layout);
  return text ? Value(interpreter.heap().MakeString(std::move(*text))) : Value();
}

// --- loads

// The exception with what it says of the place: `offset` counts bytes.
Value MakeDecodeError(Interpreter& interpreter, std::string_view document,
                      const JsonMistake& mistake) {
  Heap& heap = interpreter.heap();
  std::string_view before = document.substr(0, mistake.offset);
  size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  auto line = std::count(before.begin(), before.end(), '\n') + 1;
  auto column = static_cast<int64_t>(CountCodePoints(before.substr(line_start))) + 1;
  auto position = static_cast<int64_t>(CountCodePoints(before));
  std::string message = mistake.message + ": line " + std::to_string(line) + " column " +
                        std::to_string(column) + " (char " + std::to_string(position) + ")";
  ClassObject* type = FindModuleClass(heap, kErrorModule, kErrorName);
  Ref<ExceptionObject> error = interpreter.MakeException(*type, {heap.MakeString(message)});
  Namespace& attributes = *error->attributes();
  attributes.Set(heap.Intern("msg"), heap.MakeString(mistake.message));
  attributes.Set(heap.Intern("doc"), heap.MakeString(std::string(document)));
  attributes.Set(heap.Intern("pos"), Value::Int(position));
  attributes.Set(heap.Intern("lineno"), Value::Int(line));
  attributes.Set(heap.Intern("colno"), Value::Int(column));
  return error;
}

// In the order of the signature below.
enum LoadsArgument : size_t {
  kText,
  kLoadsClass,
  kObjectHook,
  kParseFloat,
  kParseInt,
  kParseConstant,
  kPairsHook,
  kStrict,
};

// The text to parse, or null with an exception pending.
const std::string* DocumentOf(Interpreter& interpreter, const Value& value) {
  if (const std::string* text = TextOf(value)) return text;
  if (auto* bytes = value.As<BytesObject>()) {
    if (!FindInvalidUtf8(bytes->data())) return &bytes->data();
    interpreter.EndWithLimit(
        "json.loads() of bytes that are not UTF-8 is not supported in scenario scripts");
    return nullptr;
  }
  interpreter.RaiseTypeError("the JSON object must be str, bytes or bytearray, not " +
                             TypeName(interpreter, value));
  return nullptr;
}

Value JsonLoads(Interpreter& interpreter, Values arguments) {
  bool special = IsGiven(arguments[kLoadsClass]) || IsGiven(arguments[kParseFloat]) ||
                 IsGiven(arguments[kParseInt]) || IsGiven(arguments[kParseConstant]);
  if (special) {
    return RefusedFunction<"json.loads() with cls or parse functions">(interpreter, arguments);
  }
  const std::string* document = DocumentOf(interpreter, arguments[kText]);
  if (document == nullptr) return {};
  std::optional<bool> strict = TruthOr(interpreter, arguments[kStrict], true);
  if (!strict) return {};
  JsonMistake mistake;
  if (document->starts_with("\xEF\xBB\xBF")) {
    mistake.message = "Unexpected UTF-8 BOM (decode using utf-8-sig)";
    return interpreter.RaiseObject(MakeDecodeError(interpreter, *document, mistake));
  }
  JsonHooks hooks = {arguments[kObjectHook], arguments[kPairsHook], *strict};
  Value value = ParseJson(interpreter, *document, hooks, mistake);
  if (!value.empty() || mistake.message.empty()) return value;
  return interpreter.RaiseObject(MakeDecodeError(interpreter, *document, mistake));
}

constexpr NativeFunction kFunctions[] = {
    {"dump", kAnyArguments, &RefusedFunction<"json.dump()">},
    {"dumps",
     "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, "
     "indent=None, separators=None, default=None, sort_keys=False",
     &JsonDumps},
    {"load", kAnyArguments, &RefusedFunction<"json.load()">},
    {"loads",
     "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
     "object_pairs_hook=None, strict=True",
     &JsonLoads},
};

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  ClassObject& error =
      DefineModuleClass(heap, kErrorModule, kErrorName, heap.classes().value_error);
  module.globals().Set(heap.Intern(kErrorName), Value(&error));
  return true;
}

}  // namespace

const NativeModule kJsonModule = {"json", kFunctions, &Initialize};

}  // namespace streplay::script
