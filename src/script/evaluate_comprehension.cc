// Comprehensions: a scope of its own, loops nested clause by clause.
#include "script/assign.h"
#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/value_stack.h"

namespace streplay::script {

namespace {

struct Building {
  Interpreter& interpreter;
  Frame& frame;
  const Comprehension& node;
  Value result;  // the list, set or dict
};

bool AddElement(Building& building) {
  Interpreter& interpreter = building.interpreter;
  Value element = Evaluate(interpreter, building.frame, *building.node.element);
  if (element.empty()) return false;
  switch (building.node.comprehension_kind) {
    case ComprehensionKind::kList: {
      auto* list = building.result.As<ListObject>();
      list->Append(std::move(element));
      return interpreter.CheckSize(list->size());
    }
    case ComprehensionKind::kSet:
      return building.result.As<SetObject>()->Add(interpreter, element);
    case ComprehensionKind::kDict: {
      Value value = Evaluate(interpreter, building.frame, *building.node.value);
      if (value.empty()) return false;
      return building.result.As<DictObject>()->Set(interpreter, element, std::move(value));
    }
  }
  return false;
}

bool RunClause(Building& building, size_t index, const Value& iterable);

// The rest of a round: the clause's conditions, then the next clause or the element.
bool RunRound(Building& building, size_t index) {
  Interpreter& interpreter = building.interpreter;
  for (const Expr* condition : building.node.clauses[index].conditions) {
    std::optional<bool> truth = EvaluateCondition(interpreter, building.frame, *condition);
    if (!truth) return false;
    if (!*truth) return true;
  }
  if (index + 1 == building.node.clauses.size()) return AddElement(building);
  const Expr& next = *building.node.clauses[index + 1].iterable;
  Value iterable = Evaluate(interpreter, building.frame, next);
  return !iterable.empty() && RunClause(building, index + 1, iterable);
}

bool RunClause(Building& building, size_t index, const Value& iterable) {
  const Expr& target = *building.node.clauses[index].target;
  return ForEach(building.interpreter, iterable, [&](const Value& item) {
    return AssignTarget(building.interpreter, building.frame, target, item) &&
           RunRound(building, index);
  });
}

Value MakeResult(Heap& heap, ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kList:
      return heap.MakeList();
    case ComprehensionKind::kSet:
      return heap.MakeSet();
    case ComprehensionKind::kDict:
      return heap.MakeDict();
  }
  return {};
}

}  // namespace

Value EvaluateComprehension(Interpreter& interpreter, Frame& outer, const Comprehension& node) {
  Value iterable = Evaluate(interpreter, outer, *node.clauses[0].iterable);
  if (iterable.empty()) return {};
  // CPython makes the iterator in the enclosing scope, too.
  Value iterator = Iterate(interpreter, iterable);
  if (iterator.empty()) return {};
  RecursionScope recursion(interpreter, "");
  if (!recursion.entered()) return {};
  StackSlots locals(interpreter.stack(), node.scope->locals.size());
  std::vector<Ref<CellObject>> frees = CaptureCells(outer, *node.scope);
  Frame frame{.loaded = outer.loaded,
              .globals = outer.globals,
              .scope = *node.scope,
              .locals = locals.span(),
              .cells = {},
              .frees = frees,
              .class_names = nullptr,
              .result = {},
              .begin = outer.begin,
              .end = outer.end,
              .caller = nullptr};
  MakeCells(interpreter.heap(), frame);
  FrameScope scope(interpreter, frame);
  Building building{interpreter, frame, node,
                    MakeResult(interpreter.heap(), node.comprehension_kind)};
  return RunClause(building, 0, iterator) ? std::move(building.result) : Value();
}

}  // namespace streplay::script
