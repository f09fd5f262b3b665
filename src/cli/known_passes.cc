// JSON Lines: a header that says what program noted this, under which rules, then a line a
// scenario, sorted. A line is read when its scenario is asked for.
#include "cli/known_passes.h"

#include <algorithm>
#include <string_view>

#include "base/fnv1a.h"
#include "cli/state_file.h"
#include "golden/golden_folder.h"
#include "stream/json_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr const char* kFile = "passed.jsonl";
constexpr std::string_view kLineStart = "{\"scenario\":";
constexpr std::string_view kAfterName = ",\"read\":";
constexpr size_t kMaxBytes = size_t{64} << 20;  // of a file that is looked at

std::string HeaderFor(const CorpusFile& file, const Environment& environment) {
  FileContent rules = environment.scenario_files.Read(file.rules_path, kMaxBytes);
  return "{\"format\":\"streplay-passed\",\"version\":1,\"program\":" +
         JsonStringText(environment.program_identity) + ",\"rules\":\"" +
         HexText(Fnv1a(rules.text)) + "\"}";
}

const std::string& TextOf(const FieldValue& value) {
  static const std::string kNone;
  const auto* text = std::get_if<std::string>(&value.data);
  return text == nullptr ? kNone : *text;
}

const FieldList& ListAt(const Fields& fields, std::string_view name) {
  static const FieldList kNone;
  const FieldValue* value = FindField(fields, name);
  const auto* list = value == nullptr ? nullptr : std::get_if<FieldList>(&value->data);
  return list == nullptr ? kNone : *list;
}

std::string TextAt(const Fields& fields, std::string_view name) {
  const FieldValue* value = FindField(fields, name);
  return value == nullptr ? std::string() : TextOf(*value);
}

size_t NumberOf(const FieldValue& value) {
  const auto* number = std::get_if<int64_t>(&value.data);
  return number == nullptr ? 0 : static_cast<size_t>(*number);
}

// `read` is path, digest, path, digest, …
bool AreAsTheyWere(const FieldList& read, const std::string& home, const FileReader& files) {
  if (read.empty() || read.size() % 2 != 0) return false;
  for (size_t i = 0; i < read.size(); i += 2) {
    FileContent content = files.Read(home + TextOf(read[i]), kMaxBytes);
    bool is_there = content.status == FileContent::Status::kRead;
    if (!is_there || HexText(Fnv1a(content.text)) != TextOf(read[i + 1])) return false;
  }
  return true;
}

// Of what is noted: [profile, golden, runs, records].
ScenarioResult ResultOf(const CorpusFile& file, const std::string& home, const Fields& fields,
                        const FieldList& noted) {
  ScenarioResult result;
  result.path = file.path;
  result.id = file.id;
  result.title = TextAt(fields, "title");
  for (const FieldValue& rule : ListAt(fields, "rules")) result.rules.push_back(TextOf(rule));
  result.profile = TextOf(noted[0]);
  result.golden_path = home + TextOf(noted[1]);
  result.run_count = NumberOf(noted[2]);
  result.record_count = NumberOf(noted[3]);
  return result;
}

// The path from `home`; empty when it is not below.
std::string Below(const std::string& home, const std::string& path) {
  return path.starts_with(home) ? path.substr(home.size()) : std::string();
}

// The line for results that passed; empty when it cannot be noted what they came from.
std::string LineFor(const std::string& home, const std::string& name,
                    const CheckedScenario& checked) {
  std::string line(kLineStart);
  line += name;
  line += kAfterName;
  std::string_view separator = "[";
  for (const ReadFile& read : checked.read) {
    std::string path = Below(home, read.path);
    if (path.empty()) return {};
    line += separator;
    line += JsonStringText(path) + ",\"" + read.digest + "\"";
    separator = ",";
  }
  const ScenarioResult& first = checked.results.front();
  line += "],\"title\":" + JsonStringText(first.title) + ",\"rules\":[";
  for (size_t i = 0; i < first.rules.size(); ++i) {
    line += (i == 0 ? "" : ",") + JsonStringText(first.rules[i]);
  }
  separator = "],\"results\":[[";
  for (const ScenarioResult& result : checked.results) {
    line += separator;
    line += JsonStringText(result.profile) + "," + JsonStringText(Below(home, result.golden_path)) +
            "," + std::to_string(result.run_count) + "," + std::to_string(result.record_count) +
            "]";
    separator = ",[";
  }
  return line + "]}";
}

