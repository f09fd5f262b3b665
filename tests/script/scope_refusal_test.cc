// What the parser cannot refuse: a built-in's name that the script binds, and unbinds again.
#include "script/script_world.h"

namespace streplay::script {
namespace {

TEST_CASE("an unbound name that CPython would find is refused when it is read") {
  auto outcome = [](std::string_view source) {
    ScriptWorld world;
    return world.Outcome(source);
  };
  CHECK(outcome("open = 1\ndel open\nopen('a')\n")
            .starts_with("limit: the built-in `open` is not supported in scenario scripts"));
  CHECK(outcome("def f(): return __file__\ndef g():\n    global __file__\n    __file__ = 1\nf()\n")
            .starts_with("limit: the name `__file__` is not supported in scenario scripts"));
  CHECK(outcome("def f(): return x\ndef g():\n    global x\n    x = 1\nf()\n")
            .starts_with("!NameError: name 'x' is not defined"));
}

}  // namespace
}  // namespace streplay::script
