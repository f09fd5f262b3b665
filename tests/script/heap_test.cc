#include <string>

#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/script_world.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

// A host object that tells when it dies.
class Witness : public HostObject {
 public:
  Witness(ClassObject& type, int& deaths) : HostObject(type), deaths_(deaths) {}
  ~Witness() override { ++deaths_; }

 private:
  int& deaths_;
};

TEST_CASE("a value is sixteen bytes and scalars make no objects") {
  ScriptWorld world;
  size_t before = world.heap.live_objects();
  std::vector<Value> scalars = {Value::None(), Value::Bool(true), Value::Int(1), Value::Float(1.5),
                                Value::Ellipsis()};
  CHECK(sizeof(Value) == 16);
  CHECK(world.heap.live_objects() == before);
}

TEST_CASE("an object lives as long as it is referred to") {
  ScriptWorld world;
  int deaths = 0;
  ClassObject& type = world.heap.DefineClass("Witness");
  Value first = world.heap.New<Witness>(type, deaths);
  Value second = first;
  first = Value();
  CHECK(deaths == 0);
  second = Value::Int(3);
  CHECK(deaths == 1);
}

TEST_CASE("live bytes follow the containers' growth") {
  ScriptWorld world;
  size_t before = world.heap.live_bytes();
  Ref<ListObject> list = world.heap.MakeList();
  for (int i = 0; i < 1000; ++i) list->Append(Value::Int(i));
  CHECK(world.heap.live_bytes() >= before + 1000 * sizeof(Value));
  list = {};
  CHECK(world.heap.live_bytes() == before);
}

TEST_CASE("cycles are collected, and what is held from outside survives") {
  ScriptWorld world;
  int deaths = 0;
  ClassObject& type = world.heap.DefineClass("Witness");
  Ref<ListObject> held = world.heap.MakeList();
  {
    Ref<ListObject> lost = world.heap.MakeList();
    lost->Append(lost);
    lost->Append(world.heap.New<Witness>(type, deaths));
    held->Append(held);
    held->Append(world.heap.New<Witness>(type, deaths));
  }
  CHECK(deaths == 0);
  CHECK(world.heap.Collect() == 2);  // the list and the witness
  CHECK(deaths == 1);
  CHECK(held->size() == 2);
  held->DropReferences();
  CHECK(deaths == 2);
}

TEST_CASE("a cycle through every kind of container is collected") {
  ScriptWorld world;
  world.Outcome(R"(
class Node:
    def __init__(self):
        self.me = self
        self.method = self.show
        self.items = [self, (self, {"k": self}), {1: [self]}]
        self.lambda_ = lambda: self
        self.dictionary = self.__dict__
        self.iterator = iter([self])
        self.map = map(self.show, [self])
        try:
            raise ValueError(self)
        except ValueError as error:
            self.error = error
    def show(self, other=None):
        return self
def make():
    for i in range(10):
        Node()
make()
)");
  CHECK(world.heap.Collect() > 100);
  CHECK(world.heap.Collect() == 0);
}

TEST_CASE("the globals of an old run go when nothing holds them") {
  ScriptWorld world;
  std::string source = R"(
class A:
    def f(self):
        return A
def g():
    return g
data = [A() for i in range(100)]
data.append(data)
)";
  auto program = world.Parse(source);
  world.RunProgram(program);
  world.heap.Collect();
  size_t after_one = world.heap.live_objects();
  for (int i = 0; i < 5; ++i) world.RunProgram(program);
  world.heap.Collect();
  CHECK(world.heap.live_objects() == after_one);
}

TEST_CASE("collection happens by itself while a script makes garbage") {
  ScriptWorld world;
  std::string outcome = world.Outcome(R"(
for i in range(200000):
    a = []
    a.append(a)
)");
  CHECK(outcome == "");
  CHECK(world.heap.container_count() < 100'000);
}

TEST_CASE("a long chain is destroyed without recursion") {
  ScriptWorld world;
  Value chain = Value::None();
  for (int i = 0; i < 1'000'000; ++i) chain = world.heap.MakeList({chain});
  size_t count = world.heap.container_count();
  chain = Value();
  CHECK(world.heap.container_count() + 1'000'000 == count);
}

TEST_CASE("a long chain of instances, dicts and tuples is collected without recursion") {
  ScriptWorld world;
  Ref<ListObject> first = world.heap.MakeList();
  Value chain = first;
  for (int i = 0; i < 100'000; ++i) {
    Ref<DictObject> dict = world.heap.MakeDict();
    dict->SetString("next", chain);
    chain = world.heap.MakeTuple({dict});
  }
  first->Append(chain);
  first = {};
  chain = Value();
  CHECK(world.heap.Collect() == 200'001);
}

TEST_CASE("ids count up in the order in which they are asked for") {
  auto ids = [] {
    ScriptWorld world;
    return world.Outcome("a = []\nb = {}\nprint(id(a), id(b), id(a), object())\n");
  };
  std::string first = ids();
  CHECK(first == ids());
  CHECK(first.find("object object at 0x7f0000") != std::string::npos);
}

TEST_CASE("a symbol's string is one object") {
  ScriptWorld world;
  Symbol name = world.heap.Intern("label");
  CHECK(world.heap.SymbolString(name).IsIdenticalTo(world.heap.SymbolString(name)));
  CHECK(world.heap.SymbolString(name).As<StringObject>()->symbol() == name);
}

TEST_CASE("str hashes are CPython's with PYTHONHASHSEED=0") {
  ScriptWorld world;
  CHECK(world.heap.MakeString("")->hash() == 0);
  CHECK(world.heap.MakeString("a")->hash() == 4644417185603328019);
  CHECK(world.heap.MakeString("streamlit")->hash() == -2111381229964169584);
  CHECK(world.heap.MakeString("é")->hash() == 6047309291227476195);
  CHECK(world.heap.MakeString("日本語")->hash() == 7116994712188270);
  CHECK(world.heap.MakeString("a😀")->hash() == -6970120874385731343);
}

TEST_CASE("tuple hashes are CPython's") {
  ScriptWorld world;
  Value tuple = world.heap.MakeTuple({Value::Int(1), Value::Int(2), Value::Int(3)});
  CHECK(*Hash(world.interpreter, tuple) == 529344067295497451);
  CHECK(*Hash(world.interpreter, world.heap.MakeTuple({})) == 5740354900026072187);
}

}  // namespace
}  // namespace streplay::script