bool CanBeNoted(const CheckedScenario& checked) {
  bool all_passed = std::all_of(
      checked.results.begin(), checked.results.end(),
      [](const auto& result) { return IsGood(result.outcome) && result.diagnostics.empty(); });
  return all_passed && !checked.results.empty() && !checked.read.empty();
}

}  // namespace

KnownPasses KnownPasses::Read(const CorpusFile& file, const Environment& environment) {
  KnownPasses known(file.home, HeaderFor(file, environment));
  std::optional<std::string> text = ReadStateFile(environment.files, file.home, kFile);
  if (!text || !text->starts_with(known.header_ + "\n")) return known;
  for (size_t begin = known.header_.size() + 1; begin < text->size();) {
    size_t end = std::min(text->find('\n', begin), text->size());
    std::string line = text->substr(begin, end - begin);
    begin = end + 1;
    size_t after_name = line.find(kAfterName);
    if (!line.starts_with(kLineStart) || after_name == std::string::npos) continue;
    std::string name = line.substr(kLineStart.size(), after_name - kLineStart.size());
    known.lines_.emplace_hint(known.lines_.end(), std::move(name), std::move(line));
  }
  return known;
}

std::optional<std::vector<ScenarioResult>> KnownPasses::Find(const CorpusFile& file,
                                                             const Environment& environment) const {
  auto line = lines_.find(JsonStringText(file.name));
  if (line == lines_.end()) return std::nullopt;
  JsonError error;
  std::optional<FieldValue> value = ReadJson(line->second, error);
  const auto* fields = value ? std::get_if<Fields>(&value->data) : nullptr;
  if (fields == nullptr) return std::nullopt;
  std::vector<ScenarioResult> results;
  for (const FieldValue& each : ListAt(*fields, "results")) {
    const auto* noted = std::get_if<FieldList>(&each.data);
    if (noted == nullptr || noted->size() != 4) return std::nullopt;
    results.push_back(ResultOf(file, home_, *fields, *noted));
    // A check that passes takes a pending golden away.
    std::string pending = PendingPath(results.back().golden_path);
    if (environment.files.Inspect(pending) != PathKind::kMissing) return std::nullopt;
  }
  const FieldList& read = ListAt(*fields, "read");
  if (results.empty() || !AreAsTheyWere(read, home_, environment.scenario_files)) {
    return std::nullopt;
  }
  return results;
}

void KnownPasses::Take(const CorpusFile& file, const CheckedScenario& checked) {
  if (checked.is_known) return;
  std::string name = JsonStringText(file.name);
  std::string line = CanBeNoted(checked) ? LineFor(home_, name, checked) : std::string();
  auto known = lines_.find(name);
  if (line.empty()) {
    if (known == lines_.end()) return;
    lines_.erase(known);
  } else {
    std::string& kept = lines_[name];
    if (kept == line) return;
    kept = std::move(line);
  }
  has_changed_ = true;
}

void KnownPasses::Write(FileSystem& files) const {
  if (!has_changed_) return;
  std::string text = header_ + "\n";
  for (const auto& line : lines_) {
    JsonError error;
    std::optional<FieldValue> name = ReadJson(line.first, error);
    bool is_there = name && files.Inspect(home_ + TextOf(*name)) != PathKind::kMissing;
    if (is_there) text += line.second + "\n";
  }
  WriteStateFile(files, home_, kFile, text);
}

KnownPassesKeeper::KnownPassesKeeper(const std::vector<CorpusFile>& corpus, bool may_skip,
                                     const Environment& environment)
    : environment_(environment), may_skip_(may_skip) {
  for (const CorpusFile& file : corpus) {
    if (by_home_.contains(file.home)) continue;
    by_home_.emplace(file.home, KnownPasses::Read(file, environment));
  }
}

std::optional<std::vector<ScenarioResult>> KnownPassesKeeper::Find(const CorpusFile& file) const {
  if (!may_skip_) return std::nullopt;
  return by_home_.at(file.home).Find(file, environment_);
}

void KnownPassesKeeper::Take(const CorpusFile& file, const CheckedScenario& checked) {
  by_home_.at(file.home).Take(file, checked);
}

void KnownPassesKeeper::Write(FileSystem& files) const {
  for (const auto& known : by_home_) known.second.Write(files);
}

}  // namespace streplay
