#include "script/parser.h"

#include "base/diagnostic_formatter.h"
#include "script/tree_case.h"

namespace streplay::script {
namespace {

std::string Errors(std::string_view text, const ParseLimits& limits = {}) {
  ParsedScript parsed = ParseScript(text, limits);
  CHECK((parsed.program == nullptr) == !parsed.diagnostics.empty());
  return ShortTexts(parsed.diagnostics);
}

std::string Repeated(std::string_view text, size_t count) {
  std::string result;
  for (size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST_CASE("expressions have CPython's trees") {
  CheckTrees("trees/expressions.txt", ShowMagic::kNo);
}

TEST_CASE("statements have CPython's trees") {
  CheckTrees("trees/statements.txt", ShowMagic::kNo);
}

TEST_CASE("nodes know their range") {
  std::string_view text = "x = (a + b.c)[0]\nif x:\n    y = f(x)\n    # end\nz = 1\n";
  ParsedScript parsed = ParseScript(text);
  REQUIRE(parsed.program != nullptr);
  auto source = [&](const Node& node) { return text.substr(node.begin, node.end - node.begin); };
  const auto& assign = As<Assign>(*parsed.program->statements()[0]);
  CHECK(source(assign) == "x = (a + b.c)[0]");
  const auto& subscript = As<Subscript>(*assign.value);
  CHECK(source(subscript) == "(a + b.c)[0]");
  CHECK(source(*subscript.object) == "a + b.c");
  CHECK(source(*As<Binary>(*subscript.object).right) == "b.c");
  const auto& branch = As<If>(*parsed.program->statements()[1]);
  CHECK(source(branch) == "if x:\n    y = f(x)");
  CHECK(source(*branch.branches[0].body[0]) == "y = f(x)");
}

TEST_CASE("a decorated function starts at its keyword, its code at the first decorator") {
  ParsedScript parsed = ParseScript("x = 1\n@a\n@b\ndef f():\n    'doc'\n");
  REQUIRE(parsed.program != nullptr);
  const auto& definition = As<FunctionDefinition>(*parsed.program->statements()[1]);
  CHECK(parsed.program->LineAt(definition.begin) == 4);
  CHECK(definition.function->first_line == 2);
  REQUIRE(definition.function->docstring != nullptr);
  CHECK(definition.function->docstring->value == "doc");
}

TEST_CASE("the line of a statement is that of the innermost one") {
  std::string_view text =
      "def f(\n"
      "    a):\n"
      "    x = [\n"
      "        a,\n"
      "    ]\n"
      "\n"
      "y = 1\n";
  ParsedScript parsed = ParseScript(text);
  REQUIRE(parsed.program != nullptr);
  CHECK(parsed.program->FindStatementLine(text.find("a):")) == 1);
  CHECK(parsed.program->FindStatementLine(text.find("a,")) == 3);
  CHECK(parsed.program->FindStatementLine(text.find("y")) == 7);
  CHECK(parsed.program->FindStatementLine(text.find("\n\ny") + 1) == 6);
}

TEST_CASE("only a first string is a docstring") {
  CHECK(ParseScript("'a' 'b'\nx = 1\n").program->docstring()->value == "ab");
  CHECK(ParseScript("f'a'\n").program->docstring() == nullptr);
  CHECK(ParseScript("x\n'a'\n").program->docstring() == nullptr);
  CHECK(ParseScript("").program->docstring() == nullptr);
}

TEST_CASE("several mistakes are reported in one pass, in the order of the text") {
  CHECK(Errors("if True\n"
               "    x = = 1\n"
               "    y = 1 2\n"
               "else:\n"
               "    return 1\n"
               "def f(a, a:\n"
               "    pass\n") ==
        "1:8: expected ':' after the if condition\n"
        "2:9: expected an expression\n"
        "3:11: expected the end of the line\n"
        "5:5: 'return' outside a function\n"
        "6:6: '(' was never closed\n");
}

TEST_CASE("a block is parsed although its header is wrong") {
  CHECK(Errors("if True\n"
               "    x = = 1\n"
               "elif x y:\n"
               "    y = 1 2\n"
               "else:\n"
               "    break\n"
               "class A(B, C):\n"
               "    def __len__(self): return open\n"
               "while x = 1:\n"
               "    break\n"
               "z = f'{}' + '\\x'\n") ==
        "1:8: expected ':' after the if condition\n"
        "2:9: expected an expression\n"
        "3:8: expected ':' after the elif condition\n"
        "4:11: expected the end of the line\n"
        "6:5: 'break' outside a loop\n"
        "7:12: multiple inheritance is not supported in scenario scripts\n"
        "8:5: the method `__len__` is not supported in scenario scripts\n"
        "9:9: expected ':' after the while condition\n"
        "11:8: expected an expression in the f-string\n");
}

TEST_CASE("names are only judged when no statement was lost") {
  CHECK(Errors("x = open('a')\ny = [i for i in (yield)]\n") ==
        "2:18: generators are not supported in scenario scripts\n");
  CHECK(Errors("x = open('a')\ny = a @ b\nglobal x\n") ==
        "1:5: the built-in `open` is not supported in scenario scripts\n"
        "2:7: matrix multiplication is not supported in scenario scripts\n"
        "3:8: 'x' is used before its global declaration\n");
}

TEST_CASE("a line that the lexer rejects says nothing more") {
  CHECK(Errors("x = = 1 ? 2\ny = = 2\n") ==
        "1:9: unexpected character '?'\n"
        "2:5: expected an expression\n");
}

TEST_CASE("a built-in that the script binds is the script's") {
  CHECK(Errors("open = 1\nprint(open)\n") == "");
  CHECK(Errors("def f(open):\n    return open\n") == "");
  CHECK(Errors("def f():\n    global dir\n    dir = 1\nprint(dir)\n") == "");
  CHECK(Errors("class A:\n    vars = 1\n    x = vars\n") == "");
  CHECK(Errors("def f():\n    input = 1\nprint(input)\n") ==
        "3:7: the built-in `input` is not supported in scenario scripts\n");
}

TEST_CASE("private names of classes keep both their underscores out of the refusals") {
  CHECK(Errors("class A:\n    __x = 1\n    def f(self): return self.__x, __name__\n") == "");
}

TEST_CASE("nesting is limited, whatever it is made of") {
  std::string message = "script nesting is deeper than 100 levels\n";
  auto first = [](const std::string& text) {
    ParsedScript parsed = ParseScript(text);
    return parsed.diagnostics.empty() ? "" : parsed.diagnostics[0].message + "\n";
  };
  CHECK(first(Repeated("(", 100) + "a" + Repeated(")", 100)) == "");
  CHECK(first(Repeated("(", 101) + "a" + Repeated(")", 101)) == message);
  CHECK(first(Repeated("[", 100000) + Repeated("]", 100000)) == message);
  CHECK(first("x = a" + Repeated(" + a", 100)) == "");
  CHECK(first("x = a" + Repeated(" + a", 101)) == message);
  CHECK(first("x = (a" + Repeated(" * a", 60) + ") + b[" + "c" + Repeated(".c", 60) + "]") == "");
  CHECK(first("x = (a" + Repeated(" * a", 60) + ")" + Repeated("()", 60)) == message);
  CHECK(first("x = " + Repeated("not ", 100000) + "a") == message);
  CHECK(first("x = " + Repeated("-", 100000) + "a") == message);
  CHECK(first("x = " + Repeated("a ** ", 100000) + "a") == message);
  CHECK(first("x = " + Repeated("lambda: ", 100000) + "a") == message);
  CHECK(first("x = " + Repeated("a if b else ", 100000) + "a") == message);
  CHECK(first("x = [a" + Repeated(" for a in b", 100000) + "]") == message);
  CHECK(first("with a" + Repeated(", a", 100000) + ": pass") == message);
  CHECK(first("x = a" + Repeated(" or a", 100000)) == "");
  CHECK(first("x = a" + Repeated(" < a", 100000)) == "");
  CHECK(first("x = " + Repeated("'a' ", 100000)) == "");
  std::string blocks;
  for (size_t i = 0; i < 101; ++i) blocks += Repeated(" ", i) + "if a:\n";
  CHECK(first(blocks + Repeated(" ", 101) + "pass\n") == message);
  std::string indented;
  for (size_t i = 0; i < 1000; ++i) indented += Repeated(" ", i) + "a\n";
  CHECK(first(indented) == "unexpected indentation\n");
}

TEST_CASE("the nesting limit can be set") {
  CHECK(Errors("((a))\n", {.nesting = 2}) == "");
  CHECK(Errors("(((a)))\n", {.nesting = 2}) == "1:3: script nesting is deeper than 2 levels\n");
}

TEST_CASE("a flood of mistakes is cut off") {
  CHECK(ParseScript(Repeated("x y\n", 10000)).diagnostics.size() == 50);
}

TEST_CASE("what is no text is rejected at once") {
  CHECK(Errors("x = '\xff'\n") == "1:6: the script is not valid UTF-8\n");
  CHECK(Errors(std::string_view("x = 1 # \0\n", 10)) == "1:9: unexpected character '\\x00'\n");
  CHECK(Errors("x = 1\ry = 2\n") == "1:6: unexpected character '\\r'\n");
  CHECK(Errors("\xEF\xBB\xBFx = 1\n") == "");
}

TEST_CASE("a backslash at the very end joins nothing") {
  CHECK(Errors("x = 1 + \\\n") == "1:9: expected the end of the line after '\\'\n");
  CHECK(Errors("x = 1 \\") == "1:7: expected the end of the line after '\\'\n");
}

TEST_CASE("carriage returns before line feeds are part of the line break") {
  ParsedScript parsed =
      ParseScript("x = '''a\r\nb\\\r\nc'''\r\nif x:\r\n    y = r'''\\\r\n'''\r\n");
  REQUIRE(parsed.program != nullptr);
  AstDump dump(*parsed.symbols);
  CHECK(dump.Text(parsed.program->statements()) ==
        "[(= {x.G} 'a\\nbc') (if x.G [(= {y.G} '\\\\\\n')] [])]");
}

TEST_CASE("a mistake is shown where the scenario file has it") {
  auto file = std::make_shared<SourceText>("a.yaml", "script: |\n  x = 1\n  y = (x +\n    2 3)\n");
  MappedText script{"x = 1\ny = (x +\n  2 3)\n", {{file, {2, 3}}, {file, {3, 3}}, {file, {4, 3}}}};
  SymbolTable symbols;
  Diagnostics diagnostics;
  CHECK(ParseProgram(script, symbols, {}, diagnostics) == nullptr);
  CHECK(FormatDiagnostics(diagnostics) ==
        "a.yaml:4:7: error: expected ',' or ')'\n"
        "  4 |     2 3)\n"
        "    |       ^\n");
}

TEST_CASE("only the statement that a match stands for is refused") {
  CHECK(Errors("match x:\n    case 1:\n        y = = 1\nz = = 1\n") ==
        "1:1: match statements are not supported in scenario scripts\n"
        "4:5: expected an expression\n");
  CHECK(Errors("match(x)\nmatch = 1\n") == "");
}

TEST_CASE("the smallest integer needs its minus right before it") {
  std::string refused = "integers beyond 64 bits are not supported in scenario scripts\n";
  CHECK(Errors("x = -9223372036854775808 + - 9223372036854775808\n") == "");
  CHECK(Errors("x = --9223372036854775808\n") == "");
  CHECK(Errors("x = -f(9223372036854775808)\n") == "1:8: " + refused);
  CHECK(Errors("x = -[9223372036854775808]\n") == "1:7: " + refused);
  CHECK(Errors("x = -9223372036854775808 ** 2\n") == "1:6: " + refused);
  CHECK(Errors("x = -9223372036854775808 .real\n") == "1:6: " + refused);
  CHECK(Errors("x = 1 - 9223372036854775808\n") == "1:9: " + refused);
  CHECK(Errors("x = +9223372036854775808\n") == "1:6: " + refused);
}

TEST_CASE("an awkward end of a comprehension or call is named") {
  CHECK(Errors("x = [a for a in b, c]\n") == "1:18: expected ',' or ']'\n");
  CHECK(Errors("x = [a, b for a in c]\n") == "1:11: expected ',' or ']'\n");
  CHECK(Errors("f(a for a in b)\n") ==
        "1:3: generator expressions are not supported in scenario scripts\n");
}

}  // namespace
}  // namespace streplay::script
