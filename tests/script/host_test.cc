// What a host can do with the script room: values of its own, exceptions of its own, calls into the
// script, and ends of its own.
#include <string>

#include "script/dict_object.h"
#include "script/function_object.h"
#include "script/list_object.h"
#include "script/native_function.h"
#include "script/native_stack.h"
#include "script/script_world.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

// A host value that can do a little of everything, and logs it.
class Probe : public HostObject {
 public:
  Probe(ClassObject& type, std::string& log) : HostObject(type), log_(log) {}

  Value GetAttribute(Interpreter& interpreter, Symbol name) override {
    std::string text(interpreter.heap().Text(name));
    if (text == "missing") return HostObject::GetAttribute(interpreter, name);
    log_ += "get " + text + ";";
    return Value(this);
  }
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override {
    log_ += "set " + std::string(interpreter.heap().Text(name)) + "=" +
            *ReprText(interpreter, value) + ";";
    return true;
  }
  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override {
    log_ += "call";
    for (const Value& value : arguments.positional) log_ += " " + *ReprText(interpreter, value);
    for (const KeywordArgument& keyword : arguments.keywords) {
      log_ += " " + std::string(interpreter.heap().Text(keyword.name)) + "=" +
              *ReprText(interpreter, keyword.value);
    }
    log_ += ";";
    return Value::Int(static_cast<int64_t>(arguments.count()));
  }
  Value GetItem(Interpreter& interpreter, const Value& key) override {
    return interpreter.heap().MakeString("item " + *ReprText(interpreter, key));
  }
  Value Enter(Interpreter&) override {
    log_ += "enter;";
    return Value(this);
  }
  Value Exit(Interpreter&, ExceptionObject* exception) override {
    log_ += exception != nullptr ? "exit " + std::string(exception->TypeName()) + ";" : "exit;";
    return Value::Bool(exception != nullptr && exception->TypeName() == "ValueError");
  }
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override {
    return interpreter.heap().MakeString(*ReprText(interpreter, left) +
                                         std::string(OperatorText(op)) + "probe");
  }

 private:
  std::string& log_;
};

struct ProbeWorld : ScriptWorld {
  ProbeWorld() {
    ClassObject& type = heap.DefineClass("Probe", nullptr, "host");
    host.modules["probe"] = heap.New<Probe>(type, log);
  }
  std::string log;
};

TEST_CASE("a host value takes attributes, calls, items and operators") {
  ProbeWorld world;
  CHECK(world.Outcome("import probe\n"
                      "print(probe.a.b(1, 'x', key=None, **{'z': 2}))\n"
                      "probe.c = [1]\n"
                      "print(probe[2:3], [1] + probe, 5 - probe, isinstance(probe, str))\n"
                      "print(type(probe), callable(probe), bool(probe), probe == probe)\n") ==
        "4\nitem slice(2, 3, None) [1]+probe 5-probe False\n"
        "<class 'host.Probe'> True True True\n");
  CHECK(world.log == "get a;get b;call 1 'x' key=None z=2;set c=[1];");
}

TEST_CASE("what a host value does not do gives Python's own errors") {
  ProbeWorld world;
  for (const auto& [source, message] : std::vector<std::pair<std::string, std::string>>{
           {"len(probe)", "object of type 'Probe' has no len()"},
           {"for x in probe: pass", "'Probe' object is not iterable"},
           {"probe[1] = 2", "'Probe' object does not support item assignment"},
           {"probe < 3", "'<' not supported between instances of 'Probe' and 'int'"},
           {"-probe", "bad operand type for unary -: 'Probe'"},
           {"1 in probe", "argument of type 'Probe' is not iterable"},
       }) {
    CHECK(world.Outcome("import probe\nx = 1\nif x:\n    " + source + "\n") ==
          "!TypeError: " + message);
  }
  CHECK(world.Outcome("import probe\nprobe.missing()\n") ==
        "!AttributeError: 'Probe' object has no attribute 'missing'");
}

