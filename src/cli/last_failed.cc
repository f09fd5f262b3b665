// JSON Lines: a header with the format's version, then a line a failure, sorted.
#include "cli/last_failed.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "golden/atomic_file.h"
#include "stream/json_reader.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr std::string_view kHeader = "{\"format\":\"streplay-last-failed\",\"version\":1}";
constexpr const char* kFolder = ".streplay";
constexpr const char* kFile = ".streplay/last-failed.jsonl";
constexpr const char* kIgnoreFile = ".streplay/.gitignore";

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

// The text of a plain file in a plain folder.
std::optional<std::string> ReadPlainFile(const FileSystem& files, const std::string& home) {
  bool is_plain = files.Inspect(home + kFolder) == PathKind::kDirectory &&
                  files.Inspect(home + kFile) == PathKind::kFile;
  std::string error;
  return is_plain ? files.ReadFile(home + kFile, error) : std::nullopt;
}

// Makes the folder, with a word to Git that it is nobody else's business. False when that cannot be
// done, or when something else is in its place.
bool MakeFolder(FileSystem& files, const std::string& home) {
  PathKind folder = files.Inspect(home + kFolder);
  if (folder == PathKind::kDirectory) return files.Inspect(home + kFile) != PathKind::kLink;
  std::string error;
  return folder == PathKind::kMissing && files.MakeDirectories(home + kFolder, error) &&
         WriteAtomically(files, home + kIgnoreFile, "*\n", error);
}

}  // namespace

LastFailed LastFailed::Read(const FileSystem& files, const std::string& home) {
  LastFailed empty(home);
  std::optional<std::string> text = ReadPlainFile(files, home);
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
  std::optional<std::string> old = ReadPlainFile(files, home_);
  if (old ? *old == text : !any) return;
  std::string error;  // nobody's business: see the header
  if (MakeFolder(files, home_) && !WriteAtomically(files, home_ + kFile, text, error)) return;
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
