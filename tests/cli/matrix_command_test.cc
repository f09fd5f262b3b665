#include "support/catch.h"
#include "support/command_world.h"
#include "support/memory_adapter.h"

namespace streplay {
namespace {

// What the stand-in for the model shows (support/fake_simulation.h), but for `body`; with a notice
// about a deprecated name in front of it when `has_notice`.
std::string Shown(const std::string& body, bool has_notice) {
  std::string notice =
      R"({"op":"element","path":[0,0],"type":"alert","fields":{"notice":"deprecated"}},)";
  auto at = [&](int index) { return "\"path\":[0," + std::to_string(index + has_notice) + "]"; };
  return R"("stream":[{"op":"run","run":1,"session":"main","cause":"run"},)" +
         (has_notice ? notice : std::string()) + R"({"op":"element",)" + at(0) +
         R"(,"type":"empty","fields":{}},{"op":"element",)" + at(1) +
         R"(,"type":"checkbox","widget":"w","fields":{"label":"Negate","default":false}},)" +
         R"({"op":"element",)" + at(2) + R"(,"type":"markdown","fields":{"body":")" + body +
         R"("}},{"op":"end","run":1,"status":"ok"}])";
}

// Five scenarios and two implementations, which the adapters `old` and `new` start.
struct MatrixWorld : CommandWorld {
  MemoryAdapter old_one;
  MemoryAdapter new_one;

  MatrixWorld() {
    start_program = [this](const std::string& command, std::string& error) {
      MemoryAdapter* adapter = command == "old" ? &old_one : command == "new" ? &new_one : nullptr;
      if (adapter != nullptr) return adapter->Starter()("fake", error);
      return MemoryAdapter().Starter()(command, error);
    };
    old_one.hello = R"({"protocol":1,"name":"fake","version":"1.0"})";
    files.AddFile("specs/rules.yaml",
                  "- {id: decorator.deprecated, text: Old names do nothing new.}\n"
                  "- {id: replay.static, text: Elements | replay.}\n"
                  "- {id: replay.blocks}\n- {id: limits.named}\n- {id: keys.other}\n"
                  "- {id: lone, text: No scenario covers it.}\n");
    AddScenario("a", "decorator.deprecated, replay.static");
    AddScenario("b", "replay.static, replay.blocks");
    AddScenario("c", "replay.blocks");
    AddScenario("d", "limits.named");
    AddScenario("e", "keys.other", "profiles: [streamlit-1.18]\n");
    old_one.answers["# a"] = Shown("The title", true);
    old_one.answers["# b"] = Shown("Another", true);
    old_one.answers["# c"] = R"("error":{"phase":"interact","message":"no"})";
    new_one.answers["# a"] = Shown("The title", false);
    new_one.answers["# b"] = Shown("The title", false);
  }

