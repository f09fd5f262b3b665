#include "adapter/scenario_request.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

namespace streplay {
namespace {

FieldValue JsonValue(const PlainValue& value) {
  switch (value.kind) {
    case PlainValue::Kind::kNull:
      break;
    case PlainValue::Kind::kBool:
      return {value.boolean};
    case PlainValue::Kind::kInt:
      return {value.integer};
    case PlainValue::Kind::kFloat:
      return {value.number};
    case PlainValue::Kind::kString:
      return {value.text};
    case PlainValue::Kind::kList: {
      FieldList list;
      for (const PlainValue& item : value.items) list.push_back(JsonValue(item));
      return {std::move(list)};
    }
    case PlainValue::Kind::kMap: {
      Fields fields;
      for (const PlainMember& member : value.members) {
        fields.emplace_back(member.key, JsonValue(member.value));
      }
      return {std::move(fields)};
    }
  }
  return {nullptr};
}

FieldValue Named(const char* name, FieldValue value) {
  Fields step;
  step.emplace_back(name, std::move(value));
  return {std::move(step)};
}

// Milliseconds with the decimals that microseconds need: "1500ms", "0.25ms".
std::string DurationText(int64_t microseconds) {
  std::string text = std::to_string(microseconds / 1000);
  if (int64_t rest = microseconds % 1000; rest != 0) {
    std::string decimals = std::to_string(1000 + rest).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text + "ms";
}

// Makes a step's JSON; nothing for an expectation.
struct StepWriter {
  FieldList& steps;

  void operator()(const RunStep& step) const {
    if (step.session == kDefaultSession) return steps.push_back({std::string("run")});
    steps.push_back(Named("run", Named("session", {step.session})));
  }
  void operator()(const InteractStep& step) const {
    Fields interact;
    if (step.target.command.empty()) {
      interact.emplace_back("key", FieldValue{step.target.key});
    } else {
      interact.emplace_back(step.target.command, FieldValue{step.target.label});
    }
    if (step.target.nth) interact.emplace_back("nth", FieldValue{int64_t{*step.target.nth}});
    if (step.session != kDefaultSession) {
      interact.emplace_back("session", FieldValue{step.session});
    }
    if (step.value) interact.emplace_back("value", JsonValue(*step.value));
    steps.push_back(Named("interact", {std::move(interact)}));
  }
  void operator()(const CallStep& step) const { steps.push_back(Named("call", {step.text})); }
  void operator()(const ClearStep& step) const {
    steps.push_back(Named("clear", {std::string(ClearedName(step))}));
  }
  void operator()(const AdvanceStep& step) const {
    steps.push_back(Named("advance", {DurationText(step.microseconds)}));
  }
  void operator()(const EditStep& step) const {
    Fields edit;
    edit.emplace_back("find", FieldValue{step.find});
    edit.emplace_back("replace", FieldValue{step.replace});
    steps.push_back(Named("edit", {std::move(edit)}));
  }
  void operator()(const RestartStep&) const { steps.push_back({std::string("restart")}); }
  void operator()(const ExpectStep&) const {}

  static std::string_view ClearedName(const ClearStep& step) {
    switch (step.what) {
      case ClearStep::What::kAll:
        return "all";
      case ClearStep::What::kSingleton:
        return "singleton";
      case ClearStep::What::kMemo:
        return "memo";
      case ClearStep::What::kFunction:
        break;
    }
    return step.function;
  }
};

FieldValue StubJson(const Stub& stub) {
  Fields fields;
  if (!stub.hashable) fields.emplace_back("hashable", FieldValue{false});
  if (!stub.picklable) fields.emplace_back("picklable", FieldValue{false});
  if (stub.returns) fields.emplace_back("returns", JsonValue(*stub.returns));
  if (stub.raises) fields.emplace_back("raises", FieldValue{*stub.raises});
  return {std::move(fields)};
}

bool HasNoJson(const PlainValue& value) {
  if (value.kind == PlainValue::Kind::kFloat) return !std::isfinite(value.number);
  return std::any_of(value.items.begin(), value.items.end(), HasNoJson) ||
         std::any_of(value.members.begin(), value.members.end(),
                     [](const PlainMember& member) { return HasNoJson(member.value); });
}

}  // namespace

FieldValue ScenarioRequest(const Scenario& scenario) {
  FieldList steps;
  for (const Step& step : scenario.steps) std::visit(StepWriter{steps}, step.action);
  Fields stubs;
  for (const Stub& stub : scenario.stubs) stubs.emplace_back(stub.name, StubJson(stub));
  Fields request;
  request.emplace_back("definitions", FieldValue{scenario.definitions.text});
  request.emplace_back("script", FieldValue{scenario.script.text});
  request.emplace_back("steps", FieldValue{std::move(steps)});
  request.emplace_back("stubs", FieldValue{std::move(stubs)});
  return {std::move(request)};
}

std::string WhyNotSendable(const Scenario& scenario) {
  for (const Stub& stub : scenario.stubs) {
    if (stub.returns && HasNoJson(*stub.returns)) {
      return "the stub " + stub.name + " returns a number that JSON does not have";
    }
  }
  return "";
}

}  // namespace streplay
