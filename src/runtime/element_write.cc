// The arguments are dealt with in order. Texts and everything shown as text gather in a buffer that
// becomes one markdown element as soon as something else comes; Streamlit's order of questions
// about a type decides what that is.
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/help_types.h"
#include "runtime/json_text.h"
#include "runtime/opaque.h"
#include "runtime/server.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/exception_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Value;

// The command that shows opaque values of a package; any other is shown as its text.
struct PackageCommand {
  std::string_view package;
  CommandId command;
};

constexpr PackageCommand kPackageCommands[] = {
    {"altair", CommandId::kAltairChart},     {"bokeh", CommandId::kBokehChart},
    {"graphviz", CommandId::kGraphvizChart}, {"matplotlib", CommandId::kPyplot},
    {"numpy", CommandId::kDataframe},        {"pandas", CommandId::kDataframe},
    {"plotly", CommandId::kPlotlyChart},     {"pydeck", CommandId::kPydeckChart},
};

class Writer {
 public:
  explicit Writer(CommandCall& call) : call_(call), interpreter_(call.interpreter) {}

  // False when a completion is pending.
  bool Write(const Value& value);
  bool Flush();

 private:
  bool Call(CommandId command, const Value& argument) {
    return !CallCommand(call_.run, call_.target, command, {{&argument, 1}, {}}).empty();
  }
  bool FlushAndCall(CommandId command, const Value& argument) {
    return Flush() && Call(command, argument);
  }
  // The command that shows the value; nothing when it is shown as text.
  std::optional<CommandId> FindCommand(const Value& value) const;
  bool PlaceMarkdown(const Value& body, const Value& allows_html);
  bool WriteNamedTuple(const Value& value);
  bool WriteHtml(const Value& method);
  bool WriteAsText(const Value& value);
  void Append(const std::string& text);

  CommandCall& call_;
  script::Interpreter& interpreter_;
  std::string buffer_;
  bool is_buffering_ = false;
};

std::optional<CommandId> Writer::FindCommand(const Value& value) const {
  if (const auto* opaque = value.As<OpaqueObject>()) {
    for (const PackageCommand& entry : kPackageCommands) {
      if (entry.package == opaque->package()) return entry.command;
    }
    return std::nullopt;
  }
  const script::ClassObject& type = script::TypeOf(interpreter_, value);
  if (value.Is<script::ExceptionObject>() && type.IsSubclassOf(*interpreter_.classes().exception)) {
    return CommandId::kException;
  }
  if (HasHelpType(value)) return CommandId::kHelp;
  if (value.Is<script::DictObject>() || value.Is<script::ListObject>() ||
      &type == &call_.run.server().classes().session_state) {
    return CommandId::kJson;
  }
  return std::nullopt;
}

bool Writer::Write(const Value& value) {
  if (const std::string* text = script::TextOf(value)) {
    Append(*text);
    return true;
  }
  if (std::optional<CommandId> command = FindCommand(value)) return FlushAndCall(*command, value);
  script::ClassObject& type = script::TypeOf(interpreter_, value);
  if (FindFields(call_.run.heap(), type) != nullptr) return WriteNamedTuple(value);
  if (value.Is<script::ClassObject>()) return FlushAndCall(CommandId::kText, value);
  Value html = script::FindAttribute(interpreter_, value, call_.run.heap().Intern("_repr_html_"));
  if (interpreter_.failed()) return false;
  return html.empty() ? WriteAsText(value) : WriteHtml(html);
}

// Its JSON is made by the strict rules, unlike st.json's.
bool Writer::WriteNamedTuple(const Value& value) {
  if (!Flush()) return false;
  Value dict = interpreter_.CallMethod(value, call_.run.heap().Intern("_asdict"), {});
  if (dict.empty()) return false;
  std::optional<std::string> text = JsonText(interpreter_, dict);
  return text && Call(CommandId::kJson, call_.run.heap().MakeString(std::move(*text)));
}

// Alone of all, it does not flush what came before: that stands behind it.
bool Writer::WriteHtml(const Value& method) {
  Value html = interpreter_.Call(method, {});
  return !html.empty() && PlaceMarkdown(html, Value::Bool(true));
}

bool Writer::WriteAsText(const Value& value) {
  std::optional<std::string> text = script::StrText(interpreter_, value);
  if (!text) return false;
  std::string quoted = "`";
  for (char c : *text) {
    if (c == '`') quoted += '\\';
    quoted += c;
  }
  Append(quoted + "`");
  return true;
}

void Writer::Append(const std::string& text) {
  if (is_buffering_) buffer_ += ' ';
  buffer_ += text;
  is_buffering_ = true;
}

bool Writer::PlaceMarkdown(const Value& body, const Value& allows_html) {
  script::KeywordArgument option{call_.run.heap().Intern("unsafe_allow_html"), allows_html};
  return !CallCommand(call_.run, call_.target, CommandId::kMarkdown, {{&body, 1}, {&option, 1}})
              .empty();
}

bool Writer::Flush() {
  if (!is_buffering_) return true;
  is_buffering_ = false;
  return PlaceMarkdown(call_.run.heap().MakeString(std::exchange(buffer_, {})),
                       call_.Argument("unsafe_allow_html"));
}

}  // namespace

Value Write(CommandCall& call) {
  const std::vector<Value>& values = call.Argument("args").As<script::TupleObject>()->items();
  if (!call.target.is_top_level() && values.size() > 1) {
    return RaiseBadArgument(call, "several values cannot replace a single element");
  }
  Writer writer(call);
  for (const Value& value : values) {
    if (!writer.Write(value)) return {};
  }
  if (!writer.Flush()) return {};
  return Value::None();
}

}  // namespace streplay
