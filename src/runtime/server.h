// One server process of the model: the heap of its values, its sessions, its caches, and what exists
// once in it. A restart makes a new one; the clock and the disk belong to the machine and stay.
#ifndef STREPLAY_RUNTIME_SERVER_H_
#define STREPLAY_RUNTIME_SERVER_H_

#include <map>
#include <memory>
#include <set>
#include <string>

#include "runtime/delta_generator.h"
#include "runtime/machine.h"
#include "runtime/profile.h"
#include "runtime/session.h"
#include "runtime/streamlit_classes.h"
#include "scenario/scenario.h"
#include "script/heap.h"

namespace streplay {

class CachingRuntime;
class ScriptRun;

class Server {
 public:
  // `machine`, `profile` and `scenario` must outlive the server.
  Server(Machine& machine, const Profile& profile, const Scenario& scenario);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  Machine& machine() const { return machine_; }
  const Profile& profile() const { return profile_; }
  const Scenario& scenario() const { return scenario_; }
  script::Heap& heap() { return heap_; }
  const StreamlitClasses& classes() const { return classes_; }
  CachingRuntime& caching() { return *caching_; }

  // The session of that name; opened when there is none.
  Session& OpenSession(const std::string& name);
  Session* FindSession(const std::string& name);

  // The run that is executing now; commands may only be called while there is one.
  ScriptRun& current_run() const;
  ScriptRun* exchange_current_run(ScriptRun* run) { return std::exchange(current_run_, run); }

  DeltaGenerator& main() const { return *main_; }
  DeltaGenerator& sidebar() const { return *sidebar_; }
  GeneratorId NextGeneratorId() { return ++last_generator_; }

  // The module `streamlit` as scripts import it, and `streamlit.components.v1`.
  const script::Value& streamlit_module() const { return streamlit_module_; }
  const script::Value& components_module() const { return components_module_; }

  // True the first time only: notices that Streamlit shows once in a process.
  bool TakeOnce(const std::string& notice) { return shown_.insert(notice).second; }

 private:
  Machine& machine_;
  const Profile& profile_;
  const Scenario& scenario_;
  script::Heap heap_;
  StreamlitClasses classes_;
  GeneratorId last_generator_ = kNoGenerator;
  script::Ref<DeltaGenerator> main_;
  script::Ref<DeltaGenerator> sidebar_;
  script::Value streamlit_module_;
  script::Value components_module_;
  std::unique_ptr<CachingRuntime> caching_;
  std::map<std::string, std::unique_ptr<Session>> sessions_;
  ScriptRun* current_run_ = nullptr;
  std::set<std::string> shown_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SERVER_H_
