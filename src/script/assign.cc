#include "script/assign.h"

#include "script/evaluate.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// Where a variable of a function-like scope is kept; null for names in namespaces.
Value* FindVariable(Frame& frame, const Name& name) {
  switch (name.scope) {
    case NameScope::kLocal:
      return &frame.locals[name.slot];
    case NameScope::kCell:
      return &frame.cells[name.slot]->value;
    case NameScope::kFree:
      return &frame.frees[name.slot]->value;
    default:
      return nullptr;
  }
}

Namespace& NamesOf(Frame& frame, const Name& name) {
  bool is_global = name.scope == NameScope::kGlobal;
  return is_global ? frame.globals->globals() : *frame.class_names;
}

size_t FindStarred(Expressions targets) {
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind == NodeKind::kStarred) return i;
  }
  return targets.size();
}

bool RaiseTooFew(Interpreter& interpreter, size_t expected, size_t got, bool at_least) {
  interpreter.RaiseValueError("not enough values to unpack (expected " +
                              std::string(at_least ? "at least " : "") + std::to_string(expected) +
                              ", got " + std::to_string(got) + ")");
  return false;
}

// Takes exactly `count` items; one more is asked for, to notice that there are too many.
bool TakeItems(Interpreter& interpreter, const Value& iterator, size_t count,
               std::vector<Value>& items) {
  while (items.size() <= count) {
    Value item = Next(interpreter, iterator);
    if (item.empty()) break;
    items.push_back(std::move(item));
  }
  if (interpreter.failed()) return false;
  if (items.size() < count) return RaiseTooFew(interpreter, count, items.size(), false);
  if (items.size() == count) return true;
  interpreter.RaiseValueError("too many values to unpack (expected " + std::to_string(count) + ")");
  return false;
}

// Puts the items that the starred target gets into a list.
bool GatherStarred(Interpreter& interpreter, size_t starred, size_t targets,
                   std::vector<Value>& items) {
  size_t required = targets - 1;
  if (items.size() < required) return RaiseTooFew(interpreter, required, items.size(), true);
  auto begin = items.begin() + static_cast<ptrdiff_t>(starred);
  auto end = begin + static_cast<ptrdiff_t>(items.size() - required);
  Value list = interpreter.heap().MakeList({begin, end});
  items.insert(items.erase(begin, end), std::move(list));
  return true;
}

bool Unpack(Interpreter& interpreter, Frame& frame, Expressions targets, const Value& value) {
  if (!IsIterableValue(value)) {
    interpreter.RaiseTypeError("cannot unpack non-iterable " + TypeName(interpreter, value) +
                               " object");
    return false;
  }
  std::vector<Value> items;
  size_t starred = FindStarred(targets);
  if (starred < targets.size()) {
    if (!CollectItems(interpreter, value, items)) return false;
    if (!GatherStarred(interpreter, starred, targets.size(), items)) return false;
  } else {
    Value iterator = Iterate(interpreter, value);
    if (iterator.empty()) return false;
    if (!TakeItems(interpreter, iterator, targets.size(), items)) return false;
  }
  for (size_t i = 0; i < targets.size(); ++i) {
    const Expr& target = i == starred ? *As<Starred>(*targets[i]).value : *targets[i];
    if (!AssignTarget(interpreter, frame, target, items[i])) return false;
  }
  return true;
}

bool AssignAttribute(Interpreter& interpreter, Frame& frame, const Attribute& target,
                     const Value& value) {
  Value object = Evaluate(interpreter, frame, *target.object);
  return !object.empty() && SetAttribute(interpreter, object, target.attribute, value);
}

bool AssignSubscript(Interpreter& interpreter, Frame& frame, const Subscript& target,
                     const Value& value) {
  Value object = Evaluate(interpreter, frame, *target.object);
  if (object.empty()) return false;
  Value index = Evaluate(interpreter, frame, *target.index);
  return !index.empty() && SetItem(interpreter, object, index, value);
}

}  // namespace

bool AssignName(Interpreter&, Frame& frame, const Name& name, Value value) {
  if (Value* variable = FindVariable(frame, name)) {
    Value old = std::exchange(*variable, std::move(value));
  } else {
    NamesOf(frame, name).Set(name.symbol, std::move(value));
  }
  return true;
}

bool AssignTarget(Interpreter& interpreter, Frame& frame, const Expr& target, const Value& value) {
  switch (target.kind) {
    case NodeKind::kName:
      return AssignName(interpreter, frame, As<Name>(target), value);
    case NodeKind::kAttribute:
      return AssignAttribute(interpreter, frame, As<Attribute>(target), value);
    case NodeKind::kSubscript:
      return AssignSubscript(interpreter, frame, As<Subscript>(target), value);
    case NodeKind::kListDisplay:
      return Unpack(interpreter, frame, As<ListDisplay>(target).items, value);
    default:
      return Unpack(interpreter, frame, As<TupleDisplay>(target).items, value);
  }
}

void UnbindName(Frame& frame, const Name& name) {
  if (Value* variable = FindVariable(frame, name)) {
    Value old = std::move(*variable);
  } else {
    NamesOf(frame, name).Remove(name.symbol);
  }
}

bool DeleteName(Interpreter& interpreter, Frame& frame, const Name& name) {
  Value* variable = FindVariable(frame, name);
  bool is_bound =
      variable != nullptr ? !variable->empty() : NamesOf(frame, name).Find(name.symbol) != nullptr;
  if (is_bound) {
    UnbindName(frame, name);
    return true;
  }
  if (variable != nullptr) return !EvaluateName(interpreter, frame, name).empty();
  interpreter.RaiseName(
      *interpreter.classes().name_error,
      "name '" + std::string(interpreter.heap().Text(name.symbol)) + "' is not defined",
      name.symbol);
  return false;
}

bool DeleteTarget(Interpreter& interpreter, Frame& frame, const Expr& target) {
  if (const auto* name = TryAs<Name>(&target)) return DeleteName(interpreter, frame, *name);
  if (const auto* attribute = TryAs<Attribute>(&target)) {
    Value object = Evaluate(interpreter, frame, *attribute->object);
    return !object.empty() && DeleteAttribute(interpreter, object, attribute->attribute);
  }
  if (const auto* subscript = TryAs<Subscript>(&target)) {
    Value object = Evaluate(interpreter, frame, *subscript->object);
    if (object.empty()) return false;
    Value index = Evaluate(interpreter, frame, *subscript->index);
    return !index.empty() && DeleteItem(interpreter, object, index);
  }
  Expressions items = target.kind == NodeKind::kListDisplay ? As<ListDisplay>(target).items
                                                            : As<TupleDisplay>(target).items;
  for (const Expr* item : items) {
    if (!DeleteTarget(interpreter, frame, *item)) return false;
  }
  return true;
}

}  // namespace streplay::script
