// The interpreter's own contract: completions, positions, contexts, loaded programs. What scripts
// mean is the corpus's business (snippets_test.cc).
#include <string>

#include "script/exception_object.h"
#include "script/loaded_program.h"
#include "script/script_world.h"

namespace streplay::script {
namespace {

int LineOf(const ScriptRange& range) {
  return range.program == nullptr ? 0 : range.program->LineAt(range.begin);
}

TEST_CASE("an uncaught exception carries the line that raised it") {
  ScriptWorld world;
  for (const auto& [source, line] : std::vector<std::pair<std::string, int>>{
           {"x = 1\ny = x / 0\n", 2},
           {"def f():\n    return [][1]\n\nf()\n", 2},
           {"if 0:\n    pass\nelif 1 / 0:\n    pass\n", 3},
           {"while True:\n    break\nfor i in 5:\n    pass\n", 3},
           {"class A:\n    x = 1\n    y = z\n", 3},
           {"try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise\n", 2},
           {"try:\n    1 / 0\nfinally:\n    x = 1\n", 2},
           {"f = lambda: 1 / 0\nx = 2\nf()\n", 1},
           {"x = [\n    n / 0 for n in [1]]\n", 1},
           {"import time\ntime.nothing_here\n", 2},
           {"def f(a): pass\nx = 0\nf()\n", 3},
       }) {
    INFO(source);
    Completion completion = world.Run(source);
    CHECK(completion.kind == CompletionKind::kException);
    CHECK(LineOf(completion.range) == line);
    CHECK(LineOf(completion.exception.As<ExceptionObject>()->raised_at()) == line);
  }
}

TEST_CASE("an exception keeps where it was first raised, its cause and its context") {
  ScriptWorld world;
  Completion completion = world.Run(
      "def f():\n    raise KeyError('k')\ntry:\n    f()\nexcept KeyError as e:\n"
      "    raise ValueError('v') from e\n");
  auto* exception = completion.exception.As<ExceptionObject>();
  REQUIRE(exception != nullptr);
  CHECK(LineOf(completion.range) == 6);
  auto* cause = exception->cause().As<ExceptionObject>();
  REQUIRE(cause != nullptr);
  CHECK(LineOf(cause->raised_at()) == 2);
  CHECK(exception->context().IsIdenticalTo(exception->cause()));
  CHECK(exception->suppress_context());
}

TEST_CASE("nothing is pending after a run, whatever it did") {
  ScriptWorld world;
  for (const char* source : {"x = 1\n", "1 / 0\n", "x = 10 ** 30\n"}) {
    world.Run(source);
    CHECK_FALSE(world.interpreter.failed());
    CHECK(world.interpreter.handled_exception().empty());
    CHECK(world.interpreter.frame() == nullptr);
    CHECK(world.interpreter.current_range().program == nullptr);
  }
}

TEST_CASE("a program is loaded once a heap and its constants stay the same objects") {
  ScriptWorld world;
  auto program = world.Parse("def f():\n    return 'text', (1, 'text')\na = f()\n");
  world.RunProgram(program);
  Value first = world.Global("a");
  world.RunProgram(program);
  Value second = world.Global("a");
  CHECK(first.IsIdenticalTo(second));
  CHECK(world.heap.Load(program) == world.heap.Load(program));
}

TEST_CASE("runs have globals of their own, and functions keep theirs") {
  ScriptWorld world;
  auto program = world.Parse("n = 0\ndef count():\n    global n\n    n += 1\n    return n\n");
  world.RunProgram(program);
  Value first = world.Global("count");
  world.RunProgram(program);
  Value second = world.Global("count");
  auto call = [&](const Value& function) {
    return world.interpreter.Call(function, Arguments{}).as_int();
  };
  CHECK(call(first) == 1);
  CHECK(call(first) == 2);
  CHECK(call(second) == 1);
}

TEST_CASE("steps are counted the same every time") {
  auto steps_needed = [](std::string_view source) {
    Limits limits;
    for (limits.steps = 1;; ++limits.steps) {
      ScriptWorld world(limits);
      if (world.Run(source).is_normal()) return limits.steps;
    }
  };
  std::string source =
      "def f(n):\n    return [i for i in range(n)]\nfor i in range(3):\n    f(i)\n";
  CHECK(steps_needed(source) == steps_needed(source));
  CHECK(steps_needed("pass\n") == 1);
  CHECK(steps_needed("pass\npass\n") == 2);
}

TEST_CASE("what the subset refuses at run time ends the run with its name") {
  ScriptWorld world;
  for (const auto& [source, what] : std::vector<std::pair<std::string, std::string>>{
           {"class A(dict):\n    pass\n", "deriving from `dict` is"},
           {"class A(int):\n    pass\n", "deriving from `int` is"},
           {"class A(5):\n    pass\n", "deriving from a value that is no class is"},
           {"type('A', (), {})\n", "type() with three arguments is"},
           {"getattr([], '__len__')\n", "the attribute `__len__` is"},
           {"hasattr(1, '__iter__')\n", "the attribute `__iter__` is"},
           {"class A: pass\nsetattr(A, '__len__', 1)\n", "assigning the attribute `__len__` is"},
           {"class A: pass\nA.__dict__\n", "`__dict__` of a class is"},
           {"print(1, file=5)\n", "print() with `file` is"},
           {"x = chr(0xd800)\n", "surrogate characters are"},
           {"x = (1.5).fromhex\n", "`float.fromhex` is"},
           {"import time\ntime.tzset()\n", "`time.tzset` is"},
       }) {
    INFO(source);
    CHECK(world.Outcome(source) == "limit: " + what + " not supported in scenario scripts");
  }
}

TEST_CASE("arguments are bound with CPython's complaints") {
  ScriptWorld world;
  const std::string f = "class K:\n    def f(self, a, b=2, *, c, d=4): pass\n";
  for (const auto& [call, message] : std::vector<std::pair<std::string, std::string>>{
           {"K().f()", "K.f() missing 1 required positional argument: 'a'"},
           {"K.f()", "K.f() missing 2 required positional arguments: 'self' and 'a'"},
           {"K().f(1)", "K.f() missing 1 required keyword-only argument: 'c'"},
           {"K().f(1, 2, 3)", "K.f() takes from 2 to 3 positional arguments but 4 were given"},
           {"K().f(1, 2, 3, c=1)",
            "K.f() takes from 2 to 3 positional arguments but 4 positional arguments (and 1 "
            "keyword-only argument) were given"},
           {"K().f(1, a=1, c=2)", "K.f() got multiple values for argument 'a'"},
           {"K().f(1, c=2, e=3)", "K.f() got an unexpected keyword argument 'e'"},
           {"K().f(**{1: 2})", "keywords must be strings"},
           {"K().f(*5)", "__main__.K.f() argument after * must be an iterable, not int"},
           {"K().f(c=1, **{'c': 2})",
            "__main__.K.f() got multiple values for keyword argument 'c'"},
       }) {
    CHECK(world.Outcome(f + "x = " + call + "\n") == "!TypeError: " + message);
  }
}

}  // namespace
}  // namespace streplay::script
