#include "explore/step_text.h"

#include <array>
#include <string_view>

#include "scenario/core_schema.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

std::string SessionText(const std::string& session, const char* joint) {
  return session == kDefaultSession ? "" : joint + ("session: " + session);
}

// A text that plain YAML would read as something else is quoted.
std::string ScalarText(const std::string& text) {
  bool plain = ClassifyPlainScalar(text) == PlainValue::Kind::kString &&
               text.find_first_of(",:{}[]#\"'\n\r\t\\") == std::string::npos &&
               std::string_view("-?&*!|>%@` ").find(text.front()) == std::string_view::npos &&
               text.back() != ' ';
  return plain ? text : JsonStringText(text);
}

// The largest unit that says it in whole numbers: 90s, 2m, 1500ms.
std::string DurationText(int64_t microseconds) {
  struct Unit {
    int64_t microseconds;
    const char* name;
  };
  constexpr std::array kUnits = {Unit{86'400'000'000, "d"}, Unit{3'600'000'000, "h"},
                                 Unit{60'000'000, "m"}, Unit{1'000'000, "s"}, Unit{1000, "ms"}};
  for (const Unit& unit : kUnits) {
    if (microseconds != 0 && microseconds % unit.microseconds == 0) {
      return std::to_string(microseconds / unit.microseconds) + unit.name;
    }
  }
  return std::to_string(microseconds) + "us";
}

struct ActionText {
  std::string operator()(const RunStep& step) const {
    std::string session = SessionText(step.session, "");
    return session.empty() ? "run" : "run: {" + session + "}";
  }
  std::string operator()(const InteractStep& step) const {
    const WidgetTarget& target = step.target;
    std::string text = "interact: {";
    text += target.command.empty() ? "key: " + ScalarText(target.key)
                                   : target.command + ": " + ScalarText(target.label);
    if (target.nth) text += ", nth: " + std::to_string(*target.nth);
    if (step.value) text += ", value: " + PlainValueText(*step.value);
    return text + SessionText(step.session, ", ") + "}";
  }
  std::string operator()(const CallStep& step) const { return "call: " + step.text; }
  std::string operator()(const ClearStep& step) const {
    switch (step.what) {
      case ClearStep::What::kAll:
        return "clear: all";
      case ClearStep::What::kSingleton:
        return "clear: singleton";
      case ClearStep::What::kMemo:
        return "clear: memo";
      case ClearStep::What::kFunction:
        break;
    }
    return "clear: " + step.function;
  }
  std::string operator()(const AdvanceStep& step) const {
    return "advance: " + DurationText(step.microseconds);
  }
  std::string operator()(const EditStep& step) const {
    return "edit: {find: " + ScalarText(step.find) + ", replace: " + ScalarText(step.replace) + "}";
  }
  std::string operator()(const RestartStep&) const { return "restart"; }
  std::string operator()(const ExpectStep&) const { return "expect"; }
};

}  // namespace

std::string StepText(const Step& step) {
  return std::visit(ActionText{}, step.action);
}

std::string PlainValueText(const PlainValue& value) {
  std::string text;
  switch (value.kind) {
    case PlainValue::Kind::kList:
      for (const PlainValue& item : value.items) {
        text += (text.empty() ? "" : ", ") + PlainValueText(item);
      }
      return "[" + text + "]";
    case PlainValue::Kind::kMap:
      for (const PlainMember& member : value.members) {
        text += (text.empty() ? "" : ", ") + ScalarText(member.key) + ": " +
                PlainValueText(member.value);
      }
      return "{" + text + "}";
    case PlainValue::Kind::kString:
      return value.quoted ? JsonStringText(value.text) : ScalarText(value.text);
    default:
      return value.text;
  }
}

}  // namespace streplay
