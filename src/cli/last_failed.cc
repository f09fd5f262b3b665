// JSON Lines: a header with the format's version, then a line a failure, sorted.
#include "cli/last_failed.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "cli/state_file.h"
#include "stream/json_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr std::string_view kHeader = "{\"format\":\"streplay-last-failed\",\"version\":1}";
constexpr const char* kFile = "last-failed.jsonl";

const std::string* FindText(const Fields& fields, std::string_view name) {
  const FieldValue* value = FindField(fields, name);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
}

std::optional<std::pair<std::string, std::string>> ReadFailure(std::string_view line) {
  JsonError error;
  std::optional<FieldValue> value = ReadJson(line, error);
  const auto* fields = value ? std::get_if<Fields>(&value->data) : nullptr;
  if (fields == nullptr) return std::nullopt;
  const std::string* scenario = FindText(*fields, "scenario");
  const std::string* profile = FindText(*fields, "profile");
  if (scenario == nullptr || profile == nullptr) return std::nullopt;
  return std::pair(*scenario, *profile);
}

}  // namespace

LastFailed LastFailed::Read(const FileSystem& files, const std::string& home) {
  LastFailed empty(home);
  std::optional<std::string> text = ReadStateFile(files, home, kFile);
  if (!text || !text->starts_with(std::string(kHeader) + "\n")) return empty;
  LastFailed read(home);
  for (size_t begin = kHeader.size() + 1; begin < text->size();) {
    size_t end = std::min(text->find('\n', begin), text->size());
    auto failure = ReadFailure(std::string_view(*text).substr(begin, end - begin));
    if (!failure) return empty;
    read.failures_.insert(std::move(*failure));
    begin = end + 1;
  }
  return read;
}

bool LastFailed::Has(const CorpusFile& file) const {
  auto first = failures_.lower_bound({file.name, ""});
  return first != failures_.end() && first->first == file.name;
}

void LastFailed::Take(const CorpusFile& file, const std::vector<ScenarioResult>& results) {
  if (!results.empty()) failures_.erase({file.name, ""});
  for (const ScenarioResult& result : results) {
    Failure failure(file.name, result.profile);
    if (IsGood(result.outcome)) {
      failures_.erase(failure);
    } else {
      failures_.insert(std::move(failure));
    }
  }
}

void LastFailed::Write(FileSystem& files) const {
  std::string text = std::string(kHeader) + "\n";
  bool any = false;
  for (const auto& [scenario, profile] : failures_) {
    if (files.Inspect(home_ + scenario) == PathKind::kMissing) continue;
    text += "{\"scenario\":" + JsonStringText(scenario) +
            ",\"profile\":" + JsonStringText(profile) + "}\n";
    any = true;
  }
  std::optional<std::string> old = ReadStateFile(files, home_, kFile);
  if (old ? *old == text : !any) return;
  WriteStateFile(files, home_, kFile, text);
}

void LastFailedKeeper::Take(const CorpusFile& file, const std::vector<ScenarioResult>& results) {
  if (!is_wanted_) return;
  auto kept = by_home_.find(file.home);
  if (kept == by_home_.end()) {
    kept = by_home_.emplace(file.home, LastFailed::Read(files_, file.home)).first;
  }
  kept->second.Take(file, results);
}

void LastFailedKeeper::Write() const {
  for (const auto& [home, last_failed] : by_home_) last_failed.Write(files_);
}

}  // namespace streplay
