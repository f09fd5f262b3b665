#include "runtime/shared_messages.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "runtime/exact_number.h"

namespace streplay {
namespace {

bool AreSame(const Fields& a, const Fields& b);

bool AreSame(const FieldValue& a, const FieldValue& b) {
  if (a.data.index() != b.data.index()) return false;
  if (const auto* number = std::get_if<double>(&a.data)) {
    return AreExactly(*number, std::get<double>(b.data));
  }
  if (const auto* list = std::get_if<FieldList>(&a.data)) {
    const auto& other = std::get<FieldList>(b.data);
    return std::equal(list->begin(), list->end(), other.begin(), other.end(),
                      [](const FieldValue& x, const FieldValue& y) { return AreSame(x, y); });
  }
  if (const auto* fields = std::get_if<Fields>(&a.data)) {
    return AreSame(*fields, std::get<Fields>(b.data));
  }
  return a == b;
}

bool AreSame(const Fields& a, const Fields& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NamedField& x, const NamedField& y) {
                      return x.first == y.first && AreSame(x.second, y.second);
                    });
}

bool AreSame(const std::optional<double>& a, const std::optional<double>& b) {
  return a && b ? AreExactly(*a, *b) : a.has_value() == b.has_value();
}

bool AreSame(const WireValue& a, const WireValue& b) {
  if (a.index() != b.index()) return false;
  if (const auto* number = std::get_if<double>(&a)) return AreExactly(*number, std::get<double>(b));
  if (const auto* numbers = std::get_if<std::vector<double>>(&a)) {
    return AreExactly(*numbers, std::get<std::vector<double>>(b));
  }
  return a == b;
}

bool AreSame(const std::optional<WireValue>& a, const std::optional<WireValue>& b) {
  return a && b ? AreSame(*a, *b) : a.has_value() == b.has_value();
}

// The numbers on their own, as 0.0 == -0.0.
bool AreSame(const WidgetFacts& a, const WidgetFacts& b) {
  return a == b && AreSame(a.default_value, b.default_value) && AreSame(a.set_value, b.set_value) &&
         AreSame(a.min, b.min) && AreSame(a.max, b.max);
}

bool AreSame(const DeltaMessage& a, const DeltaMessage& b) {
  const bool same_kind =
      a.kind == b.kind && a.delta_type == b.delta_type && a.block_type == b.block_type;
  if (!same_kind || a.form_id != b.form_id || a.clear_on_submit != b.clear_on_submit) return false;
  if (a.element.type != b.element.type || a.element.widget != b.element.widget) return false;
  if (!AreSame(a.element.fields, b.element.fields)) return false;
  return a.widget && b.widget ? AreSame(*a.widget, *b.widget) : !a.widget && !b.widget;
}

bool HasCallback(const WidgetMetadata& metadata) {
  return !metadata.callback.empty() || !metadata.args.empty() || !metadata.kwargs.empty();
}

// Callbacks are made anew in every run: a widget that has one is not the same.
bool AreSame(const WidgetMetadata& a, const WidgetMetadata& b) {
  return a.id == b.id && a.user_key == b.user_key && a.command == b.command && a.label == b.label &&
         a.executed_name == b.executed_name && a.replayed_name == b.replayed_name &&
         a.is_trigger == b.is_trigger && !HasCallback(a) && !HasCallback(b) &&
         a.serde->IsSameAs(*b.serde);
}

bool AreSame(const RecordedWidget& a, const RecordedWidget& b) {
  const bool same_metadata = a.metadata == b.metadata || AreSame(*a.metadata, *b.metadata);
  return same_metadata && (a.plain == b.plain || AreSame(*a.plain, *b.plain));
}

KeptMessage Keep(RecordedMessage recorded) {
  return {std::move(recorded.message),
          std::make_shared<const RecordedPlace>(std::move(recorded.place))};
}

// With what `known` has of the message.
KeptMessage Share(const KeptMessage& known, RecordedMessage recorded) {
  DeltaMessagePtr& message = recorded.message;
  if (message && known.message && AreSame(*known.message, *message)) message = known.message;
  const auto& known_widget = known.place->widget;
  auto& widget = recorded.place.widget;
  if (widget && known_widget && AreSame(*known_widget, *widget)) widget = known_widget;
  if (recorded.place == *known.place) return {std::move(message), known.place};
  return Keep(std::move(recorded));
}

}  // namespace

KeptRecording ShareMessages(const KeptRecording& known, Recording recording) {
  KeptRecording kept;
  kept.reserve(recording.size());
  for (size_t i = 0; i < recording.size(); ++i) {
    kept.push_back(i < known.size() ? Share(known[i], std::move(recording[i]))
                                    : Keep(std::move(recording[i])));
  }
  return kept;
}

}  // namespace streplay
