// Follows Python's inspect.getdoc: a class or method without a docstring has that of the nearest
// base class, and an instance that of its class.
#include "runtime/help_text.h"

#include <algorithm>
#include <vector>

#include "runtime/clean_text.h"
#include "runtime/command_object.h"
#include "runtime/help_types.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/signature_text.h"
#include "script/class_object.h"
#include "script/function_object.h"
#include "script/module_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::ClassObject;
using script::Interpreter;
using script::Value;

constexpr std::string_view kScriptModule = "__main__";
constexpr size_t kTabWidth = 8;

std::string ExpandTabs(std::string_view text) {
  std::string result;
  size_t column = 0;
  for (char c : text) {
    if (c == '\t') {
      size_t blanks = kTabWidth - column % kTabWidth;
      result.append(blanks, ' ');
      column += blanks;
      continue;
    }
    bool starts_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    column = c == '\n' || c == '\r' ? 0 : column + (starts_character ? 1 : 0);
    result += c;
  }
  return result;
}

size_t IndentOf(const std::string& line) {
  std::string_view stripped = StripText(line);
  return stripped.empty() ? line.size() : static_cast<size_t>(stripped.data() - line.data());
}

// inspect.cleandoc: the margin of all lines but the first goes, and empty lines at both ends.
std::string CleanDoc(std::string_view doc) {
  std::string expanded = ExpandTabs(doc);
  std::vector<std::string> lines;
  for (size_t begin = 0, end; begin <= expanded.size(); begin = end + 1) {
    end = std::min(expanded.find('\n', begin), expanded.size());
    lines.push_back(expanded.substr(begin, end - begin));
  }
  lines[0].erase(0, IndentOf(lines[0]));
  std::optional<size_t> margin;
  for (size_t i = 1; i < lines.size(); ++i) {
    size_t indent = IndentOf(lines[i]);
    if (indent < lines[i].size()) margin = std::min(margin.value_or(indent), indent);
  }
  for (size_t i = 1; i < lines.size(); ++i) {
    lines[i].erase(0, std::min(margin.value_or(0), lines[i].size()));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
  std::string text;
  for (const std::string& line : lines) text += (&line == &lines[0] ? "" : "\n") + line;
  return text;
}

std::optional<std::string> DocOf(Interpreter& interpreter, const Value& value) {
  Value doc = script::FindAttribute(interpreter, value, script::symbols::kDoc);
  const std::string* text = script::TextOf(doc);
  if (text == nullptr) return std::nullopt;
  return CleanDoc(*text);
}

// The docstring that collections.namedtuple gives its class.
std::string FieldsDoc(script::Heap& heap, const ClassObject& type,
                      const script::TupleObject& fields) {
  std::string names;
  for (const Value& field : fields.items()) {
    names += (names.empty() ? "" : ", ") + *script::TextOf(field);
  }
  return std::string(heap.Text(type.name())) + "(" + names + ")";
}

void FindClassDoc(script::Heap& heap, HelpText& help, ClassObject& type) {
  for (ClassObject* at = &type; at->base() != nullptr; at = at->base()) {
    const Value* doc = at->own_attributes().Find(script::symbols::kDoc);
    const std::string* text = doc == nullptr ? nullptr : script::TextOf(*doc);
    if (text != nullptr) {
      help.doc = CleanDoc(*text);
      return;
    }
    if (const script::TupleObject* fields = FindFields(heap, *at)) {
      help.doc = FieldsDoc(heap, *at, *fields);
      return;
    }
    if (at->module() != kScriptModule) {
      help.is_doc_inherited = true;
      return;
    }
  }
}

// Methods that every object of Python's has, documented there.
bool IsMethodOfObject(std::string_view name) {
  constexpr std::string_view kNames[] = {"__call__", "__eq__",   "__format__", "__hash__",
                                         "__init__", "__repr__", "__str__"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// The first docstring of a method of that name, from `type` on.
void FindMethodDoc(ScriptRun& run, HelpText& help, ClassObject* type, script::Symbol name) {
  for (ClassObject* at = type; at != nullptr; at = at->base()) {
    const Value* method = at->own_attributes().Find(name);
    if (method == nullptr || at->module() != kScriptModule) continue;
    help.doc = DocOf(run.interpreter(), *method);
    if (help.doc) return;
  }
  help.is_doc_inherited = type != nullptr && IsMethodOfObject(run.heap().Text(name));
}

// The class of the script's module that the function's qualified name says it is a method of.
ClassObject* DefiningClass(ScriptRun& run, const script::FunctionObject& function) {
  if (!run.server().main_module()) return nullptr;
  std::string_view path = function.qualified_name();
  script::Namespace* names = &run.server().main_module()->globals();
  ClassObject* type = nullptr;
  for (size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    const Value* found = names->Find(run.heap().Intern(path.substr(0, dot)));
    type = found == nullptr ? nullptr : found->As<ClassObject>();
    if (type == nullptr) return nullptr;
    names = &type->own_attributes();
    path.remove_prefix(dot + 1);
  }
  return type;
}

void FindFunctionDoc(ScriptRun& run, HelpText& help, const Value& value) {
  help.doc = DocOf(run.interpreter(), value);
  if (help.doc) return;
  if (auto* method = value.As<script::BoundMethodObject>()) {
    auto* function = method->function().As<script::FunctionObject>();
    auto* owner = method->self().As<ClassObject>();
    if (owner == nullptr) owner = &script::TypeOf(run.interpreter(), method->self());
    if (function != nullptr) FindMethodDoc(run, help, owner, function->name());
  } else if (auto* function = value.As<script::FunctionObject>()) {
    FindMethodDoc(run, help, DefiningClass(run, *function), function->name());
  }
}

void FindDoc(ScriptRun& run, HelpText& help, const Value& value) {
  if (auto* type = value.As<ClassObject>()) return FindClassDoc(run.heap(), help, *type);
  ClassObject& type = script::TypeOf(run.interpreter(), value);
  if (type.module() == kScriptModule) return FindClassDoc(run.heap(), help, type);
  FindFunctionDoc(run, help, value);
}

std::string TextAttribute(Interpreter& interpreter, const Value& value, std::string_view name) {
  Value found = script::FindAttribute(interpreter, value, interpreter.heap().Intern(name));
  const std::string* text = script::TextOf(found);
  return text == nullptr ? std::string() : *text;
}

std::string ModuleOf(Interpreter& interpreter, const Value& value) {
  if (auto* type = value.As<ClassObject>()) return type->module();
  const ClassObject& type = script::TypeOf(interpreter, value);
  if (type.module() == kScriptModule) return type.module();
  return TextAttribute(interpreter, value, "__module__");
}

// __name__; of a command the name of Streamlit's function.
std::string NameOf(Interpreter& interpreter, const Value& value) {
  if (auto* command = value.As<CommandObject>()) {
    std::string_view owner = command->command().owner;
    return std::string(owner.substr(owner.rfind('.') + 1));
  }
  return TextAttribute(interpreter, value, "__name__");
}

}  // namespace

std::optional<HelpText> DescribeValue(ScriptRun& run, const Value& value) {
  Interpreter& interpreter = run.interpreter();
  HelpText help;
  help.is_foreign = ModuleOf(interpreter, value) != kScriptModule;
  help.name = NameOf(interpreter, value);
  if (interpreter.failed()) return std::nullopt;
  if (help.is_foreign) return help;
  std::optional<std::string> type =
      script::ReprText(interpreter, Value(&script::TypeOf(interpreter, value)));
  std::optional<std::string> signature = SignatureText(interpreter, value);
  if (!type || !signature) return std::nullopt;
  help.type = std::move(*type);
  help.signature = std::move(*signature);
  FindDoc(run, help, value);
  if (interpreter.failed()) return std::nullopt;
  return help;
}

}  // namespace streplay
