// The configuration places nothing; what remains of it are the checks, in Streamlit's order.
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/media_text.h"
#include "runtime/opaque.h"
#include "runtime/proto_value.h"
#include "script/class_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

bool CheckTitle(CommandCall& call) {
  const Value& title = call.Argument("page_title");
  return title.is_none() || ToProtoText(call.interpreter, title).has_value();
}

// Any text will do: an emoji, a name in colons, an address.
bool CheckIcon(CommandCall& call) {
  const Value& icon = call.Argument("page_icon");
  if (icon.is_none() || script::TextOf(icon) != nullptr) return true;
  script::Symbol format = call.run.heap().Intern("format");
  if (script::GetAttribute(call.interpreter, icon, format).empty()) return false;
  call.interpreter.RaiseTypeError("a bytes-like object is required, not '" +
                                  script::TypeName(call.interpreter, icon) + "'");
  return false;
}

bool CheckWord(CommandCall& call, std::string_view argument) {
  for (std::string_view word :
       call.command.parameters[*FindParameter(call.command, argument)].choices) {
    std::optional<bool> is_it = EqualsText(call, call.Argument(argument), word);
    if (!is_it) return false;
    if (*is_it) return true;
  }
  RaiseBadArgument(call, std::string(argument) + " is another word");
  return false;
}

struct MenuItem {
  std::string key;
  Value target;
};

// The keys in lower case and without blanks around them.
bool CollectMenuItems(CommandCall& call, std::vector<MenuItem>& items) {
  Interpreter& interpreter = call.interpreter;
  script::Heap& heap = call.run.heap();
  Value pairs = interpreter.CallMethod(call.Argument("menu_items"), heap.Intern("items"), {});
  return !pairs.empty() && script::ForEach(interpreter, pairs, [&](const Value& pair) {
    const std::vector<Value>& parts = pair.As<script::TupleObject>()->items();
    Value lower = interpreter.CallMethod(parts[0], heap.Intern("lower"), {});
    if (lower.empty()) return false;
    Value key = interpreter.CallMethod(lower, heap.Intern("strip"), {});
    if (key.empty()) return false;
    items.push_back({*script::TextOf(key), parts[1]});
    return true;
  });
}

bool CheckMenuItem(CommandCall& call, const MenuItem& item) {
  bool is_about = item.key == "about";
  if (!is_about && item.key != "get help" && item.key != "report a bug") {
    RaiseBadArgument(call, "there is no menu item \"" + item.key + "\"");
    return false;
  }
  if (is_about || item.target.is_none()) return true;
  const std::string* address = script::TextOf(item.target);
  if (address != nullptr && IsLinkTarget(*address)) return true;
  RaiseBadArgument(call, "the menu item \"" + item.key + "\" is no address");
  return false;
}

bool CheckMenu(CommandCall& call) {
  if (call.Argument("menu_items").is_none()) return true;
  std::vector<MenuItem> items;
  if (!CollectMenuItems(call, items)) return false;
  for (const MenuItem& item : items) {
    if (!CheckMenuItem(call, item)) return false;
  }
  for (const MenuItem& item : items) {
    bool is_text = item.key == "about" && !item.target.is_none();
    if (is_text && !DedentedText(call.interpreter, item.target)) return false;
  }
  return true;
}

}  // namespace

Value SetPageConfig(CommandCall& call) {
  bool is_valid = CheckTitle(call) && CheckIcon(call) && CheckWord(call, "layout") &&
                  CheckWord(call, "initial_sidebar_state") && CheckMenu(call);
  if (!is_valid) return {};
  if (!call.run.TakePageConfig()) {
    return RaiseBadArgument(call, "it is called once, before all that is shown");
  }
  return Value::None();
}

}  // namespace streplay
