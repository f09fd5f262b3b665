// A view asks its dict for everything. The set operators build plain sets, walking the operands in
// CPython's order.
#include "script/dict_view.h"

#include "script/class_object.h"
#include "script/heap.h"
#include "script/list_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/set_operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

ClassObject& ClassOf(const Heap& heap, DictPart part) {
  const BuiltinClasses& classes = heap.classes();
  if (part == DictPart::kKeys) return *classes.dict_keys;
  return part == DictPart::kValues ? *classes.dict_values : *classes.dict_items;
}

DictViewObject* AsSetLikeView(const Value& value) {
  auto* view = value.As<DictViewObject>();
  return view != nullptr && view->is_set_like() ? view : nullptr;
}

// The value as a new set; a view of a plain dict's keys as the dict itself.
Ref<SetObject> ToSet(Interpreter& interpreter, const Value& value) {
  ClassObject& set = *interpreter.classes().set;
  auto* view = value.As<DictViewObject>();
  bool plain_keys = view != nullptr && view->part() == DictPart::kKeys &&
                    &view->dict()->type() == interpreter.classes().dict;
  return MakeSetOf(interpreter, set, plain_keys ? Value(view->dict()) : value);
}

// The items of `walked` that are in `view`, unless a larger set is asked to do it.
Value IntersectView(Interpreter& interpreter, DictViewObject* view, Value walked) {
  SetObject* set = AsSet(walked);
  if (set != nullptr && view->dict()->size() <= set->size()) {
    return Intersection(interpreter, Ref<SetObject>(set), Value(view));
  }
  DictViewObject* other = AsSetLikeView(walked);
  Ref<DictViewObject> asked(view);
  if (other != nullptr && other->dict()->size() > view->dict()->size()) {
    asked = Ref<DictViewObject>(other);
    walked = Value(view);
  }
  Ref<SetObject> result = interpreter.heap().MakeSet();
  bool ok = ForEach(interpreter, walked, [&](const Value& item) {
    std::optional<bool> shared = asked->Contains(interpreter, item);
    return shared && (!*shared || result->Add(interpreter, item));
  });
  return ok ? Value(result) : Value();
}

// Whether every item of the view is in the other container.
std::optional<bool> IsWithin(Interpreter& interpreter, const Value& items, const Value& container) {
  bool all = true;
  bool ok = ForEach(interpreter, items, [&](const Value& item) {
    std::optional<bool> found = Contains(interpreter, container, item);
    all = found && *found;
    return all;
  });
  if (!ok && interpreter.failed()) return std::nullopt;
  return all;
}

Value ViewIsDisjoint(Interpreter& interpreter, Values arguments) {
  bool shared = false;
  bool ok = ForEach(interpreter, arguments[1], [&](const Value& item) {
    std::optional<bool> found = Contains(interpreter, arguments[0], item);
    shared = found && *found;
    return found && !shared;
  });
  if (!ok && interpreter.failed()) return {};
  return Value::Bool(!shared);
}

constexpr NativeFunction kSetLikeMethods[] = {
    {"isdisjoint", "other, /", &ViewIsDisjoint},
};

}  // namespace

DictViewObject::DictViewObject(const Ref<DictObject>& dict, DictPart part)
    : ContainerObject(ClassOf(dict->heap(), part), ObjectKind::kNative), dict_(dict), part_(part) {
}

std::optional<bool> DictViewObject::Contains(Interpreter& interpreter, const Value& item) {
  if (part_ == DictPart::kKeys) return dict_->Contains(interpreter, item);
  if (part_ == DictPart::kValues) return Object::Contains(interpreter, item);
  auto* pair = item.As<TupleObject>();
  if (pair == nullptr || pair->size() != 2) return false;
  Value found = dict_->Find(interpreter, pair->items()[0]);
  if (interpreter.failed()) return std::nullopt;
  if (found.empty()) return false;
  return AreEqual(interpreter, found, pair->items()[1]);
}

std::optional<int64_t> DictViewObject::Length(Interpreter&) {
  return static_cast<int64_t>(dict_->size());
}

Value DictViewObject::Iterate(Interpreter& interpreter) {
  return MakeDictIterator(interpreter, dict_, part_);
}

Value DictViewObject::IterateReversed(Interpreter& interpreter) {
  return MakeDictIterator(interpreter, dict_, part_, true);
}

Value DictViewObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (!interpreter.EnterRepr(*this)) return heap.MakeString("...");
  std::vector<Value> items;
  std::optional<std::string> text;
  if (CollectItems(interpreter, Value(this), items)) {
    text = ReprText(interpreter, heap.MakeList(std::move(items)));
  }
  interpreter.LeaveRepr(*this);
  if (!text) return {};
  return heap.MakeString(std::string(TypeName()) + "(" + *text + ")");
}

Value DictViewObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  if (!is_set_like() || (AsSet(other) == nullptr && AsSetLikeView(other) == nullptr)) {
    return Value::NotImplemented();
  }
  std::optional<int64_t> length = script::Length(interpreter, other);
  if (!length) return {};
  int64_t difference = static_cast<int64_t>(dict_->size()) - *length;
  bool equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  Comparison wanted = comparison == Comparison::kNotEqual ? Comparison::kEqual : comparison;
  bool greater = wanted == Comparison::kGreater || wanted == Comparison::kGreaterEqual;
  std::optional<bool> holds = false;
  if (Satisfies(wanted, difference < 0 ? -1 : difference > 0 ? 1 : 0)) {
    holds = greater ? IsWithin(interpreter, other, Value(this))
                    : IsWithin(interpreter, Value(this), other);
  }
  if (!holds) return {};
  return Value::Bool(*holds != (equality && comparison == Comparison::kNotEqual));
}

std::optional<int64_t> DictViewObject::Hash(Interpreter& interpreter) {
  if (!is_set_like()) return Object::Hash(interpreter);
  interpreter.RaiseTypeError("unhashable type: '" + std::string(TypeName()) + "'");
  return std::nullopt;
}

Value DictViewObject::SetOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                                   const Value& right) {
  if (op == BinaryOperator::kBitAnd) {
    DictViewObject* view = AsSetLikeView(left);
    return view != nullptr ? IntersectView(interpreter, view, right)
                           : IntersectView(interpreter, AsSetLikeView(right), left);
  }
  if (op != BinaryOperator::kBitOr && op != BinaryOperator::kSubtract &&
      op != BinaryOperator::kBitXor) {
    return Value::NotImplemented();
  }
  Ref<SetObject> result = ToSet(interpreter, left);
  if (!result) return {};
  bool ok = true;
  if (op == BinaryOperator::kBitOr) {
    ok = result->Update(interpreter, right);
  } else if (op == BinaryOperator::kSubtract) {
    ok = DifferenceUpdate(interpreter, *result, right);
  } else {
    ok = SymmetricDifferenceUpdate(interpreter, *result, right);
  }
  return ok ? Value(result) : Value();
}

Value DictViewObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (!is_set_like()) return Value::NotImplemented();
  return SetOperation(interpreter, op, Value(this), right);
}

Value DictViewObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op,
                                      const Value& left) {
  if (!is_set_like()) return Value::NotImplemented();
  return SetOperation(interpreter, op, left, Value(this));
}

void DictViewObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(dict_);
}

void DictViewObject::DropReferences() {
  dict_ = {};
}

void DefineDictViews(Heap& heap) {
  DefineMethods(heap, *heap.classes().dict_keys, kSetLikeMethods);
  DefineMethods(heap, *heap.classes().dict_items, kSetLikeMethods);
}

}  // namespace streplay::script
