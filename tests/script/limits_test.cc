// Whatever a script does, it ends: in its named limit, or in RecursionError as in CPython. Each of
// these runs on the large stack, as every runner of scripts does.
#include <chrono>
#include <string>

#include "script/native_stack.h"
#include "script/script_world.h"

namespace streplay::script {
namespace {

std::string OutcomeOf(std::string_view source, const Limits& limits = {}) {
  std::string outcome;
  RunOnLargeStack([&] {
    ScriptWorld world(limits);
    outcome = world.Outcome(source);
  });
  return outcome;
}

constexpr const char* kSteps = "limit: the script took more than 5000000 evaluation steps";
constexpr const char* kSize = "limit: a container or string would have more than 1000000 items";
constexpr const char* kMemory = "limit: the script's values take more than 128 MiB";

// The outcome of `source` starts with `beginning`.
void Ends(std::string_view source, std::string_view beginning) {
  std::string outcome = OutcomeOf(source);
  INFO(source);
  INFO(outcome.substr(0, 300));
  CHECK(outcome.starts_with(beginning));
}

TEST_CASE("an endless loop ends in the limit on steps") {
  Ends("while True:\n    pass\n", kSteps);
  Ends("while True: pass\n", kSteps);
  Ends("def f():\n    pass\nwhile True:\n    f()\n", kSteps);
  Ends("l = [1]\nfor x in l:\n    l.append(x)\n", "limit: a container or string");
}

TEST_CASE("endless iteration inside a built-in ends in the limit on steps") {
  Ends("any(iter(int, 1))\n", kSteps);
  Ends("5 in iter(int, 1)\n", kSteps);
  Ends("sum(iter(int, 1))\n", kSteps);
  Ends("max(iter(int, 1))\n", kSteps);
  Ends("next(filter(None, iter(int, 1)))\n", kSteps);
  Ends("[x for x in range(10**18) if x < 0]\n", kSteps);
}

TEST_CASE("an endless iteration that collects ends in the limit on size") {
  Ends("list(iter(int, 1))\n", kSize);
  Ends("sorted(range(10**12))\n", kSize);
  Ends("a, *b = iter(int, 1)\n", kSize);
  Ends("[x for x in range(10**18)]\n", kSize);
  Ends("print(*range(10**12))\n", kSize);
}

TEST_CASE("a limit cannot be caught and runs no finally block") {
  Ends(R"(
class C:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        print("exit")
        return True
try:
    with C():
        try:
            while True:
                pass
        except BaseException:
            print("caught")
        finally:
            print("finally")
except:
    print("bare")
finally:
    print("last")
)",
       kSteps);
}

TEST_CASE("unbounded recursion raises RecursionError, which can be caught") {
  CHECK(OutcomeOf("def f(n):\n    return f(n + 1)\nf(0)\n") ==
        "!RecursionError: maximum recursion depth exceeded");
  CHECK(OutcomeOf("def f(n):\n    return f(n + 1)\n"
                  "try:\n    f(0)\nexcept RecursionError as e:\n    print('caught', e)\n") ==
        "caught maximum recursion depth exceeded\n");
  std::string nested =
      "f = lambda n: [{'a': (f(n + 1),)} for x in [1] if (lambda: True)()]\nf(0)\n";
  Ends(nested, "!RecursionError: maximum recursion depth exceeded");
}

TEST_CASE("recursion through built-ins and special methods raises RecursionError") {
  for (const char* source : {
           "f = lambda n: list(map(f, [n]))\nf(0)\n",
           "f = lambda n: sorted([n, n], key=f)\nf(0)\n",
           "f = lambda n: max([n, n], key=f)\nf(0)\n",
           "class A:\n    def __repr__(self):\n        return repr(self)\nrepr(A())\n",
           "class A:\n    def __str__(self):\n        return f'{self}'\nstr(A())\n",
           "class A:\n    def __eq__(self, other):\n        return self == other\nA() == A()\n",
           "class A:\n    def __call__(self):\n        return self()\nA()()\n",
           "class A:\n    def __init__(self):\n        A()\nA()\n",
           "class A:\n    @property\n    def x(self):\n        return self.x\nA().x\n",
           "class A:\n    def __enter__(self):\n        with self:\n            pass\n"
           "    def __exit__(self, *a):\n        pass\nwith A():\n    pass\n",
       }) {
    INFO(source);
    Ends(source, "!RecursionError: maximum recursion depth exceeded");
  }
}

TEST_CASE("deeply nested values raise RecursionError when they are printed, compared or hashed") {
  std::string list = "a = []\nb = []\nfor i in range(100000):\n    a = [a]\n    b = [b]\n";
  std::string tuple = "a = ()\nb = ()\nfor i in range(100000):\n    a = (a,)\n    b = (b,)\n";
  std::string dict = "a = {}\nb = {}\nfor i in range(100000):\n    a = {1: a}\n    b = {1: b}\n";
  constexpr const char* kError = "!RecursionError: maximum recursion depth exceeded";
  for (const std::string& build : {list, tuple, dict}) {
    Ends(build + "repr(a)\n", kError);
    Ends(build + "str(a)\n", kError);
    Ends(build + "a == b\n", kError);
  }
  Ends(tuple + "hash(a)\n", kError);
  Ends(tuple + "a < b\n", kError);
  Ends(tuple + "isinstance(1, a)\n", kError);
  Ends("import json\n" + list + "json.dumps(a)\n", "!RecursionError");
}

TEST_CASE("values that contain themselves print and end") {
  CHECK(OutcomeOf("a = []\na.append(a)\nprint(a)\n") == "[[...]]\n");
  CHECK(OutcomeOf("d = {}\nd[1] = d\nprint(d)\n") == "{1: {...}}\n");
  Ends("a = []\na.append(a)\nb = []\nb.append(b)\na == b\n",
       "!RecursionError: maximum recursion depth exceeded in comparison");
}

TEST_CASE("a list nested a million deep is destroyed in peace") {
  CHECK(OutcomeOf("a = None\nfor i in range(1000000):\n    a = [a]\na = None\nprint('done')\n") ==
        "done\n");
  CHECK(OutcomeOf("a = None\nfor i in range(150000):\n    a = {'k': (a,)}\nprint('done')\n") ==
        "done\n");
}

TEST_CASE("growing strings and lists end in the limit on size") {
  Ends("s = 'ab'\nwhile True:\n    s = s + s\n", kSize);
  Ends("s = 'ab'\nwhile True:\n    s += s\n", kSize);
  Ends("s = 'ab' * 10 ** 9\n", kSize);
  Ends("s = 'ab' * 9223372036854775807\n", kSize);
  Ends("l = [0]\nwhile True:\n    l = l + l\n", kSize);
  Ends("l = [0]\nwhile True:\n    l += l\n", kSize);
  Ends("l = [0]\nwhile True:\n    l.extend(l)\n", kSize);
  Ends("l = [0] * 10 ** 12\n", kSize);
  Ends("t = (0, 1) * 10 ** 12\n", kSize);
  Ends("s = 'a' * 1000\ns = s.replace('a', s * 10)\n", "limit: ");
  Ends("s = 'a'.join(['b' * 1000] * 100000)\n", "limit: ");
  Ends("s = 'a'.ljust(10 ** 15)\n", "limit: ");
  Ends("s = f'{1:1000000000}'\n", "limit: ");
  Ends("s = '%1000000000d' % 1\n", "limit: ");
  Ends("s = '{:1000000000}'.format(1)\n", "limit: ");
  Ends("l = []\nwhile True:\n    l.append(1)\n", "limit: a container or string");
  Ends("d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1\n", "limit: a container or string");
  Ends("d = set()\ni = 0\nwhile True:\n    d.add(i)\n    i += 1\n", "limit: a container or string");
}

TEST_CASE("many large values end in the limit on memory") {
  Ends("l = []\nwhile True:\n    l.append('a' * 900000)\n", kMemory);
  Ends("l = []\nwhile True:\n    l.append([0] * 900000)\n", kMemory);
  Ends("l = []\nwhile True:\n    l.append({i: i for i in range(1000)})\n", kMemory);
  Ends("l = []\nwhile True:\n    l = [l, [0] * 1000]\n", kMemory);
  Ends("def f():\n    x = [0] * 900000\n    return f() + x\nf()\n", kMemory);
  Ends(
      "i = 0\nclass A:\n    pass\na = A()\nwhile True:\n"
      "    setattr(a, 'x' * 100 + str(i), 'y' * 100000)\n    i += 1\n",
      "limit: ");
}

TEST_CASE("garbage does not count against memory") {
  CHECK(OutcomeOf("for i in range(100):\n    a = [0] * 900000\n    a.append(a)\nprint('ok')\n") ==
        "ok\n");
}

TEST_CASE("integers end at 64 bits") {
  constexpr const char* kInteger = "limit: an integer does not fit into 64 bits";
  CHECK(OutcomeOf("print(2 ** 63 - 1)\n") == kInteger);
  CHECK(OutcomeOf("print(10 ** 18, -2 ** 62 * 2)\n") ==
        "1000000000000000000 -9223372036854775808\n");
  for (const char* source : {"x = 10 ** 19\n", "x = 1 << 64\n", "x = 9223372036854775807 + 1\n",
                             "x = -9223372036854775808 - 1\n", "x = 4611686018427387904 * 2\n",
                             "x = -(-9223372036854775808)\n", "x = abs(-9223372036854775808)\n",
                             "x = -9223372036854775808 // -1\n", "x = int('9' * 30)\n",
                             "x = int(1e30)\n", "x = sum([9223372036854775807, 1])\n",
                             "x = round(9e30)\n", "x = 9223372036854775807\nx += 1\n"}) {
    INFO(source);
    CHECK(OutcomeOf(source) == kInteger);
  }
}

TEST_CASE("a flood of print ends in the limit on output") {
  std::string outcome = OutcomeOf("while True:\n    print('x' * 1000)\n");
  CHECK(outcome.find("limit: the script printed more than 1048576 bytes") != std::string::npos);
  CHECK(outcome.size() < 1'100'000);
}

TEST_CASE("limits are settable and each run counts anew") {
  Limits limits;
  limits.steps = 100;
  ScriptWorld world(limits);
  auto program = world.Parse("for i in range(20):\n    pass\n");
  for (int i = 0; i < 10; ++i) CHECK(world.RunProgram(program).is_normal());
  Completion completion = world.Run("for i in range(200):\n    pass\n");
  CHECK(completion.kind == CompletionKind::kLimit);
  CHECK(world.RunProgram(program).is_normal());
}

TEST_CASE("a limit names where the script was") {
  ScriptWorld world;
  Completion completion = world.Run("x = 1\nwhile True:\n    x = 2\n");
  REQUIRE(completion.range.program != nullptr);
  int line = completion.range.program->LineAt(completion.range.begin);
  CHECK((line == 2 || line == 3));
}

TEST_CASE("without the large stack, deep scripts end in a limit instead of a crash") {
  ScriptWorld world;
  std::string nested(60, '(');
  nested += "f(n + 1)" + std::string(60, ')');
  std::string outcome =
      world.Outcome("def f(n):\n    return [" + nested + " for x in [1]]\nf(0)\n");
  bool ends = outcome.starts_with("!RecursionError") ||
              outcome.starts_with("limit: the script nests calls too deep");
  CHECK(ends);
}

}  // namespace
}  // namespace streplay::script
