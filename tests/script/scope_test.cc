#include "script/tree_case.h"

namespace streplay::script {
namespace {

const Function& FunctionAt(const ParsedScript& parsed, size_t index) {
  REQUIRE(parsed.program != nullptr);
  return *As<FunctionDefinition>(*parsed.program->statements()[index]).function;
}

std::string Names(const ParsedScript& parsed, std::span<const Symbol> symbols) {
  std::string names;
  for (Symbol symbol : symbols) names += std::string(parsed.symbols->Text(symbol)) + " ";
  return names;
}

TEST_CASE("names live where CPython's symbol tables put them") {
  CheckTrees("trees/scopes.txt", ShowMagic::kNo);
}

TEST_CASE("parameters have the first slots, in the order of Function::parameters") {
  ParsedScript parsed =
      ParseScript("def f(a, *b, c, **d):\n    e = a\n    g = lambda: c\n    return e, g\n");
  const Scope& scope = *FunctionAt(parsed, 0).scope;
  CHECK(Names(parsed, scope.locals) == "a c b d e g ");
  REQUIRE(scope.cells.size() == 1);
  CHECK(parsed.symbols->Text(scope.cells[0].name) == "c");
  CHECK(scope.cells[0].parameter == 1);
}

TEST_CASE("a local name has its slot, a variable of an inner function a cell of its own") {
  ParsedScript parsed =
      ParseScript("def f(a):\n    b = a\n    c = 1\n    lambda: b\n    return c\n");
  const Function& function = FunctionAt(parsed, 0);
  const auto& name = As<Name>(*As<Return>(*function.body[3]).value);
  CHECK(name.scope == NameScope::kLocal);
  CHECK(Names(parsed, function.scope->locals) == "a c ");
  CHECK(name.slot == 1);
  REQUIRE(function.scope->cells.size() == 1);
  CHECK(function.scope->cells[0].parameter == -1);
}

TEST_CASE("a capture says which cell of the creating scope it shares") {
  ParsedScript parsed = ParseScript(
      "def f(a, b):\n"
      "    def g():\n"
      "        def h():\n"
      "            return b, a\n"
      "        return h, b\n"
      "    return g\n");
  const Function& f = FunctionAt(parsed, 0);
  const Function& g = *As<FunctionDefinition>(*f.body[0]).function;
  const Function& h = *As<FunctionDefinition>(*g.body[0]).function;
  for (const Capture& capture : g.scope->frees) {
    CHECK_FALSE(capture.from_free);
    CHECK(f.scope->cells[capture.index].name == capture.name);
  }
  for (const Capture& capture : h.scope->frees) {
    CHECK(capture.from_free);
    CHECK(g.scope->frees[capture.index].name == capture.name);
  }
  CHECK(h.scope->parent == g.scope);
  CHECK(f.scope->parent == &parsed.program->scope());
}

TEST_CASE("super() reaches its class through a cell") {
  ParsedScript parsed = ParseScript(
      "class A:\n"
      "    def f(self):\n"
      "        return lambda: super\n"
      "    def g(self):\n"
      "        pass\n"
      "def h(): return super\n");
  REQUIRE(parsed.program != nullptr);
  const auto& definition = As<ClassDefinition>(*parsed.program->statements()[0]);
  CHECK(definition.scope->class_cell == 0);
  CHECK(definition.scope->cells[0].name == symbols::kClass);
  const Function& f = *As<FunctionDefinition>(*definition.body[0]).function;
  CHECK(f.scope->class_cell == 0);
  CHECK(As<FunctionDefinition>(*definition.body[1]).function->scope->class_cell == -1);
  CHECK(FunctionAt(parsed, 1).scope->class_cell == -1);
}

TEST_CASE("equal constants share a number, of any type, across functions") {
  ParsedScript parsed = ParseScript(
      "a = 'x', b'x', ('x', 1), 'y'\n"
      "def f(): return 'x', ('x', 1), ('x', 1.0), ('x', True), 'x' 'y'\n");
  REQUIRE(parsed.program != nullptr);
  auto items = [](const Expr* value) { return As<TupleDisplay>(*value).items; };
  auto number = [](const Expr* value) {
    const auto* text = TryAs<StringConstant>(value);
    return text != nullptr ? text->constant : As<TupleDisplay>(*value).constant;
  };
  Expressions a = items(As<Assign>(*parsed.program->statements()[0]).value);
  Expressions f = items(As<Return>(*FunctionAt(parsed, 1).body[0]).value);
  CHECK(number(a[0]) == number(f[0]));
  CHECK(As<BytesConstant>(*a[1]).constant != number(a[0]));
  CHECK(number(a[2]) == number(f[1]));
  CHECK(number(a[2]) != number(f[2]));
  CHECK(number(f[2]) != number(f[3]));
  CHECK(number(a[3]) != number(f[4]));
  for (const Expr* item : f) CHECK(number(item) < parsed.program->constant_count());
  ParsedScript variable = ParseScript("x = (a, 'b'), ()\n");
  Expressions displays = items(As<Assign>(*variable.program->statements()[0]).value);
  CHECK(number(displays[0]) == kNoConstant);
  CHECK(number(displays[1]) != kNoConstant);
}

}  // namespace
}  // namespace streplay::script
