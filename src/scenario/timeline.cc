// Function names are found by the word `def` at the start of a line, not by parsing: an edit may
// have left the source without a syntax tree. A `def` inside a string is found too; then only the
// run can tell that there is no such function.
#include "scenario/timeline.h"

#include <algorithm>
#include <utility>

#include "scenario/duration.h"
#include "scenario/script_edit.h"

namespace streplay {
namespace {

constexpr std::string_view kBlanks = " \t";

// The name that a line defines, or nothing.
std::string_view DefinedName(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  if (!line.starts_with("def")) return {};
  line.remove_prefix(3);
  size_t name = line.find_first_not_of(kBlanks);
  if (name == 0 || name == std::string_view::npos) return {};
  line.remove_prefix(name);
  return line.substr(0, line.find_first_of(" \t(["));
}

void CollectNamesOf(std::string_view text, std::set<std::string, std::less<>>& names) {
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view name = DefinedName(text.substr(0, end));
    if (!name.empty()) names.emplace(name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

Timeline::Timeline(std::optional<SourceParts> source) : source_(std::move(source)) {
  CollectNames();
}

void Timeline::OpenSession(const std::string& session) {
  sessions_.insert(session);
  has_run_ = true;
}

bool Timeline::Advance(int64_t microseconds) {
  microseconds_ += microseconds;
  if (microseconds_ <= kMaxAdvanceMicroseconds) return true;
  microseconds_ = 0;  // one complaint is enough
  return false;
}

bool Timeline::IsDefined(const std::string& name) const {
  return !source_ || names_.contains(name);
}

size_t Timeline::CountMatches(std::string_view find) const {
  return FindMatches(source_->definitions.text, find).count +
         FindMatches(source_->script.text, find).count;
}

void Timeline::Edit(std::string_view find, const MappedText& replacement) {
  Matches in_definitions = FindMatches(source_->definitions.text, find);
  bool is_there = in_definitions.count > 0;
  MappedText& part = is_there ? source_->definitions : source_->script;
  size_t offset = is_there ? in_definitions.first : FindMatches(part.text, find).first;
  part = ReplaceText(part, offset, find.size(), replacement);
  CollectNames();
}

bool Timeline::Keep(const MappedText& program) {
  kept_bytes_ += program.text.size() + program.origins.size() * sizeof(LineOrigin);
  return kept_bytes_ <= kMaxKeptBytes;
}

void Timeline::CollectNames() {
  if (!source_) return;
  CollectNamesOf(source_->definitions.text, names_);
  CollectNamesOf(source_->script.text, names_);
}

}  // namespace streplay
