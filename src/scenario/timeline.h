// What the steps so far have done, as far as it is known without running anything: which sessions
// are open, how the source reads, which functions it has defined, how far the clock moved.
#ifndef STREPLAY_SCENARIO_TIMELINE_H_
#define STREPLAY_SCENARIO_TIMELINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/source_text.h"

namespace streplay {

inline constexpr size_t kMaxKeptBytes = size_t{64} << 20;

// The two parts of the source.
struct SourceParts {
  MappedText definitions;
  MappedText script;
};

class Timeline {
 public:
  // Without `source` (the scenario's is faulty) everything about it counts as known and right.
  explicit Timeline(std::optional<SourceParts> source);

  void OpenSession(const std::string& session);
  void CloseSessions() { sessions_.clear(); }
  bool IsOpen(const std::string& session) const { return sessions_.contains(session); }
  bool has_run() const { return has_run_; }

  // False when the clock would then have moved further than kMaxAdvanceMicroseconds in all.
  bool Advance(int64_t microseconds);

  // Whether the source has ever held `def name`.
  bool IsDefined(const std::string& name) const;
  const std::set<std::string, std::less<>>& defined_names() const { return names_; }

  // How often `find` stands in the source. A place that starts in the definitions and ends in the
  // script does not count.
  size_t CountMatches(std::string_view find) const;
  // Replaces the only match.
  void Edit(std::string_view find, const MappedText& replacement);

  // Counts a program that a step keeps. False when the steps' programs then take more than
  // kMaxKeptBytes: each edit and each call keeps a whole one.
  bool Keep(const MappedText& program);

  bool has_source() const { return source_.has_value(); }
  const SourceParts& source() const { return *source_; }

 private:
  void CollectNames();

  std::optional<SourceParts> source_;
  std::set<std::string> sessions_;
  std::set<std::string, std::less<>> names_;
  bool has_run_ = false;
  int64_t microseconds_ = 0;
  size_t kept_bytes_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_TIMELINE_H_
