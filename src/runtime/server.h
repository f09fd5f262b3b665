// One server process of the model: its sessions, its caches, and what exists once in it. A restart
// makes a new one; the machine (clock, disk, heap) stays.
#ifndef STREPLAY_RUNTIME_SERVER_H_
#define STREPLAY_RUNTIME_SERVER_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "runtime/caching_runtime.h"
#include "runtime/command_call.h"
#include "runtime/delta_generator.h"
#include "runtime/machine.h"
#include "runtime/profile.h"
#include "runtime/script_host.h"
#include "runtime/session.h"
#include "scenario/scenario.h"
#include "script/interpreter.h"
#include "script/module_object.h"

namespace streplay {

class ScriptRun;

class Server {
 public:
  // `machine`, `profile` and `scenario` must outlive the server.
  Server(Machine& machine, const Profile& profile, const Scenario& scenario);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  Machine& machine() const { return machine_; }
  const Profile& profile() const { return profile_; }
  const Scenario& scenario() const { return scenario_; }
  script::Heap& heap() const { return machine_.heap; }
  const StreamlitClasses& classes() const { return machine_.classes; }
  script::Interpreter& interpreter() { return interpreter_; }
  CommandSignatures& signatures() { return signatures_; }
  CachingRuntime& caching() { return caching_; }

  // The session of that name; opened when there is none.
  Session& OpenSession(const std::string& name);
  // Null when it was not opened.
  Session* FindSession(const std::string& name);

  // The run that is executing now; commands may only be called while there is one.
  ScriptRun& current_run() const;
  ScriptRun* exchange_current_run(ScriptRun* run) { return std::exchange(current_run_, run); }

  // The element `empty`, which has no fields: one message for all.
  const DeltaMessagePtr& empty_message() const { return empty_message_; }

  DeltaGenerator& main() const { return *main_; }
  DeltaGenerator& sidebar() const { return *sidebar_; }
  GeneratorId NextGeneratorId() { return ++last_generator_; }

  // The module `streamlit`, the same object in every run.
  const script::Value& streamlit_module() const { return streamlit_module_; }

  // The script's module of the last run that began (sys.modules["__main__"]); pickling looks names
  // up in it.
  const script::Ref<script::ModuleObject>& main_module() const { return main_module_; }
  void set_main_module(script::Ref<script::ModuleObject> module) {
    main_module_ = std::move(module);
  }

  // True the first time only: notices that Streamlit shows once in a process.
  bool TakeOnce(const std::string& notice) { return shown_.insert(notice).second; }

 private:
  Machine& machine_;
  const Profile& profile_;
  const Scenario& scenario_;
  ScriptHost host_;
  script::Interpreter interpreter_;
  CommandSignatures signatures_;
  CachingRuntime caching_;
  DeltaMessagePtr empty_message_;
  GeneratorId last_generator_ = kNoGenerator;
  script::Ref<DeltaGenerator> main_;
  script::Ref<DeltaGenerator> sidebar_;
  script::Value streamlit_module_;
  script::Ref<script::ModuleObject> main_module_;
  std::map<std::string, std::unique_ptr<Session>> sessions_;
  ScriptRun* current_run_ = nullptr;
  std::set<std::string> shown_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SERVER_H_
