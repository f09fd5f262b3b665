#include "runtime/script_run.h"

#include <utility>

#include "runtime/server.h"

namespace streplay {

ScriptRun::ScriptRun(Server& server, Session& session, std::vector<Record>& records,
                     RunOutcome& outcome)
    : server_(server),
      session_(session),
      records_(records),
      outcome_(outcome),
      outer_run_(server.exchange_current_run(this)),
      container_cursors_{Cursor{{kMainRoot}, 0, false}, Cursor{{kSidebarRoot}, 0, false}} {
}

ScriptRun::~ScriptRun() {
  // Spinners that a limit or a deadlock left behind.
  server_.machine().clock.CancelAll();
  server_.exchange_current_run(outer_run_);
}

const Profile& ScriptRun::profile() const {
  return server_.profile();
}

script::Interpreter& ScriptRun::interpreter() const {
  return server_.interpreter();
}

script::Heap& ScriptRun::heap() const {
  return server_.heap();
}

CallWitness* ScriptRun::witness() const {
  return server_.machine().witness;
}

bool ScriptRun::Send(DeltaPath path, const DeltaMessagePtr& message) {
  if (++deltas_sent_ > kElementLimit) {
    interpreter().EndWithLimit("the run sent more than " + std::to_string(kElementLimit) +
                               " elements");
    return false;
  }
  if (path.size() > kNestingLimit) {
    interpreter().EndWithLimit("containers are nested more than " + std::to_string(kNestingLimit) +
                               " deep");
    return false;
  }
  if (!in_callbacks_) is_page_config_allowed_ = false;
  session_.browser.OnDelta(path, message);
  auto& record = std::get<DeltaRecord>(records_.emplace_back(std::in_place_type<DeltaRecord>));
  record.kind = message->kind;
  record.path = std::move(path);
  record.element = ElementOf(message);
  record.replay = replaying_;
  return true;
}

void ScriptRun::AddCacheRecord(CacheEvent event, const std::string& function, MissReason reason) {
  if (event == CacheEvent::kHit) ++outcome_.hits[function];
  if (event == CacheEvent::kMiss) ++outcome_.misses[function];
  records_.emplace_back(CacheRecord{event, function, reason});
}

void ScriptRun::Print(std::string_view text) {
  for (size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    printed_line_ += text.substr(0, end);
    text.remove_prefix(end + 1);
    records_.emplace_back(PrintRecord{std::exchange(printed_line_, {})});
  }
  printed_line_ += text;
}

void ScriptRun::FlushPrinted() {
  if (!printed_line_.empty()) records_.emplace_back(PrintRecord{std::exchange(printed_line_, {})});
}

}  // namespace streplay
