// Works on the text, so that every line stays where it is: a decorator that goes leaves blanks.
// What is a decorator the parser says; a text that it refuses is left alone, since it will not run.
#include "explore/undecorate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "script/ast.h"
#include "script/parser.h"

namespace streplay {
namespace {

struct Decorator {
  size_t begin = 0;  // of the `@`
  size_t end = 0;
  std::string name;  // up to the arguments
  bool allows_widgets = false;
  std::string function;
};

bool IsNamePart(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

bool IsCacheName(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames = {
      "cache_data", "cache_resource", "experimental_memo", "experimental_singleton"};
  std::string_view last = name.substr(name.rfind('.') + 1);
  return std::find(kNames.begin(), kNames.end(), last) != kNames.end();
}

bool AllowsWidgets(const std::string& text) {
  std::string packed = text;
  std::erase_if(packed,
                [](char letter) { return std::isspace(static_cast<unsigned char>(letter)); });
  return packed.find("experimental_allow_widgets=True") != std::string::npos;
}

// Finds the cache decorators of all functions, nested ones included.
class DecoratorFinder {
 public:
  DecoratorFinder(const std::string& text, const script::SymbolTable& symbols)
      : text_(text), symbols_(symbols) {}

  void Visit(script::Block block) {
    for (const script::Stmt* statement : block) VisitStatement(*statement);
  }

  std::vector<Decorator> found;  // in the order of the text, but for nesting

 private:
  void VisitStatement(const script::Stmt& statement) {
    if (auto* definition = script::TryAs<script::FunctionDefinition>(&statement)) {
      for (const script::Expr* decorator : definition->decorators) Add(*decorator, *definition);
      Visit(definition->function->body);
    } else if (auto* branch = script::TryAs<script::If>(&statement)) {
      for (const script::IfBranch& one : branch->branches) Visit(one.body);
      Visit(branch->otherwise);
    } else if (auto* with = script::TryAs<script::With>(&statement)) {
      Visit(with->body);
    } else if (auto* loop = script::TryAs<script::For>(&statement)) {
      Visit(loop->body);
      Visit(loop->otherwise);
    } else if (auto* repeat = script::TryAs<script::While>(&statement)) {
      Visit(repeat->body);
      Visit(repeat->otherwise);
    } else if (auto* attempt = script::TryAs<script::Try>(&statement)) {
      Visit(attempt->body);
      for (const script::ExceptHandler& handler : attempt->handlers) Visit(handler.body);
      Visit(attempt->otherwise);
      Visit(attempt->finally);
    } else if (auto* type = script::TryAs<script::ClassDefinition>(&statement)) {
      Visit(type->body);
    }
  }

  void Add(const script::Expr& expression, const script::FunctionDefinition& definition) {
    std::string text = text_.substr(expression.begin, expression.end - expression.begin);
    std::string name = text.substr(0, text.find('('));
    if (!IsCacheName(name)) return;
    size_t at = text_.rfind('@', expression.begin);
    found.push_back({at, expression.end, name, AllowsWidgets(text),
                     std::string(symbols_.Text(definition.function->name))});
  }

  const std::string& text_;
  const script::SymbolTable& symbols_;
};

// Puts `replacement` where [begin, end) was, with as many line breaks.
void ReplaceKeepingLines(std::string& text, size_t begin, size_t end, std::string replacement) {
  auto from = text.begin() + static_cast<std::ptrdiff_t>(begin);
  auto to = text.begin() + static_cast<std::ptrdiff_t>(end);
  replacement += std::string(static_cast<size_t>(std::count(from, to, '\n')), '\n');
  text.replace(from, to, replacement);
}

void DropClear(std::string& text, const std::string& function) {
  const std::string method = function + ".clear";
  for (size_t at = text.find(method); at != std::string::npos; at = text.find(method, at + 2)) {
    bool is_part = (at > 0 && (IsNamePart(text[at - 1]) || text[at - 1] == '.')) ||
                   (at + method.size() < text.size() && IsNamePart(text[at + method.size()]));
    if (!is_part) text.replace(at, function.size(), "{}");
  }
}

MappedText Undecorated(const MappedText& text, std::vector<std::string>& undecorated) {
  script::SymbolTable symbols;
  Diagnostics diagnostics;
  auto program = script::ParseProgram(text, symbols, {}, diagnostics);
  if (program == nullptr) return text;
  DecoratorFinder finder(text.text, symbols);
  finder.Visit(program->statements());
  std::sort(finder.found.begin(), finder.found.end(),
            [](const Decorator& a, const Decorator& b) { return a.begin > b.begin; });
  MappedText result = text;
  for (const Decorator& decorator : finder.found) {
    std::string kept =
        decorator.allows_widgets ? "" : "@" + decorator.name + "(ttl=0, show_spinner=False)";
    ReplaceKeepingLines(result.text, decorator.begin, decorator.end, kept);
    if (decorator.allows_widgets) undecorated.push_back(decorator.function);
  }
  for (const std::string& function : undecorated) DropClear(result.text, function);
  return result;
}

}  // namespace

Scenario Undecorate(const Scenario& scenario) {
  Scenario result = scenario;
  std::vector<std::string> undecorated;  // functions, as far as they are known
  result.definitions = Undecorated(scenario.definitions, undecorated);
  result.script = Undecorated(scenario.script, undecorated);
  for (Step& step : result.steps) {
    if (auto* edit = std::get_if<EditStep>(&step.action)) {
      edit->definitions = Undecorated(edit->definitions, undecorated);
      edit->script = Undecorated(edit->script, undecorated);
    } else if (auto* call = std::get_if<CallStep>(&step.action)) {
      call->program = Undecorated(call->program, undecorated);
    }
  }
  return result;
}

}  // namespace streplay
