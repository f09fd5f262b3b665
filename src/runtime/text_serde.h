// The values of widgets whose value is a text on both sides: text inputs and colour pickers.
#ifndef STREPLAY_RUNTIME_TEXT_SERDE_H_
#define STREPLAY_RUNTIME_TEXT_SERDE_H_

#include <string>

#include "runtime/widget_metadata.h"

namespace streplay {

class TextSerde : public WidgetSerde {
 public:
  explicit TextSerde(std::string initial) : initial_(std::move(initial)) {}

  script::Value Deserialize(ScriptRun& run, const WireValue* wire) const override;
  // TypeError for what is no text.
  std::optional<WireValue> Serialize(ScriptRun& run, const script::Value& value) const override;
  bool IsSameAs(const WidgetSerde& other) const override {
    const auto* text = dynamic_cast<const TextSerde*>(&other);
    return text != nullptr && text->initial_ == initial_;
  }

 private:
  std::string initial_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_TEXT_SERDE_H_
