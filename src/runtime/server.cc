#include "runtime/server.h"

#include "base/check.h"
#include "runtime/element_builder.h"
#include "runtime/script_run.h"
#include "runtime/streamlit_module.h"

namespace streplay {

Server::Server(Machine& machine, const Profile& profile, const Scenario& scenario)
    : machine_(machine),
      profile_(profile),
      scenario_(scenario),
      host_(*this),
      interpreter_(machine.heap, host_, machine.limits),
      signatures_(machine.heap),
      caching_(*this),
      empty_message_(ElementBuilder(DeltaType::kEmpty).Build()) {
  DeltaGenerator::Place place;
  main_ = heap().New<DeltaGenerator>(*this, place);
  place.root = kSidebarRoot;
  place.parent = main_;
  sidebar_ = heap().New<DeltaGenerator>(*this, place);
  STREPLAY_CHECK(main_->id() == kMainGenerator && sidebar_->id() == kSidebarGenerator);
  streamlit_module_ = MakeStreamlitModule(*this);
}

Session& Server::OpenSession(const std::string& name) {
  std::unique_ptr<Session>& session = sessions_[name];
  if (!session) {
    session = std::make_unique<Session>();
    session->name = name;
  }
  return *session;
}

Session* Server::FindSession(const std::string& name) {
  auto found = sessions_.find(name);
  return found == sessions_.end() ? nullptr : found->second.get();
}

ScriptRun& Server::current_run() const {
  STREPLAY_CHECK(current_run_ != nullptr);
  return *current_run_;
}

}  // namespace streplay
