#include "adapter/expectation_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"

namespace streplay {
namespace {

constexpr std::string_view kForm =
    "such as `widgets/negate  # widgets.on.replayed: run 2: | "
    "https://…`";

std::string_view Trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

bool IsAddress(std::string_view text) {
  bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  return has_scheme && text.find_first_of(" \t") == std::string_view::npos;
}

// An entry's parts, or in `problem` why the line is none. `line` is neither blank nor a comment.
std::optional<ExpectationEntry> ParseEntry(std::string_view line, std::string& problem) {
  ExpectationEntry entry;
  size_t hash = line.find(" #");
  entry.id = Trimmed(line.substr(0, hash));
  if (hash == std::string_view::npos) {
    problem = "the entry of " + entry.id + " gives no rule and no message";
    return std::nullopt;
  }
  if (entry.id.find_first_of(" \t") != std::string::npos) {
    problem = "a scenario's id has no blanks";
    return std::nullopt;
  }
  std::string_view rest = line.substr(hash + 2);
  if (size_t bar = rest.rfind(" | "); bar != std::string_view::npos) {
    entry.issue = Trimmed(rest.substr(bar + 3));
    rest = rest.substr(0, bar);
    if (!IsAddress(entry.issue)) {
      problem = "what follows the bar must be an http or https address";
      return std::nullopt;
    }
  }
  size_t colon = rest.find(": ");
  entry.rule = Trimmed(rest.substr(0, colon));
  if (colon != std::string_view::npos) entry.message = Trimmed(rest.substr(colon + 2));
  bool is_rule = !entry.rule.empty() && entry.rule.find_first_of(" \t:") == std::string::npos;
  if (is_rule && !entry.message.empty()) return entry;
  problem = is_rule ? "the entry gives no beginning of a message" : "the entry names no rule";
  return std::nullopt;
}

bool IsEntryLine(std::string_view line) {
  std::string_view text = Trimmed(line);
  return !text.empty() && !text.starts_with('#');
}

// A message as a list can hold it: without what ends it there.
std::string Listable(const std::string& message) {
  std::string text = message.substr(0, message.find(" | "));
  text = text.substr(0, text.find_first_of("\n\r"));
  return std::string(Trimmed(text));
}

std::string EntryText(const KnownFailure& failure) {
  std::string text = failure.id + "  # " + failure.rule + ": " + Listable(failure.message);
  return failure.issue.empty() ? text : text + " | " + failure.issue;
}

std::string CommentOf(const KnownFailure& failure) {
  return "# " + Listable(failure.reason);
}

class ListFixer {
 public:
  ListFixer(const ExpectationList& list, const std::vector<KnownFailure>& failures) {
    for (const KnownFailure& failure : failures) open_.emplace(failure.id, &failure);
    const SourceText& source = *list.source;
    size_t next = 0;
    for (int number = 1; number <= source.line_count(); ++number) {
      bool is_entry = next < list.entries.size() && list.entries[next].line == number;
      if (is_entry) {
        Keep(list.entries[next++], source.Line(number));
      } else if (number < source.line_count() || !source.Line(number).empty()) {
        Add(std::string(source.Line(number)), "", "");
      }
    }
  }

  std::string Fix() {
    for (const auto& [id, failure] : open_) Insert(*failure);
    std::string text;
    for (const Line& line : lines_) text += line.text + "\n";
    return text;
  }

 private:
  struct Line {
    std::string text;
    std::string id;       // of an entry
    std::string rule;     // likewise
    std::string comment;  // the last one above it, or itself
  };

  void Keep(const ExpectationEntry& entry, std::string_view text) {
    auto found = open_.find(entry.id);
    if (found == open_.end()) return;
    KnownFailure failure = *found->second;
    open_.erase(found);
    if (failure.message.starts_with(entry.message)) {
      return Add(std::string(text), entry.id, entry.rule);
    }
    failure.rule = entry.rule;  // a person may have chosen it
    if (failure.issue.empty()) failure.issue = entry.issue;
    Add(EntryText(failure), entry.id, entry.rule);
  }

  void Insert(const KnownFailure& failure) {
    std::optional<size_t> place = FindPlace(failure);
    if (!place) {
      if (!lines_.empty()) Add("", "", "");
      if (!failure.reason.empty()) Add(CommentOf(failure), "", "");
      place = lines_.size();
    }
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(*place),
                  {EntryText(failure), failure.id, failure.rule, CommentOf(failure)});
  }

  std::optional<size_t> FindPlace(const KnownFailure& failure) const {
    std::optional<size_t> place;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      bool is_beside = failure.reason.empty()
                           ? line.rule == failure.rule
                           : !line.text.empty() && line.comment == CommentOf(failure);
      if (!is_beside) continue;
      if (line.id < failure.id) {
        place = i + 1;
      } else if (!place) {
        place = i;
      }
    }
    return place;
  }

  void Add(std::string text, std::string id, std::string rule) {
    if (Trimmed(text).starts_with('#')) comment_ = text;
    lines_.push_back({std::move(text), std::move(id), std::move(rule), comment_});
  }

  std::string comment_;                              // the last one
  std::map<std::string, const KnownFailure*> open_;  // not in the list yet
  std::vector<Line> lines_;
};

}  // namespace

const ExpectationEntry* ExpectationList::Find(std::string_view id) const {
  auto found = std::find_if(entries.begin(), entries.end(),
                            [id](const ExpectationEntry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<ExpectationList> ReadExpectationList(const SourceTextPtr& source,
                                                   Diagnostics& diagnostics) {
  ExpectationList list;
  list.source = source;
  std::map<std::string, int> lines;
  bool ok = true;
  for (int number = 1; number <= source->line_count(); ++number) {
    std::string_view line = source->Line(number);
    if (!IsEntryLine(line)) continue;
    SourceRange range{source, {number, 1}, {number, 1}};
    std::string problem;
    std::optional<ExpectationEntry> entry;
    if (FindInvalidUtf8(line)) {
      problem = "not valid UTF-8";
    } else {
      range.end.column += static_cast<int>(CountCodePoints(line));
      entry = ParseEntry(line, problem);
    }
    if (entry) {
      auto [first, is_new] = lines.emplace(entry->id, number);
      if (!is_new)
        problem = entry->id + " stands on line " + std::to_string(first->second) + " too";
    }
    if (!problem.empty()) {
      AddError(diagnostics, range, problem, entry ? "" : std::string(kForm));
      ok = false;
      continue;
    }
    entry->line = number;
    list.entries.push_back(std::move(*entry));
  }
  if (!ok) return std::nullopt;
  return list;
}

ListVerdict JudgeByList(const CaseFinding& finding, const ExpectationEntry* entry) {
  bool is_listed = entry != nullptr;
  switch (finding.kind) {
    case CaseFinding::Kind::kPassed:
      return is_listed ? ListVerdict::kListedPasses : ListVerdict::kGood;
    case CaseFinding::Kind::kSkipped:
      return is_listed ? ListVerdict::kListedSkipped : ListVerdict::kGood;
    case CaseFinding::Kind::kFailed:
      break;
  }
  if (!is_listed) return ListVerdict::kUnlisted;
  return finding.message.starts_with(entry->message) ? ListVerdict::kExpected
                                                     : ListVerdict::kListedDiffers;
}

std::string FixExpectationList(const ExpectationList& list,
                               const std::vector<KnownFailure>& failures) {
  return ListFixer(list, failures).Fix();
}

}  // namespace streplay
