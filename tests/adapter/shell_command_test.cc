#include "adapter/shell_command.h"

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("a simple command takes the shell's place, after its assignments") {
  CHECK(ReplacingShell("adapter.py -x") == "exec adapter.py -x");
  CHECK(ReplacingShell(" A=1 B='x y' C=\"a \\\" b\" D=\\  adapter.py") ==
        " A=1 B='x y' C=\"a \\\" b\" D=\\  exec adapter.py");
  CHECK(ReplacingShell("1A=2 x") == "exec 1A=2 x");
  CHECK(ReplacingShell("python3 a=b") == "exec python3 a=b");
}

TEST_CASE("what is more than a simple command stays as it is") {
  for (const char* command : {"", "A=1", "cd x; adapter.py", "a | b", "exec adapter.py", "(a)"}) {
    CHECK(ReplacingShell(command) == command);
  }
}

}  // namespace
}  // namespace streplay
