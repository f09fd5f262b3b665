// What ran before on a machine leaves no trace: a script that looks at everything it could see of
// it shows the same after each of the others, and the machine is used again.
#include "runtime/machine_pool.h"

#include "runtime/recorded_runs.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

std::string ScenarioText(const std::string& script, const std::string& steps) {
  return "title: T\nscript: |\n  import streamlit as st\n" + script + "steps:\n" + steps;
}

const char* const kProbe =
    "  import collections, datetime, math, random\n"
    "  class Thing:\n"
    "      pass\n"
    "  print(id(len), id(object), id(st.text), id(\"first\"), Thing(), Thing(), st.text, len)\n"
    "  print(id(math), id(math.__name__), id(str.join), id(datetime.date), id(len))\n"
    "  nan, other = float('nan'), float('nan')\n"
    "  print(nan in [nan], nan in [other], len({nan, other, nan}), {Thing: 1, len: 2})\n"
    "  print(random.Random(3).random(), datetime.datetime.now(), datetime.date(2023, 1, 2))\n"
    "  print(collections.Counter('abca'), hash(Thing), hash('a') == hash('a'))\n"
    "  st.write(Thing(), st.sidebar, st.text, len)\n";

const std::string kRunTwice = "  - run\n  - restart\n  - run\n";

std::string Shown() {
  Outcome outcome = SimulateText(ScenarioText(kProbe, kRunTwice), "streamlit-1.18");
  return WriteStream(outcome.stream);
}

const Machine* NextMachine() {
  return &MachineLease().machine();
}

const std::string kDirty[] = {
    // Attributes of modules, of the module's own functions, of a class of its own.
    "  import math, random\n  math.pi = 3\n  st.text = st.title\n  st.extra = [st]\n  del "
    "math.tau\n"
    "  class A:\n      pass\n  A.self = A\n  A().loop = A\n",
    "  del st.title\n  print(hasattr(st, 'title'), hasattr(st, 'text'), st.errors)\n",
    // Identities of what every machine has, and of constants.
    "  print(id(len), id(list), id(list.append), id(str), id('x'), repr(object()), id(id))\n"
    "  x = [float('nan') for i in range(9)]\n  print(set(x), hash(len), {len: list})\n",
    // Cycles of all kinds.
    "  a = []\n  a.append(a)\n  d = {'a': a}\n  d['d'] = d\n  def f():\n      return f, d\n"
    "  f.self = f\n  try:\n      raise ValueError(f)\n  except ValueError as e:\n      kept = e\n"
    "  kept.args2 = kept\n  g = iter([f, kept, d])\n  next(g)\n",
    // Modules with classes of their own, and the state of `random`.
    "  import collections, datetime, functools, json, random, typing\n  random.seed(1)\n"
    "  P = collections.namedtuple('P', 'a b')\n  class D(datetime.date):\n      pass\n"
    "  p = functools.partial(print, P(1, 2), datetime.date(2020, 1, 1))\n  p()\n"
    "  print(random.random(), json.dumps([1]), collections.deque([1]), typing.Optional[int])\n",
    // Limits.
    "  class Node:\n      pass\n  last = None\n  while True:\n      n = Node()\n      n.last = "
    "last\n"
    "      last = n\n",
    "  x = [0]\n  while True:\n      x = x + x\n",
    "  x = []\n  while True:\n      x.append('a' * 1000000)\n",
    "  def f(n):\n      return f(n + 1)\n  f(0)\n",
    // Caches, sessions, callbacks, the clock.
    "  import time\n  @st.experimental_memo(persist='disk')\n  def f(n):\n      return [n, 'v']\n"
    "  @st.cache_resource\n  def g():\n      return [g, st]\n  st.session_state.x = [g()]\n"
    "  f(1)\n  time.sleep(3)\n  with st.spinner('s'):\n      f(2)\n  st.button('b', on_click=f)\n",
};

}  // namespace

TEST_CASE("nothing shows what ran before on a machine") {
  std::string first = Shown();
  CHECK(first.find("139637976727568 139637976727584 139637976727600 139637976727616") !=
        std::string::npos);
  for (const std::string& script : kDirty) {
    INFO(script);
    const Machine* machine = NextMachine();
    SimulateText(ScenarioText(script, kRunTwice), "documented");
    CHECK(NextMachine() == machine);
    CHECK(Shown() == first);
  }
}

TEST_CASE("two simulations at a time have two machines") {
  MachineLease first, second;
  CHECK(&first.machine() != &second.machine());
}

}  // namespace streplay
