// A delta as the server sends it: the element of the stream, and beside it what the browser does
// with it that streams leave out (specs/stream-format.md calls that bookkeeping). Immutable; a
// recording and every replay of it share one message.
#ifndef STREPLAY_RUNTIME_DELTA_MESSAGE_H_
#define STREPLAY_RUNTIME_DELTA_MESSAGE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "registry/command.h"
#include "registry/ids.h"
#include "runtime/boxed.h"
#include "runtime/wire_value.h"
#include "stream/record.h"

namespace streplay {

// What the browser knows of a widget.
struct WidgetFacts {
  SharedText id;           // the element's `widget`
  CommandId command = {};  // select_slider is kSelectSlider, though its delta is a slider
  std::string label;       // as the person reads it
  std::optional<std::string> user_key;  // `key=`; of a submit button, the one that Streamlit makes
  std::string form_id;                  // of the form around it; empty when there is none
  WireValue default_value;              // what the browser starts with; none for triggers and files
  std::optional<WireValue> set_value;   // a value that the server forces on the browser
  std::vector<std::string> options;     // the texts shown, of a widget that chooses among options
  bool disabled = false;
  // What the browser lets a person type or pick; absent: no bound.
  std::optional<double> min;
  std::optional<double> max;
  std::optional<std::string> min_date;  // "2023/02/09"
  std::optional<std::string> max_date;
  bool is_integer = false;  // a number_input or slider of integers
  bool is_range = false;    // a slider or date_input of two values
  std::optional<int64_t> max_chars;
  std::optional<int64_t> max_selections;
  bool accepts_multiple_files = false;
  std::vector<std::string> file_types;  // ".csv"; empty: any

  bool operator==(const WidgetFacts&) const = default;
};

struct DeltaMessage {
  DeltaRecord::Kind kind = DeltaRecord::Kind::kElement;
  DeltaType delta_type = {};  // of an element
  BlockType block_type = {};  // of a block
  Element element;
  Boxed<WidgetFacts> widget;     // absent when it is no widget
  std::string form_id;           // of a form block
  bool clear_on_submit = false;  // of a form block
};

using DeltaMessagePtr = std::shared_ptr<const DeltaMessage>;

// The message's element, kept alive by the message.
inline ElementPtr ElementOf(const DeltaMessagePtr& message) {
  return ElementPtr(message, &message->element);
}

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DELTA_MESSAGE_H_
