// One run of the script in one session: Streamlit's ScriptRunContext. It collects the run's records
// and holds what is counted anew in every run: cursors, the `with` stack, registered widgets and
// forms.
#ifndef STREPLAY_RUNTIME_SCRIPT_RUN_H_
#define STREPLAY_RUNTIME_SCRIPT_RUN_H_

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/cursor.h"
#include "runtime/delta_generator.h"
#include "runtime/delta_message.h"
#include "runtime/insertion_ordered_map.h"
#include "runtime/profile.h"
#include "runtime/session.h"
#include "runtime/simulation.h"
#include "script/interpreter.h"
#include "stream/record.h"

namespace streplay {

class CallWitness;
class Server;

class ScriptRun {
 public:
  // Records are appended to `records`, counts and notes to `outcome`. Makes itself the server's
  // current run until it is destroyed.
  ScriptRun(Server& server, Session& session, std::vector<Record>& records, RunOutcome& outcome);
  ~ScriptRun();
  ScriptRun(const ScriptRun&) = delete;
  ScriptRun& operator=(const ScriptRun&) = delete;

  Server& server() const { return server_; }
  Session& session() const { return session_; }
  const Profile& profile() const;
  script::Interpreter& interpreter() const;  // the server's
  script::Heap& heap() const;
  RunOutcome& outcome() { return outcome_; }
  CallWitness* witness() const;  // the machine's
  size_t record_count() const { return records_.size(); }

  // --- The page.
  Cursor& container_cursor(int32_t root) { return container_cursors_[static_cast<size_t>(root)]; }
  std::vector<script::Ref<DeltaGenerator>>& with_stack() { return with_stack_; }

  // Sends a delta: a record of the stream, and to the session's browser. False when the run has
  // sent more elements than kElementLimit, or nested containers deeper than
  // kNestingLimit (a limit is pending).
  [[nodiscard]] bool Send(DeltaPath path, const DeltaMessagePtr& message);
  // Also counts hits and misses.
  void AddCacheRecord(CacheEvent event, const std::string& function,
                      MissReason reason = MissReason::kNone);
  // The cached function whose recording is being replayed, for the records' `replay`.
  std::string& replaying() { return replaying_; }

  // --- st.set_page_config, which may be called once, and not after a delta of the script. Deltas
  // of callbacks do not count.
  void set_in_callbacks(bool in_callbacks) { in_callbacks_ = in_callbacks; }
  // False when it may not be called (any more).
  [[nodiscard]] bool TakePageConfig() { return std::exchange(is_page_config_allowed_, false); }

  // --- What a run may register once.
  SharedTextSet& widget_ids() { return widget_ids_; }
  SharedTextSet& user_keys() { return user_keys_; }
  std::set<std::string>& form_ids() { return form_ids_; }

  // Text of print(): a record for every whole line. Flush writes a partial last line.
  void Print(std::string_view text);
  void FlushPrinted();

 private:
  Server& server_;
  Session& session_;
  std::vector<Record>& records_;
  RunOutcome& outcome_;
  ScriptRun* outer_run_;
  std::array<Cursor, 2> container_cursors_;
  std::vector<script::Ref<DeltaGenerator>> with_stack_;
  SharedTextSet widget_ids_;
  SharedTextSet user_keys_;
  std::set<std::string> form_ids_;
  std::string printed_line_;
  std::string replaying_;
  size_t deltas_sent_ = 0;
  bool in_callbacks_ = false;
  bool is_page_config_allowed_ = true;
};

inline constexpr size_t kElementLimit = 100'000;  // deltas a run
inline constexpr size_t kNestingLimit = 1'000;    // of containers; every path is that long

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SCRIPT_RUN_H_
