#include "runtime/element_commands.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/exception_object.h"

namespace streplay {
namespace {

// Both are exceptions of Streamlit's that a script can catch; uncaught they end the run.
script::Value RaiseControl(CommandCall& call, script::ClassObject& type) {
  script::Ref<script::ExceptionObject> exception = call.interpreter.MakeException(type, {});
  exception->set_payload(std::make_shared<StreamlitFacts>(Fields()));
  return call.interpreter.RaiseObject(exception);
}

}  // namespace

script::Value Stop(CommandCall& call) {
  return RaiseControl(call, call.run.server().classes().stop_exception);
}

script::Value Rerun(CommandCall& call) {
  return RaiseControl(call, call.run.server().classes().rerun_exception);
}

}  // namespace streplay
