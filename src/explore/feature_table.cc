#include "explore/feature_table.h"

#include <algorithm>

#include "registry/command.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr size_t kCountWidth = 10;

struct StepKind {
  std::string operator()(const RunStep& step) const {
    return step.session == kDefaultSession ? "run" : "run in another session";
  }
  std::string operator()(const InteractStep& step) const {
    return step.target.command.empty() ? "interact by key" : "interact " + step.target.command;
  }
  std::string operator()(const CallStep&) const { return "call"; }
  std::string operator()(const ClearStep& step) const {
    return step.what == ClearStep::What::kFunction ? "clear a function" : "clear a family or all";
  }
  std::string operator()(const AdvanceStep&) const { return "advance"; }
  std::string operator()(const EditStep&) const { return "edit"; }
  std::string operator()(const RestartStep&) const { return "restart"; }
  std::string operator()(const ExpectStep&) const { return "expect"; }
};

std::string ErrorOf(const Element& element) {
  const FieldValue* exception = FindField(element.fields, "exception");
  const auto* text = exception == nullptr ? nullptr : std::get_if<std::string>(&exception->data);
  return text == nullptr ? "" : *text;
}

std::string CacheEventText(const CacheRecord& record) {
  std::string text(CacheEventName(record.event));
  if (record.reason == MissReason::kNone) return text;
  return text + " " + std::string(MissReasonName(record.reason));
}

}  // namespace

void FeatureTable::CountProgram(const Program& program) {
  CountStatements(program.definitions);
  CountStatements(program.script);
  for (const Step& step : program.steps) CountStep(step);
}

void FeatureTable::CountStatements(const Statements& statements) {
  for (const Statement& statement : statements) {
    if (!statement.feature.empty()) {
      bool is_command = FindCommand(statement.feature) != nullptr;
      Count(is_command ? "command" : "statement", statement.feature);
      if (is_command && statement.arguments) {
        for (const Argument& argument : *statement.arguments) {
          if (argument.name.empty()) continue;
          Count("argument", statement.feature + " " + argument.name);
        }
      }
    }
    CountStatements(statement.body);
  }
}

void FeatureTable::CountStep(const Step& step) {
  Count("step", std::visit(StepKind{}, step.action));
}

void FeatureTable::CountOutcome(const Outcome& outcome) {
  for (const Record& record : outcome.stream.records) {
    if (const auto* delta = std::get_if<DeltaRecord>(&record)) {
      Count(delta->replay.empty() ? "element" : "replayed element", delta->element->type);
      std::string error = ErrorOf(*delta->element);
      if (!error.empty()) Count("exception shown", error);
    } else if (const auto* cache = std::get_if<CacheRecord>(&record)) {
      Count("cache", CacheEventText(*cache));
    } else if (const auto* end = std::get_if<EndRecord>(&record)) {
      Count("run ends", std::string(RunStatusName(end->status)));
    }
  }
}

void FeatureTable::Add(const FeatureTable& other) {
  for (const auto& [kind, counts] : other.counts_) {
    for (const auto& [feature, count] : counts) counts_[kind][feature] += count;
  }
}

std::map<std::string, FeatureTable::Counts> FeatureTable::WithAbsentCommands() const {
  auto all = counts_;
  for (const Command& command : AllCommands()) all["command"][std::string(command.name)];
  return all;
}

std::string FeatureTable::Text() const {
  std::string text;
  for (const auto& [kind, counts] : WithAbsentCommands()) {
    text += kind + "\n";
    for (const auto& [feature, count] : counts) {
      std::string number = std::to_string(count);
      text += std::string(kCountWidth - std::min(kCountWidth, number.size()), ' ') + number + "  " +
              feature + "\n";
    }
  }
  return text;
}

std::string FeatureTable::Json() const {
  std::string text;
  for (const auto& [kind, counts] : WithAbsentCommands()) {
    text += (text.empty() ? "{" : ",") + JsonStringText(kind) + ":{";
    bool is_first = true;
    for (const auto& [feature, count] : counts) {
      text += (is_first ? "" : ",") + JsonStringText(feature) + ":" + std::to_string(count);
      is_first = false;
    }
    text += "}";
  }
  return text + "}\n";
}

}  // namespace streplay