  void AddScenario(const std::string& name, const std::string& covers,
                   const std::string& more = "") {
    files.AddFile("scenarios/" + name + ".yaml", "title: The title\ncovers: [" + covers +
                                                     "]\nscript: \"# " + name +
                                                     "\"\nsteps: [run]\n" + more);
  }
  int Matrix(std::vector<std::string> arguments) {
    std::vector<std::string> words = {"matrix",    "--adapter", "old",
                                      "--adapter", "new",       "scenarios"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return Run(words);
  }
};

TEST_CASE("a cell tells what becomes of a rule on an implementation, and -v in which scenarios") {
  MatrixWorld world;
  CHECK(world.Matrix({}) == 0);
  CHECK(world.out == R"text(                      1.0    2.0
decorator.deprecated  ✗      ✓
replay.static         ✗ 1/2  ✓
replay.blocks         ✗      ✓ 1/2
limits.named          –      –
keys.other            –      –
rules kept            0 %    100 %
scenarios kept        50 %   100 %

fake 1.0: 0 of 3, 0 % of the rules; 1 of 2, 50 % of the scenarios; 2 untold; deprecation notices in 2
fake 2.0: 3 of 3, 100 % of the rules; 2 of 2, 100 % of the scenarios; 2 untold
4 scenarios of the profile documented
)text");
  CHECK(world.err.empty());
  CHECK(world.Matrix({"-v", "-j1"}) == 0);
  CHECK(world.out == R"text(                      1.0    2.0
decorator.deprecated  ✗      ✓
replay.static         ✗ 1/2  ✓
replay.blocks         ✗      ✓ 1/2
limits.named          –      –
keys.other            –      –
rules kept            0 %    100 %
scenarios kept        50 %   100 %

decorator.deprecated
  scenarios/a.yaml
    1.0: run 1: alert at [0,0] is new

replay.static
  scenarios/b.yaml
    1.0: run 1: markdown at [0,3]: `body` differs

replay.blocks
  scenarios/b.yaml
    1.0: run 1: markdown at [0,3]: `body` differs

untold
  scenarios/c.yaml
    1.0: rejected: interact: no
    2.0: skipped: not today
  scenarios/d.yaml
    1.0, 2.0: skipped: not today

fake 1.0: 0 of 3, 0 % of the rules; 1 of 2, 50 % of the scenarios; 2 untold; deprecation notices in 2
fake 2.0: 3 of 3, 100 % of the rules; 2 of 2, 100 % of the scenarios; 2 untold
4 scenarios of the profile documented
)text");
}

TEST_CASE("the page has a command for each rule from which an implementation parts") {
  MatrixWorld world;
  CHECK(world.Matrix({"--format=markdown", "-v", "--budget=2s"}) == 0);
  CHECK(world.out == R"text(| rule | what it says | 1.0 | 2.0 |
|---|---|---|---|
| `decorator.deprecated` | Old names do nothing new. | ✗ | ✓ |
| `replay.static` | Elements \| replay. | ✗ 1/2 | ✓ |
| `replay.blocks` |  | ✗ | ✓ 1/2 |
| `limits.named` |  | – | – |
| `keys.other` |  | – | – |
| **rules kept** | of those of which a scenario tells | 0 of 3, 0 % | 3 of 3, 100 % |
| **scenarios kept** | of those that tell | 1 of 2, 50 % | 2 of 2, 100 % |
| scenarios untold | of 4 | 2 | 2 |
| deprecation notices | in so many scenarios, passed over | 2 | 0 |

## Where they part

### `decorator.deprecated`

- `scenarios/a.yaml`
  - 1.0\: run 1\: alert at \[0,0\] is new

```sh
streplay conform --adapter old --profile documented --budget 2s --rule decorator.deprecated scenarios
```

### `replay.static`

- `scenarios/b.yaml`
  - 1.0\: run 1\: markdown at \[0,3\]\: \`body\` differs

```sh
streplay conform --adapter old --profile documented --budget 2s --rule replay.static scenarios
```

### `replay.blocks`

- `scenarios/b.yaml`
  - 1.0\: run 1\: markdown at \[0,3\]\: \`body\` differs

```sh
streplay conform --adapter old --profile documented --budget 2s --rule replay.blocks scenarios
```

## What is untold

- 1.0\: rejected\: interact\: no
  - `scenarios/c.yaml`
- 2.0\: skipped\: not today
  - `scenarios/c.yaml`
- 1.0, 2.0\: skipped\: not today
  - `scenarios/d.yaml`
)text");
}

TEST_CASE("json holds everything, whatever is asked for") {
  MatrixWorld world;
  CHECK(world.Matrix({"--format", "json"}) == 0);
  CHECK(
      world.out ==
      R"text({"streplay_matrix":1,"profile":"documented","paths":["scenarios"],"scenarios":4,"implementations":[{"name":"fake","version":"1.0","again":"streplay conform --adapter old --profile documented","rules":{"kept":0,"told":3},"scenarios":{"kept":1,"told":2},"deprecation_notices":2,"untold":[{"scenario":"scenarios/c.yaml","why":"rejected: interact: no"},{"scenario":"scenarios/d.yaml","why":"skipped: not today"}]},{"name":"fake","version":"2.0","again":"streplay conform --adapter new --profile documented","rules":{"kept":3,"told":3},"scenarios":{"kept":2,"told":2},"deprecation_notices":0,"untold":[{"scenario":"scenarios/c.yaml","why":"skipped: not today"},{"scenario":"scenarios/d.yaml","why":"skipped: not today"}]}],"rules":[{"rule":"decorator.deprecated","text":"Old names do nothing new.","cells":[{"verdict":"parted","kept":0,"untold":0,"parted":[{"scenario":"scenarios/a.yaml","difference":"run 1: alert at [0,0] is new"}]},{"verdict":"kept","kept":1,"untold":0,"parted":[]}]},{"rule":"replay.static","text":"Elements | replay.","cells":[{"verdict":"parted","kept":1,"untold":0,"parted":[{"scenario":"scenarios/b.yaml","difference":"run 1: markdown at [0,3]: `body` differs"}]},{"verdict":"kept","kept":2,"untold":0,"parted":[]}]},{"rule":"replay.blocks","text":"","cells":[{"verdict":"parted","kept":0,"untold":1,"parted":[{"scenario":"scenarios/b.yaml","difference":"run 1: markdown at [0,3]: `body` differs"}]},{"verdict":"kept","kept":1,"untold":1,"parted":[]}]},{"rule":"limits.named","text":"","cells":[{"verdict":"untold","kept":0,"untold":1,"parted":[]},{"verdict":"untold","kept":0,"untold":1,"parted":[]}]},{"rule":"keys.other","text":"","cells":[{"verdict":"untold","kept":0,"untold":0,"parted":[]},{"verdict":"untold","kept":0,"untold":0,"parted":[]}]}]}
)text");
}

TEST_CASE("a badge is in the colour of the implementation that keeps least") {
  MatrixWorld world;
  CHECK(world.Matrix({"--format", "badge"}) == 0);
  CHECK(
      world.out ==
      R"text({"schemaVersion":1,"label":"documented rules kept","message":"1.0 0 %, 2.0 100 %","color":"orange"}
)text");
  CHECK(world.Run({"matrix", "--adapter=new", "scenarios/a.yaml", "--format=badge"}) == 0);
  CHECK(
      world.out ==
      R"text({"schemaVersion":1,"label":"documented rules kept","message":"2.0 100 %","color":"brightgreen"}
)text");
  CHECK(world.Run({"matrix", "--adapter=new", "scenarios/d.yaml", "--format=badge"}) == 0);
  CHECK(
      world.out ==
      R"text({"schemaVersion":1,"label":"documented rules kept","message":"2.0 –","color":"lightgrey"}
)text");
}

TEST_CASE("rules and scenarios can be chosen") {
  MatrixWorld world;
  CHECK(world.Run({"matrix", "--adapter", "old", "--rule", "replay.blocks", "scenarios"}) == 0);
  CHECK(world.out == R"text(                1.0
replay.blocks   ✗
rules kept      0 %
scenarios kept  0 %

fake 1.0: 0 of 1, 0 % of the rules; 0 of 1, 0 % of the scenarios; 1 untold; deprecation notices in 1
2 scenarios of the profile documented
)text");
}

TEST_CASE("a notice in the place of an element is more than a notice") {
  MatrixWorld world;
  // The alert stands where the `empty` should be.
  std::string shown = Shown("The title", false);
  std::string empty = R"("type":"empty","fields":{})";
  world.old_one.answers["# a"] = shown.replace(
      shown.find(empty), empty.size(), R"("type":"alert","fields":{"notice":"deprecated"})");
  CHECK(world.Run({"matrix", "--adapter", "old", "scenarios/a.yaml", "-v"}) == 0);
  CHECK(world.out == R"text(                      1.0
decorator.deprecated  ✗
replay.static         ✗
rules kept            0 %
scenarios kept        0 %

decorator.deprecated
  scenarios/a.yaml
    1.0: run 1: alert at [0,0]: `type` differs

replay.static
  scenarios/a.yaml
    1.0: run 1: alert at [0,0]: `type` differs

fake 1.0: 0 of 2, 0 % of the rules; 0 of 1, 0 % of the scenarios
1 scenario of the profile documented
)text");
}

TEST_CASE("an adapter that does not come up ends it, with nothing shown") {
  MatrixWorld world;
  CHECK(world.Run({"matrix", "--adapter", "old", "--adapter", "nothing", "scenarios"}) == 5);
  CHECK(world.out.empty());
  CHECK(world.err ==
        "streplay: the adapter failed: nothing\n"
        "  crash: no process can be started: No such file or directory\n");
  world.new_one.hello = R"({"protocol":9})";
  CHECK(world.Matrix({"--format", "json"}) == 5);
  CHECK(world.out.empty());
  CHECK(world.err ==
        "streplay: the adapter failed: new\n"
        "  unsupported-version: it speaks protocol 9, this streplay speaks 1\n");
}

TEST_CASE("a mistake of the command line or of a scenario is told") {
  MatrixWorld world;
  CHECK(world.Run({"matrix", "scenarios"}) == 2);
  CHECK(world.err == "streplay: --adapter is needed: the command that starts the adapter\n");
  CHECK(world.Matrix({"--budget", "soon"}) == 2);
  CHECK(world.Matrix({"--hello", "0s"}) == 2);
  CHECK(world.err == "streplay: --hello: it must be at least 1ms\n");
  CHECK(world.Matrix({"--format", "html"}) == 2);
  CHECK(world.Run({"matrix", "--adapter", "old", "nowhere"}) == 2);
  CHECK(world.Run({"matrix", "--adapter", "old"}) == 2);
  CHECK(world.Run({"matrix", "--adapter", "old", "scenarios/e.yaml"}) == 4);
  CHECK(world.err == "streplay: no scenario that has the profile documented was found\n");
  CHECK(world.Matrix({"-k", "unheard"}) == 4);
  world.files.AddFile("scenarios/f.yaml", "title: 1\n");
  CHECK(world.Matrix({"--format", "badge"}) == 2);
  std::string once = world.err;
  CHECK(once.starts_with("scenarios/f.yaml:"));
  CHECK(world.Run({"matrix", "--adapter", "old", "scenarios"}) == 2);
  CHECK(world.err == once);
  world.files.AddFile("specs/rules.yaml", "[]\n");
  CHECK(world.Matrix({}) == 2);
  CHECK(world.out.empty());
}

}  // namespace
}  // namespace streplay
