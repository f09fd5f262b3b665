#include "runtime/signature_text.h"

#include <vector>

#include "runtime/help_types.h"
#include "script/ast_function.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/function_object.h"
#include "script/object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::ClassObject;
using script::FunctionObject;
using script::Interpreter;
using script::ParameterKind;
using script::Value;

// Joins the parts of one signature, with the marks that say which parameters are only positional
// and which only keywords.
class SignatureWriter {
 public:
  void Add(ParameterKind kind, const std::string& text) {
    if (kind == ParameterKind::kPositionalOnly) {
      needs_slash_ = true;
    } else if (std::exchange(needs_slash_, false)) {
      Append("/");
    }
    if (kind == ParameterKind::kVarPositional) {
      needs_star_ = false;
    } else if (kind == ParameterKind::kKeywordOnly && std::exchange(needs_star_, false)) {
      Append("*");
    }
    Append(text);
  }

  std::string Finish() {
    if (needs_slash_) Append("/");
    return "(" + text_ + ")";
  }

 private:
  void Append(const std::string& part) {
    if (!text_.empty()) text_ += ", ";
    text_ += part;
  }

  std::string text_;
  bool needs_slash_ = false;
  bool needs_star_ = true;
};

// Parameter numbers in the order in which a definition is written.
std::vector<size_t> WrittenOrder(const script::Function& code) {
  std::vector<size_t> order;
  for (size_t i = 0; i < code.positional_count; ++i) order.push_back(i);
  size_t variable = code.positional_count + code.keyword_only_count;
  if (code.has_var_positional) order.push_back(variable);
  for (size_t i = code.positional_count; i < variable; ++i) order.push_back(i);
  if (code.has_var_keyword) order.push_back(code.parameters.size() - 1);
  return order;
}

std::optional<std::string> AnnotationText(Interpreter& interpreter, const Value& annotation) {
  auto* type = annotation.As<ClassObject>();
  if (type == nullptr) return script::ReprText(interpreter, annotation);
  if (type->module() == "builtins") return type->qualified_name();
  return type->module() + "." + type->qualified_name();
}

const Value* FindAnnotation(const Value& annotations, std::string_view name) {
  auto* dict = annotations.As<script::DictObject>();
  return dict == nullptr ? nullptr : dict->FindString(name);
}

// One parameter: "*args", "a: int = 1", "b=2".
std::optional<std::string> ParameterText(Interpreter& interpreter, const FunctionObject& function,
                                         const Value& annotations, size_t index) {
  const script::SignatureParameter& parameter = function.signature().parameters()[index];
  std::string_view name = interpreter.heap().Text(parameter.name);
  std::string text(name);
  if (parameter.kind == ParameterKind::kVarPositional) text.insert(0, "*");
  if (parameter.kind == ParameterKind::kVarKeyword) text.insert(0, "**");
  const Value* annotation = FindAnnotation(annotations, name);
  if (annotation != nullptr) {
    std::optional<std::string> type = AnnotationText(interpreter, *annotation);
    if (!type) return std::nullopt;
    text += ": " + *type;
  }
  if (index >= function.defaults().size() || function.defaults()[index].empty()) return text;
  std::optional<std::string> value = script::ReprText(interpreter, function.defaults()[index]);
  if (!value) return std::nullopt;
  return text + (annotation != nullptr ? " = " : "=") + *value;
}

// `is_bound` leaves out the first positional parameter; a function without one has no signature
// then.
std::optional<std::string> FunctionText(Interpreter& interpreter, FunctionObject& function,
                                        bool is_bound) {
  const script::Function& code = function.code();
  if (is_bound && code.positional_count == 0 && !code.has_var_positional) return "";
  script::Symbol kAnnotations = script::symbols::kAnnotations;
  Value annotations = script::FindAttribute(interpreter, Value(&function), kAnnotations);
  SignatureWriter writer;
  for (size_t index : WrittenOrder(code)) {
    if (is_bound && index == 0 && code.positional_count > 0) continue;
    std::optional<std::string> text = ParameterText(interpreter, function, annotations, index);
    if (!text) return std::nullopt;
    writer.Add(function.signature().parameters()[index].kind, *text);
  }
  std::string text = writer.Finish();
  const Value* result = FindAnnotation(annotations, "return");
  if (result == nullptr) return text;
  std::optional<std::string> type = AnnotationText(interpreter, *result);
  if (!type) return std::nullopt;
  return text + " -> " + *type;
}

// What functools.wraps left behind, followed to its end.
Value Unwrap(Interpreter& interpreter, Value callable) {
  while (interpreter.Step()) {
    Value inner = script::FindAttribute(interpreter, callable, script::symbols::kWrapped);
    if (inner.empty()) return callable;
    callable = std::move(inner);
  }
  return {};
}

std::optional<std::string> MethodText(Interpreter& interpreter, const Value* method) {
  auto* function = method == nullptr ? nullptr : method->As<FunctionObject>();
  if (function == nullptr) return "";
  return FunctionText(interpreter, *function, true);
}

// The fields of a named tuple, with their defaults.
std::optional<std::string> FieldsText(Interpreter& interpreter, ClassObject& type,
                                      const script::TupleObject& fields) {
  const Value* defaults = type.Find(interpreter.heap().Intern("_field_defaults"));
  SignatureWriter writer;
  for (const Value& field : fields.items()) {
    std::string text = *script::TextOf(field);
    const Value* value = defaults == nullptr ? nullptr : FindAnnotation(*defaults, text);
    if (value != nullptr) {
      std::optional<std::string> repr = script::ReprText(interpreter, *value);
      if (!repr) return std::nullopt;
      text += "=" + *repr;
    }
    writer.Add(ParameterKind::kPositionalOrKeyword, text);
  }
  return writer.Finish();
}

// A class is called with the arguments of its __init__. Without one a plain class takes none; of a
// built-in one nothing is known.
std::optional<std::string> ClassText(Interpreter& interpreter, ClassObject& type) {
  if (const script::TupleObject* fields = FindFields(interpreter.heap(), type)) {
    return FieldsText(interpreter, type, *fields);
  }
  const Value* initialize = type.Find(script::symbols::kInit);
  if (initialize != nullptr && initialize->Is<FunctionObject>()) {
    return MethodText(interpreter, initialize);
  }
  bool is_plain = !type.IsSubclassOf(*interpreter.classes().base_exception);
  return is_plain ? "()" : "";
}

}  // namespace

std::optional<std::string> SignatureText(Interpreter& interpreter, const Value& callable) {
  if (auto* type = callable.As<ClassObject>()) return ClassText(interpreter, *type);
  if (auto* method = callable.As<script::BoundMethodObject>()) {
    Value function = Unwrap(interpreter, method->function());
    auto* plain = function.As<FunctionObject>();
    return plain == nullptr ? "" : FunctionText(interpreter, *plain, true);
  }
  if (!script::IsCallable(callable)) return "";
  Value unwrapped = Unwrap(interpreter, callable);
  if (interpreter.failed()) return std::nullopt;
  if (auto* function = unwrapped.As<FunctionObject>()) {
    return FunctionText(interpreter, *function, false);
  }
  const ClassObject& type = script::TypeOf(interpreter, callable);
  return MethodText(interpreter, type.Find(script::symbols::kCall));
}

}  // namespace streplay
