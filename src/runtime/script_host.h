// The interpreter's way out: imports, magic, print and the clock, handed to the run that executes
// now.
#ifndef STREPLAY_RUNTIME_SCRIPT_HOST_H_
#define STREPLAY_RUNTIME_SCRIPT_HOST_H_

#include "script/host.h"

namespace streplay {

class Server;

class ScriptHost : public script::Host {
 public:
  explicit ScriptHost(Server& server) : server_(server) {}

  script::Value Import(script::Interpreter& interpreter, std::string_view path,
                       std::span<const script::Symbol> from_names) override;
  bool Display(script::Interpreter& interpreter, std::span<const script::Value> values) override;
  void Print(script::Interpreter& interpreter, std::string_view text) override;
  int64_t NowMicroseconds() override;
  void Sleep(int64_t microseconds) override;

 private:
  Server& server_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SCRIPT_HOST_H_
