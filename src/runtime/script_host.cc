#include "runtime/script_host.h"

#include "runtime/command_call.h"
#include "runtime/opaque.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_module.h"

namespace streplay {

using script::Interpreter;
using script::Value;

Value ScriptHost::Import(Interpreter& interpreter, std::string_view path,
                         std::span<const script::Symbol>) {
  if (path == "streamlit" || path.starts_with("streamlit.")) {
    return ImportStreamlit(interpreter, server_, path);
  }
  return MakeOpaqueModule(server_, std::string(path));
}

bool ScriptHost::Display(Interpreter&, std::span<const Value> values) {
  return !CallCommand(server_.current_run(), server_.main(), CommandId::kWrite, {values, {}})
              .empty();
}

void ScriptHost::Print(Interpreter&, std::string_view text) {
  server_.current_run().Print(text);
}

int64_t ScriptHost::NowMicroseconds() {
  return server_.machine().clock.now();
}

void ScriptHost::Sleep(int64_t microseconds) {
  server_.machine().clock.Advance(microseconds);
}

}  // namespace streplay
