// One walk over the program for each kind of reduction. Every place where the reduction could be
// done counts down; the one that reaches zero does it, and the walks end.
#include "explore/reduction.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace streplay {
namespace {

bool IsDecorator(const Statement& statement) {
  return statement.before.starts_with("@");
}

// A second part of the statement before it.
bool IsContinuation(const Statement& statement) {
  return statement.before == "else" || statement.before.starts_with("except ");
}

class Reducer {
 public:
  Reducer(Program& program, size_t index) : program_(program), left_(index) {}

  bool Run() {
    DropHalfOfSteps();
    DropSteps();
    ForAllBlocks([this](Statements& block) { DropStatements(block); });
    ForAllBlocks([this](Statements& block) { UnwrapStatements(block); });
    MergeSessions();
    DropParameters();
    ForAllStatements([this](Statement& statement) { DropArguments(statement); });
    ForAllStatements([this](Statement& statement) { SimplifyArguments(statement); });
    SimplifySteps();
    return is_done_;
  }

 private:
  // Whether this is the place.
  bool IsHere() {
    if (is_done_) return false;
    is_done_ = left_ == 0;
    --left_;
    return is_done_;
  }

  void ForAllBlocks(const std::function<void(Statements&)>& visit) {
    VisitBlocks(program_.script, visit);
    VisitBlocks(program_.definitions, visit);
  }

  void VisitBlocks(Statements& block, const std::function<void(Statements&)>& visit) {
    if (is_done_) return;
    visit(block);
    for (size_t i = 0; i < block.size() && !is_done_; ++i) VisitBlocks(block[i].body, visit);
  }

  void ForAllStatements(const std::function<void(Statement&)>& visit) {
    ForAllBlocks([&](Statements& block) {
      for (Statement& statement : block) {
        if (!is_done_) visit(statement);
      }
    });
  }

  void DropHalfOfSteps() {
    size_t half = program_.steps.size() / 2;
    if (half == 0) return;
    auto middle = program_.steps.begin() + static_cast<std::ptrdiff_t>(half);
    if (IsHere()) program_.steps.erase(middle, program_.steps.end());
  }

  // From the last one on: what comes later depends on what comes before.
  void DropSteps() {
    for (size_t i = program_.steps.size(); i > 0 && program_.steps.size() > 1; --i) {
      if (!IsHere()) continue;
      program_.steps.erase(program_.steps.begin() + static_cast<std::ptrdiff_t>(i - 1));
      return;
    }
  }

  // The statement at `index` and what belongs to it: [first, last).
  static std::pair<size_t, size_t> WholeAt(const Statements& block, size_t index) {
    size_t first = index;
    size_t last = index + 1;
    while (first > 0 && block[index].before.starts_with("def ") && IsDecorator(block[first - 1])) {
      --first;
    }
    while (last < block.size() && !IsContinuation(block[index]) && IsContinuation(block[last])) {
      ++last;
    }
    return {first, last};
  }

  static void Erase(Statements& block, std::pair<size_t, size_t> range) {
    block.erase(block.begin() + static_cast<std::ptrdiff_t>(range.first),
                block.begin() + static_cast<std::ptrdiff_t>(range.second));
  }

  void DropStatements(Statements& block) {
    for (size_t i = block.size(); i > 0; --i) {
      if (block[i - 1].is_required || !IsHere()) continue;
      return Erase(block, WholeAt(block, i - 1));
    }
  }

  // Puts a block's body in its place. The body of an `else` takes the place of the `if` as well.
  void UnwrapStatements(Statements& block) {
    for (size_t i = 0; i < block.size(); ++i) {
      bool is_block = block[i].opens_block && !block[i].before.starts_with("def ") &&
                      !block[i].before.starts_with("except ");
      if (!is_block || !IsHere()) continue;
      Statements body = std::move(block[i].body);
      std::pair<size_t, size_t> range = WholeAt(block, i);
      if (block[i].before == "else" && i > 0) --range.first;
      Erase(block, range);
      block.insert(block.begin() + static_cast<std::ptrdiff_t>(range.first),
                   std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
      return;
    }
  }

  void MergeSessions() {
    bool has_others = false;
    for (Step& step : program_.steps) {
      std::string* session = SessionOf(step);
      has_others = has_others || (session != nullptr && *session != kDefaultSession);
    }
    if (!has_others || !IsHere()) return;
    for (Step& step : program_.steps) {
      if (std::string* session = SessionOf(step)) *session = kDefaultSession;
    }
  }

  static std::string* SessionOf(Step& step) {
    if (auto* run = std::get_if<RunStep>(&step.action)) return &run->session;
    if (auto* interact = std::get_if<InteractStep>(&step.action)) return &interact->session;
    return nullptr;
  }

  // `def f(x)` becomes `def f()`, and every call of f loses its argument.
  void DropParameters() {
    for (Statement& definition : program_.definitions) {
      bool has_parameter =
          definition.before.starts_with("def ") && definition.before.ends_with("(x)");
      if (!has_parameter || !IsHere()) continue;
      std::string name = definition.before.substr(4, definition.before.size() - 7);
      definition.before = "def " + name + "()";
      DropCallArguments(program_.definitions, name);
      DropCallArguments(program_.script, name);
      for (Step& step : program_.steps) {
        auto* call = std::get_if<CallStep>(&step.action);
        if (call != nullptr && call->text.starts_with(name + "(")) call->text = name + "()";
      }
      return;
    }
  }

  static void DropCallArguments(Statements& statements, const std::string& name) {
    for (Statement& statement : statements) {
      bool is_call = statement.before == name || statement.before.ends_with(" = " + name);
      if (is_call && statement.arguments) statement.arguments->clear();
      DropCallArguments(statement.body, name);
    }
  }

  void DropArguments(Statement& statement) {
    if (!statement.arguments) return;
    std::vector<Argument>& arguments = *statement.arguments;
    for (size_t i = arguments.size(); i > 0; --i) {
      if (arguments[i - 1].is_required || !IsHere()) continue;
      arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i - 1));
      return;
    }
  }

  void SimplifyArguments(Statement& statement) {
    if (!statement.arguments) return;
    for (Argument& argument : *statement.arguments) {
      bool is_simple = argument.simplest.empty() || argument.value == argument.simplest;
      if (is_simple || !IsHere()) continue;
      argument.value = argument.simplest;
      return;
    }
  }

  // Shorter lists of options, files, handles; a step in place of a longer one.
  void SimplifySteps() {
    for (Step& step : program_.steps) {
      if (auto* interact = std::get_if<InteractStep>(&step.action)) {
        if (interact->value && !interact->value->items.empty() && IsHere()) {
          interact->value->items.pop_back();
          return;
        }
        if (interact->target.nth && IsHere()) return interact->target.nth.reset();
      }
      bool is_call = std::holds_alternative<CallStep>(step.action);
      if (is_call && IsHere()) {
        step.action = RunStep{};
        return;
      }
    }
  }

  Program& program_;
  size_t left_;
  bool is_done_ = false;
};

}  // namespace

bool Reduce(Program& program, size_t index) {
  return Reducer(program, index).Run();
}

}  // namespace streplay
