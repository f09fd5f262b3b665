// One table of step names and reading functions. A step is a name alone, or a map of one name and
// its value.
#include "scenario/step_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "scenario/duration.h"
#include "scenario/expectation_reader.h"
#include "scenario/interact_reader.h"
#include "scenario/map_fields.h"
#include "scenario/mapped_scalar.h"

namespace streplay {
namespace {

class StepReader {
 public:
  StepReader(const std::vector<std::string>& profiles, std::optional<SourceParts> source,
             LoadContext& context)
      : profiles_(profiles), timeline_(std::move(source)), context_(context) {}

  std::optional<Step> Read(const YamlNode& node);

 private:
  using Action = decltype(Step::action);
  // `value` is null where the step is a name alone.
  using Function = std::optional<Action> (StepReader::*)(const YamlKey& name,
                                                         const YamlNode& value);
  struct Entry {
    std::string_view name;
    Function read;
    bool needs_value;
  };
  static const Entry kEntries[];
  static std::span<const std::string_view> Names();

  std::optional<Step> ReadNamed(const YamlKey& name, const YamlNode& value);
  bool CheckSingleAction(const YamlNode& node);

  std::optional<Action> ReadRun(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadInteractStep(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadCall(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadClear(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadAdvance(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadEdit(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadRestart(const YamlKey& name, const YamlNode& value);
  std::optional<Action> ReadExpect(const YamlKey& name, const YamlNode& value);

  bool CheckMatches(const YamlNode& find);
  bool CheckKept(const YamlNode& value, const MappedText& program);

  const std::vector<std::string>& profiles_;
  Timeline timeline_;
  LoadContext& context_;
  bool history_is_known_ = true;
};

const StepReader::Entry StepReader::kEntries[] = {
    {"run", &StepReader::ReadRun, false},         {"interact", &StepReader::ReadInteractStep, true},
    {"call", &StepReader::ReadCall, true},        {"clear", &StepReader::ReadClear, true},
    {"advance", &StepReader::ReadAdvance, true},  {"edit", &StepReader::ReadEdit, true},
    {"restart", &StepReader::ReadRestart, false}, {"expect", &StepReader::ReadExpect, true},
};

std::span<const std::string_view> StepReader::Names() {
  static const auto kNames = [] {
    std::array<std::string_view, std::size(kEntries)> names;
    for (size_t i = 0; i < names.size(); ++i) names[i] = kEntries[i].name;
    return names;
  }();
  return kNames;
}

std::optional<Step> StepReader::Read(const YamlNode& node) {
  std::optional<Step> step;
  if (node.IsMap() && CheckSingleAction(node)) {
    step = ReadNamed(node.keys[0], node.items[0]);
  } else if (node.IsScalar()) {
    YamlNode nothing;
    nothing.begin = node.begin;
    nothing.end = node.end;
    step = ReadNamed({node.text, node.begin, node.end}, nothing);
  } else if (!node.IsMap()) {
    context_.Error(node, "a step must be a name or a map, not " + DescribeNode(node),
                   context_.Suggest("", Names()));
  }
  history_is_known_ = history_is_known_ && step;
  return step;
}

bool StepReader::CheckSingleAction(const YamlNode& node) {
  if (node.keys.size() == 1) return true;
  if (node.keys.empty()) {
    context_.Error(node, "an empty step", context_.Suggest("", Names()));
    return false;
  }
  auto names = Names();
  for (size_t i = 1; i < node.keys.size(); ++i) {
    const YamlKey& key = node.keys[i];
    bool known = std::find(names.begin(), names.end(), key.name) != names.end();
    context_.Error(key, "a step is one action, and this is another",
                   known ? "start a list item of its own: `- " + key.name + "`"
                         : "indent the keys of " + Quoted(node.keys[0].name) + " below it");
  }
  return false;
}

std::optional<Step> StepReader::ReadNamed(const YamlKey& name, const YamlNode& value) {
  auto entry = std::find_if(std::begin(kEntries), std::end(kEntries),
                            [&](const Entry& known) { return known.name == name.name; });
  if (entry == std::end(kEntries)) {
    context_.Error(name, "unknown step " + Quoted(name.name), context_.Suggest(name.name, Names()));
    return std::nullopt;
  }
  if (entry->needs_value && value.kind == YamlNode::Kind::kNull) {
    context_.Error(name, Quoted(name.name) + " needs a value");
    return std::nullopt;
  }
  std::optional<Action> action = (this->*entry->read)(name, value);
  if (!action) return std::nullopt;
  return Step{context_.RangeOf(name), std::move(*action)};
}

std::optional<StepReader::Action> StepReader::ReadRun(const YamlKey&, const YamlNode& value) {
  constexpr std::string_view kKeys[] = {"session"};
  RunStep step;
  if (value.kind != YamlNode::Kind::kNull) {
    if (!value.IsMap()) {
      context_.Error(value, "`run` must be alone or have a map, not " + DescribeNode(value),
                     "such as `run: {session: bob}`");
      return std::nullopt;
    }
    CheckKeys(value, kKeys, context_);
    if (const YamlNode* session = value.Find("session")) {
      std::optional<std::string> name = ReadSession(*session, context_);
      if (!name) return std::nullopt;
      step.session = *name;
    }
  }
  timeline_.OpenSession(step.session);
  return step;
}

std::optional<StepReader::Action> StepReader::ReadInteractStep(const YamlKey& name,
                                                               const YamlNode& value) {
  std::optional<InteractStep> step = ReadInteract(value, context_);
  if (!step) return std::nullopt;
  if (history_is_known_ && !timeline_.IsOpen(step->session)) {
    context_.Error(name, "the session " + Quoted(step->session) + " has no page yet",
                   step->session == kDefaultSession
                       ? "put a `run` before it"
                       : "put a `run: {session: " + step->session + "}` before it");
    return std::nullopt;
  }
  return std::move(*step);
}

std::optional<StepReader::Action> StepReader::ReadCall(const YamlKey&, const YamlNode& value) {
  if (!ExpectString(value, "`call`", context_)) return std::nullopt;
  if (value.text.find_first_not_of(" \t\n") == std::string::npos) {
    context_.Error(value, "`call` must not be empty", "such as `call: \"double(4)\"`");
    return std::nullopt;
  }
  timeline_.OpenSession(kDefaultSession);
  CallStep step;
  step.text = value.text;
  step.program = MapScalar(value, context_.source());
  if (timeline_.has_source()) {
    step.program = Concatenate(timeline_.source().definitions, step.program);
  }
  if (!CheckKept(value, step.program)) return std::nullopt;
  return step;
}

bool StepReader::CheckKept(const YamlNode& value, const MappedText& program) {
  if (timeline_.Keep(program)) return true;
  context_.Error(value, "with this step the calls and edits make more than " +
                            std::to_string(kMaxKeptBytes) + " bytes of source");
  return false;
}

std::optional<StepReader::Action> StepReader::ReadClear(const YamlKey&, const YamlNode& value) {
  std::optional<std::string> name = ReadName(value, "`clear`", context_);
  if (!name) return std::nullopt;
  if (*name == "all") return ClearStep{ClearStep::What::kAll, {}};
  if (*name == "singleton") return ClearStep{ClearStep::What::kSingleton, {}};
  if (*name == "memo") return ClearStep{ClearStep::What::kMemo, {}};
  if (!timeline_.IsDefined(*name)) {
    std::vector<std::string_view> known = {"all", "singleton", "memo"};
    known.insert(known.end(), timeline_.defined_names().begin(), timeline_.defined_names().end());
    context_.Error(value, "no function " + Quoted(*name) + " is defined",
                   context_.Suggest(*name, known));
    return std::nullopt;
  }
  return ClearStep{ClearStep::What::kFunction, std::move(*name)};
}

std::optional<StepReader::Action> StepReader::ReadAdvance(const YamlKey&, const YamlNode& value) {
  constexpr const char* kExample = "such as 90s; the units are ms, s, m, h and d";
  if (!value.IsScalar()) {
    context_.Error(value, "`advance` must be a duration, not " + DescribeNode(value), kExample);
    return std::nullopt;
  }
  ParsedDuration duration = ParseDuration(value.text);
  if (!duration.error.empty()) {
    context_.Error(value, duration.error, kExample);
    return std::nullopt;
  }
  if (!timeline_.Advance(duration.microseconds)) {
    context_.Error(value, "with this step the clock has moved more than 36500 days");
    return std::nullopt;
  }
  return AdvanceStep{duration.microseconds};
}

bool StepReader::CheckMatches(const YamlNode& find) {
  if (!timeline_.has_source()) return true;
  size_t count = timeline_.CountMatches(find.text);
  if (count == 1) return true;
  if (count == 0) {
    context_.Error(find, "`find` matches nothing in the source as it is then",
                   "it is compared character by character, indentation included");
  } else {
    context_.Error(find, "`find` matches " + std::to_string(count) + " times; it must match once",
                   "take more of the text around it");
  }
  return false;
}

std::optional<StepReader::Action> StepReader::ReadEdit(const YamlKey& name, const YamlNode& value) {
  constexpr std::string_view kKeys[] = {"find", "replace"};
  if (!ExpectMap(value, "`edit`", context_)) return std::nullopt;
  CheckKeys(value, kKeys, context_);
  bool good = true;
  for (std::string_view key : kKeys) {
    const YamlNode* text = value.Find(key);
    if (text == nullptr) {
      context_.Error(name, "`edit` needs " + Quoted(key));
      good = false;
    } else {
      good = ExpectString(*text, Quoted(key), context_) && good;
    }
  }
  if (!good) return std::nullopt;
  const YamlNode& find = *value.Find("find");
  if (find.text.empty()) {
    context_.Error(find, "`find` must not be empty");
    return std::nullopt;
  }
  if (!CheckMatches(find)) return std::nullopt;
  EditStep step;
  step.find = find.text;
  step.replace = value.Find("replace")->text;
  if (timeline_.has_source()) {
    timeline_.Edit(find.text, MapScalar(*value.Find("replace"), context_.source()));
    step.definitions = timeline_.source().definitions;
    step.script = timeline_.source().script;
    if (!CheckKept(value, step.definitions) || !CheckKept(value, step.script)) return std::nullopt;
  }
  return step;
}

std::optional<StepReader::Action> StepReader::ReadRestart(const YamlKey&, const YamlNode& value) {
  if (value.kind != YamlNode::Kind::kNull) {
    context_.Error(value, "`restart` takes nothing");
    return std::nullopt;
  }
  timeline_.CloseSessions();
  return RestartStep{};
}

std::optional<StepReader::Action> StepReader::ReadExpect(const YamlKey& name,
                                                         const YamlNode& value) {
  std::optional<Expectation> expectation = ReadExpectation(value, profiles_, context_);
  if (history_is_known_ && !timeline_.has_run()) {
    context_.Error(name, "there is no run before this expectation", "put a `run` before it");
    return std::nullopt;
  }
  if (!expectation) return std::nullopt;
  return ExpectStep{std::move(*expectation)};
}

}  // namespace

std::vector<Step> ReadSteps(const YamlNode& node, const std::vector<std::string>& profiles,
                            std::optional<SourceParts> source, LoadContext& context) {
  std::vector<Step> steps;
  if (!node.IsList()) {
    context.Error(node, "`steps` must be a list, not " + DescribeNode(node));
    return steps;
  }
  if (node.items.empty()) context.Error(node, "`steps` must not be empty", "such as [run]");
  StepReader reader(profiles, std::move(source), context);
  for (const YamlNode& item : node.items) {
    std::optional<Step> step = reader.Read(item);
    if (step) steps.push_back(std::move(*step));
  }
  return steps;
}

}  // namespace streplay
