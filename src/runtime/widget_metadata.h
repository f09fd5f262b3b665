// What registering a widget needs, and registering it again at a replay: Streamlit's
// WidgetMetadata.
#ifndef STREPLAY_RUNTIME_WIDGET_METADATA_H_
#define STREPLAY_RUNTIME_WIDGET_METADATA_H_

#include <memory>
#include <optional>
#include <string>

#include "registry/command.h"
#include "runtime/wire_value.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

// Turns a widget's wire value into the Python value that its command returns, and back. One for
// each kind of widget; made when the widget's command runs, from its arguments.
class WidgetSerde {
 public:
  virtual ~WidgetSerde() = default;

  // `wire` null: the value the widget starts with. Empty when an exception is pending.
  virtual script::Value Deserialize(ScriptRun& run, const WireValue* wire) const = 0;

  // The wire form of a value that the script set through session_state. Nothing when an exception
  // is pending; monostate when there is nothing to tell the browser.
  virtual std::optional<WireValue> Serialize(ScriptRun& run, const script::Value& value) const = 0;

  // Whether the two always do the same. May be false when it is not known.
  virtual bool IsSameAs(const WidgetSerde& other) const { return this == &other; }
};

struct WidgetMetadata {
  SharedText id;                       // as streams show it: checkbox-5f0e7a12-None
  std::optional<SharedText> user_key;  // `key=`
  CommandId command = {};
  std::string label;
  // The name that a DuplicateWidgetID gives: the command's when executed, the delta's at a replay.
  std::string_view executed_name;
  std::string_view replayed_name;
  bool is_trigger = false;
  std::shared_ptr<const WidgetSerde> serde;
  script::Value callback;  // empty: none
  script::Value args;      // a tuple, or empty
  script::Value kwargs;    // a dict, or empty
};

using WidgetMetadataPtr = std::shared_ptr<const WidgetMetadata>;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIDGET_METADATA_H_
