// A script with everything that it needs to run, and a host that records what reaches it.
#ifndef STREPLAY_TESTS_SCRIPT_SCRIPT_WORLD_H_
#define STREPLAY_TESTS_SCRIPT_SCRIPT_WORLD_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "script/heap.h"
#include "script/host.h"
#include "script/interpreter.h"
#include "script/module_object.h"
#include "script/operations.h"
#include "script/parser.h"
#include "script/script_cases.h"

namespace streplay::script {

// Imports what a test has put into `modules`; the clock starts at 2023-02-09 00:00:00 UTC.
class TestHost : public Host {
 public:
  Value Import(Interpreter& interpreter, std::string_view path,
               std::span<const Symbol> names) override {
    imports.push_back(std::string(path) + (names.empty() ? "" : " from"));
    auto found = modules.find(path);
    if (found != modules.end()) return found->second;
    return interpreter.Raise(*interpreter.classes().module_not_found_error,
                             "No module named '" + std::string(path) + "'");
  }
  bool Display(Interpreter& interpreter, std::span<const Value> values) override {
    std::string line;
    for (const Value& value : values) {
      auto text = ReprText(interpreter, value);
      if (!text) return false;
      line += (line.empty() ? "" : ", ") + *text;
    }
    displayed.push_back(line);
    return true;
  }
  void Print(Interpreter&, std::string_view text) override { printed += text; }
  int64_t NowMicroseconds() override { return now; }
  void Sleep(int64_t microseconds) override { now += microseconds; }

  std::map<std::string, Value, std::less<>> modules;
  std::vector<std::string> imports;
  std::vector<std::string> displayed;
  std::string printed;
  int64_t now = int64_t{1675900800} * 1'000'000;
};

struct ScriptWorld {
  explicit ScriptWorld(const Limits& given = {})
      : limits(given), heap(symbols, limits), interpreter(heap, host, limits) {}
  ~ScriptWorld() { host.modules.clear(); }

  // Null when the source cannot be parsed; `diagnostics` then say why.
  std::shared_ptr<const Program> Parse(std::string_view source) {
    diagnostics.clear();
    return ParseProgram(ScriptText(source), symbols, ParseLimits{}, diagnostics);
  }

  // Runs the source as `__main__`, with globals of its own.
  Completion Run(std::string_view source) {
    std::shared_ptr<const Program> program = Parse(source);
    if (program != nullptr) return RunProgram(program);
    Completion refused;
    refused.kind = CompletionKind::kLimit;
    refused.message = "not parsed: " + ShortTexts(diagnostics);
    return refused;
  }

  Completion RunProgram(const std::shared_ptr<const Program>& program) {
    interpreter.BeginRun();
    main = heap.New<ModuleObject>(heap, "__main__");
    return interpreter.RunModule(program, main);
  }

  Value Global(std::string_view name) {
    const Value* value = main->globals().Find(heap.Intern(name));
    return value != nullptr ? *value : Value();
  }

  // "Type: message", as a traceback ends.
  std::string ExceptionText(const Value& value) {
    auto* exception = value.As<ExceptionObject>();
    REQUIRE(exception != nullptr);
    const std::string& module = exception->type().module();
    bool shows_module = module != "builtins" && module != "__main__";
    std::string text = (shows_module ? module + "." : "") + exception->type().qualified_name();
    auto message = StrText(interpreter, value);
    if (!message) {
      interpreter.TakeCompletion();
      message = "<exception str() failed>";
    }
    return message->empty() ? text : text + ": " + *message;
  }

  // How the run ended: "" or the exception with its chain or "limit: …", one line each.
  std::string EndText(const Completion& completion) {
    switch (completion.kind) {
      case CompletionKind::kNormal:
        return "";
      case CompletionKind::kLimit:
        return "limit: " + completion.message;
      case CompletionKind::kEnded:
        return "ended: " + std::to_string(completion.ending);
      case CompletionKind::kException:
        break;
    }
    interpreter.BeginRun();
    std::string text = "!" + ExceptionText(completion.exception);
    auto* exception = completion.exception.As<ExceptionObject>();
    while (true) {
      bool has_cause = !exception->cause().is_none();
      if (!has_cause && (exception->suppress_context() || exception->context().is_none())) break;
      Value next = has_cause ? exception->cause() : exception->context();
      text += (has_cause ? "\n!caused by " : "\n!during ") + ExceptionText(next);
      exception = next.As<ExceptionObject>();
    }
    return text;
  }

  // Runs the source and tells what it printed and how it ended.
  std::string Outcome(std::string_view source) {
    Completion completion = Run(source);
    std::string end = EndText(completion);
    return host.printed + end;
  }

  Diagnostics diagnostics;
  SymbolTable symbols;
  TestHost host;
  Limits limits;
  Heap heap;
  Interpreter interpreter;
  Ref<ModuleObject> main;
};

}  // namespace streplay::script

#endif  // STREPLAY_TESTS_SCRIPT_SCRIPT_WORLD_H_