TEST_CASE("a host value is a context manager that sees and swallows exceptions") {
  ProbeWorld world;
  CHECK(world.Outcome(R"(
import probe
with probe as p:
    print(p is probe)
with probe:
    raise ValueError("swallowed")
for i in range(2):
    with probe:
        continue
def f():
    with probe:
        return 3
print(f())
with probe:
    raise KeyError("k")
)") == "True\n3\n!KeyError: 'k'");
  CHECK(world.log ==
        "enter;exit;enter;exit ValueError;enter;exit;enter;exit;enter;exit;enter;exit KeyError;");
}

TEST_CASE("import asks the host for the top package and the path") {
  ProbeWorld world;
  world.host.modules["a"] = Value::Int(1);
  world.host.modules["a.b"] = world.host.modules["probe"];
  CHECK(world.Outcome("import a.b\nimport a.b as c\nfrom a.b import d, missing as e\n") ==
        "!ImportError: cannot import name 'missing' from 'a.b' (unknown location)");
  CHECK(world.host.imports == std::vector<std::string>{"a.b", "a", "a.b", "a.b from"});
  CHECK(world.Global("a").as_int() == 1);
  CHECK(world.Global("c").Is<Probe>());
  CHECK(world.Outcome("try:\n    import nowhere\nexcept ImportError as e:\n"
                      "    print(type(e).__name__, e)\n") ==
        "ModuleNotFoundError No module named 'nowhere'\n");
}

TEST_CASE("bare expressions are displayed") {
  ScriptWorld world;
  CHECK(world.Outcome("'doc'\n1 + 1\nx = 5\nx\n'a', x\nNone\ndef f():\n    x\nf()\n[*'ab'],\n") ==
        "");
  CHECK(world.host.displayed ==
        std::vector<std::string>{"2", "5", "'a', 5", "None", "5", "['a', 'b']"});
}

TEST_CASE("the host calls functions of the script and takes what they raise") {
  ScriptWorld world;
  world.Outcome(
      "def add(a, b=2, *rest, key=0):\n    return a + b + sum(rest) + key\n"
      "def fail():\n    raise LookupError('no')\n");
  Interpreter& interpreter = world.interpreter;
  CHECK(interpreter.Call(world.Global("add"), {Value::Int(1)}).as_int() == 3);
  Value one = Value::Int(1);
  KeywordArgument key = {world.heap.Intern("key"), Value::Int(10)};
  Arguments arguments = {{&one, 1}, {&key, 1}};
  CHECK(interpreter.Call(world.Global("add"), arguments).as_int() == 13);
  CHECK(interpreter.Call(world.Global("add"), Arguments{}).empty());
  CHECK(world.EndText(interpreter.TakeCompletion()) ==
        "!TypeError: add() missing 1 required positional argument: 'a'");
  CHECK(interpreter.Call(world.Global("fail"), Arguments{}).empty());
  CHECK(interpreter.IsPending(*interpreter.classes().lookup_error));
  CHECK_FALSE(interpreter.IsPending(*interpreter.classes().key_error));
  Ref<ExceptionObject> exception = interpreter.TakeException();
  CHECK(world.ExceptionText(exception) == "LookupError: no");
  CHECK(exception->raised_at().program->LineAt(exception->raised_at().begin) == 4);
  CHECK_FALSE(interpreter.failed());
}

TEST_CASE("a function shows the host its names, source, parameters and cells") {
  ScriptWorld world;
  world.Outcome(
      "def outer(n):\n"
      "    @staticmethod\n"
      "    def inner(a, /, b, *c, d=4, **e):\n"
      "        'text'\n"
      "        return n\n"
      "    return inner\n"
      "f = outer(7)\n");
  auto* method = world.Global("f").object();
  REQUIRE(method != nullptr);
  Value value = GetAttribute(world.interpreter, world.Global("f"), symbols::kWrapped);
  auto* function = value.As<FunctionObject>();
  REQUIRE(function != nullptr);
  CHECK(world.heap.Text(function->name()) == "inner");
  CHECK(function->qualified_name() == "outer.<locals>.inner");
  CHECK(*TextOf(function->module_name()) == "__main__");
  CHECK(*TextOf(function->doc()) == "text");
  CHECK(function->source_text() ==
        "    @staticmethod\n"
        "    def inner(a, /, b, *c, d=4, **e):\n"
        "        'text'\n"
        "        return n\n");
  std::string parameters;
  for (const SignatureParameter& parameter : function->signature().parameters()) {
    parameters += std::string(world.heap.Text(parameter.name)) +
                  std::to_string(static_cast<int>(parameter.kind)) + " ";
  }
  CHECK(parameters == "a0 b1 d3 c2 e4 ");
  CHECK(function->defaults()[2].as_int() == 4);
  REQUIRE(function->closure().size() == 1);
  CHECK(function->closure()[0]->value.as_int() == 7);
}

TEST_CASE("functions take any attribute") {
  ScriptWorld world;
  CHECK(world.Outcome("def f(): pass\nf.clear = 1\nf.__wrapped__ = f\nf.__name__ = 'g'\n"
                      "f.__doc__ = 'd'\nf.__qualname__ = 'h.i'\nf.__module__ = 'm'\n"
                      "print(f.clear, f.__wrapped__ is f, f.__name__, f.__doc__, "
                      "f.__qualname__, f.__module__)\n") == "1 True g d h.i m\n");
}

struct Payload : ExceptionPayload {
  explicit Payload(std::string given) : fact(std::move(given)) {}
  std::string fact;
};

TEST_CASE("the host defines exceptions with payloads") {
  ScriptWorld world;
  ClassObject& type = world.heap.DefineClass("DuplicateWidgetID", world.heap.classes().value_error,
                                             "streamlit.errors");
  Ref<ExceptionObject> exception =
      world.interpreter.MakeException(type, {world.heap.MakeString("twice")});
  exception->set_payload(std::make_shared<Payload>("checkbox"));
  world.host.modules["raiser"] = Value(&type);
  CHECK(world.Outcome("import raiser\ntry:\n    raise raiser('again')\n"
                      "except ValueError as e:\n    print(repr(e), type(e))\n"
                      "class Mine(raiser):\n    pass\nraise Mine(3)\n") ==
        "DuplicateWidgetID('again') <class 'streamlit.errors.DuplicateWidgetID'>\n!Mine: 3");
  world.interpreter.RaiseObject(exception);
  Completion completion = world.interpreter.TakeCompletion();
  CHECK(completion.kind == CompletionKind::kException);
  auto* raised = completion.exception.As<ExceptionObject>();
  CHECK(dynamic_cast<const Payload&>(*raised->payload()).fact == "checkbox");
}

Value Stop(Interpreter& interpreter, std::span<const Value>) {
  Symbol name = interpreter.heap().Intern("stop class");
  const Value* type = interpreter.heap().modules().Find(name);
  return interpreter.RaiseObject(interpreter.MakeException(*type->As<ClassObject>(), {}));
}

Value Deadlock(Interpreter& interpreter, std::span<const Value>) {
  return interpreter.EndNow(9, "f waits for itself");
}

struct EndingWorld : ScriptWorld {
  EndingWorld() {
    ClassObject& type = heap.DefineClass("StopException", heap.classes().base_exception);
    type.set_ending(2);
    heap.modules().Set(heap.Intern("stop class"), Value(&type));
    host.modules["stop"] = MakeNativeFunction(heap, {"stop", "", &Stop});
    host.modules["deadlock"] = MakeNativeFunction(heap, {"deadlock", "", &Deadlock});
  }
};

TEST_CASE("an ending of the host's runs finally blocks but is no Exception") {
  EndingWorld world;
  CHECK(world.Outcome("import stop\ntry:\n    try:\n        stop()\n"
                      "    except Exception:\n        print('caught')\n"
                      "    finally:\n        print('finally')\nfinally:\n    print('outer')\n") ==
        "finally\nouter\nended: 2");
  world.host.printed.clear();
  CHECK(world.Outcome("import stop\ntry:\n    stop()\nexcept BaseException as e:\n"
                      "    print('caught', type(e).__name__)\n") == "caught StopException\n");
}

TEST_CASE("EndNow leaves everything at once") {
  EndingWorld world;
  CHECK(world.Outcome("import deadlock\ntry:\n    deadlock()\nexcept BaseException:\n"
                      "    print('caught')\nfinally:\n    print('finally')\n") == "ended: 9");
}

TEST_CASE("a native function's signature decides what it gets and what it complains about") {
  ScriptWorld world;
  auto show = [](Interpreter& interpreter, std::span<const Value> arguments) -> Value {
    std::string text;
    for (const Value& value : arguments) {
      text += value.empty() ? "- " : *ReprText(interpreter, value) + " ";
    }
    return interpreter.heap().MakeString(text);
  };
  world.host.modules["show"] =
      MakeNativeFunction(world.heap, {"show", "a, /, b, c=1, *args, d, e=2, **kwargs", show});
  CHECK(world.Outcome("import show\nprint(show(1, 2, d=3))\n"
                      "print(show(1, 2, 3, 4, 5, d=6, e=7, f=8))\n") ==
        "1 2 - 3 - () {} \n1 2 3 6 7 (4, 5) {'f': 8} \n");
}

TEST_CASE("the clock is the host's") {
  ScriptWorld world;
  CHECK(world.Outcome("import time\na = time.time()\ntime.sleep(1.5)\nprint(time.time() - a)\n") ==
        "1.5\n");
  CHECK(world.host.now == int64_t{1675900801} * 1'000'000 + 500'000);
}

}  // namespace
}  // namespace streplay::script
