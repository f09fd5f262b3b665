// Which operand is walked, and into which table items go, decides the result's order; the choices
// here are CPython's.
#include "script/set_operations.h"

#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/heap.h"
#include "script/operations.h"

namespace streplay::script {
namespace {

// Calls `visit(const SetObject::Entry&) -> bool` for each entry.
template <class Visit>
bool ForEachEntry(Interpreter& interpreter, const SetObject& set, Visit visit) {
  size_t position = 0;
  while (std::optional<SetObject::Entry> entry = set.NextEntry(position)) {
    if (!interpreter.Step() || !visit(*entry)) return false;
  }
  return true;
}

// Likewise for the items of any iterable, hashed when that is not known.
template <class Visit>
bool ForEachHashed(Interpreter& interpreter, const Value& iterable, Visit visit) {
  if (SetObject* set = AsSet(iterable)) return ForEachEntry(interpreter, *set, visit);
  return ForEach(interpreter, iterable, [&](const Value& item) {
    std::optional<int64_t> hash = Hash(interpreter, item);
    return hash && visit(SetObject::Entry{*hash, item});
  });
}

Ref<SetObject> EmptyLike(Interpreter& interpreter, const SetObject& set) {
  return interpreter.heap().New<SetObject>(set.type());
}

// A set's own hash of an operation's outcome: a moved Ref, or null.
Ref<SetObject> ResultOr(bool ok, Ref<SetObject> result) {
  return ok ? result : Ref<SetObject>();
}

Ref<SetObject> CopyWithout(Interpreter& interpreter, const SetObject& left, const Value& right) {
  Ref<SetObject> result = CopySet(interpreter, left);
  if (!result) return {};
  return ResultOr(DifferenceUpdate(interpreter, *result, right), result);
}

}  // namespace

Ref<SetObject> MakeSetOf(Interpreter& interpreter, ClassObject& type, const Value& iterable) {
  Ref<SetObject> set = interpreter.heap().New<SetObject>(type);
  return ResultOr(iterable.empty() || set->Update(interpreter, iterable), set);
}

Ref<SetObject> CopySet(Interpreter& interpreter, const SetObject& set) {
  Ref<SetObject> copy = EmptyLike(interpreter, set);
  return ResultOr(copy->Merge(interpreter, set), copy);
}

Ref<SetObject> Union(Interpreter& interpreter, const SetObject& left, const Value& right) {
  Ref<SetObject> result = CopySet(interpreter, left);
  if (!result) return {};
  return ResultOr(result->Update(interpreter, right), result);
}

Ref<SetObject> Intersection(Interpreter& interpreter, const Ref<SetObject>& left,
                            const Value& right) {
  SetObject* other = AsSet(right);
  if (other == left.get()) return CopySet(interpreter, *left);
  Ref<SetObject> result = EmptyLike(interpreter, *left);
  Value walked = right;
  Ref<SetObject> asked = left;
  if (other != nullptr && other->size() > left->size()) {
    walked = left;
    asked = Ref<SetObject>(other);
  }
  bool ok = ForEachHashed(interpreter, walked, [&](const SetObject::Entry& entry) {
    std::optional<bool> shared = asked->HasEntry(interpreter, entry);
    return shared && (!*shared || result->AddEntry(interpreter, entry));
  });
  return ResultOr(ok, result);
}

Ref<SetObject> Difference(Interpreter& interpreter, const Ref<SetObject>& left,
                          const Value& right) {
  SetObject* other = AsSet(right);
  auto* dict = right.As<DictObject>();
  if (other == nullptr && dict == nullptr) return CopyWithout(interpreter, *left, right);
  size_t other_size = other != nullptr ? other->size() : dict->size();
  if (left->size() / 4 > other_size) return CopyWithout(interpreter, *left, right);
  Ref<SetObject> result = EmptyLike(interpreter, *left);
  bool ok = ForEachEntry(interpreter, *left, [&](const SetObject::Entry& entry) {
    std::optional<bool> shared = other != nullptr ? other->HasEntry(interpreter, entry)
                                                  : dict->Contains(interpreter, entry.item);
    return shared && (*shared || result->AddEntry(interpreter, entry));
  });
  return ResultOr(ok, result);
}

Ref<SetObject> SymmetricDifference(Interpreter& interpreter, const Ref<SetObject>& left,
                                   const Value& right) {
  Ref<SetObject> result = MakeSetOf(interpreter, left->type(), right);
  if (!result) return {};
  return ResultOr(SymmetricDifferenceUpdate(interpreter, *result, left), result);
}

bool DifferenceUpdate(Interpreter& interpreter, SetObject& set, const Value& items) {
  if (AsSet(items) == &set) {
    set.Clear();
    return true;
  }
  bool ok = ForEachHashed(interpreter, items, [&](const SetObject::Entry& entry) {
    return set.DiscardEntry(interpreter, entry).has_value();
  });
  if (ok) set.DropRemoved();
  return ok;
}

bool SymmetricDifferenceUpdate(Interpreter& interpreter, SetObject& set, const Value& items) {
  if (AsSet(items) == &set) {
    set.Clear();
    return true;
  }
  auto toggle = [&](const SetObject::Entry& entry) {
    std::optional<bool> removed = set.DiscardEntry(interpreter, entry);
    return removed && (*removed || set.AddEntry(interpreter, entry));
  };
  if (items.Is<DictObject>() || AsSet(items) != nullptr) {
    return ForEachHashed(interpreter, items, toggle);
  }
  Ref<SetObject> unique = MakeSetOf(interpreter, set.type(), items);
  return unique && ForEachEntry(interpreter, *unique, toggle);
}

std::optional<bool> IsSubset(Interpreter& interpreter, const SetObject& left,
                             const SetObject& right) {
  if (left.size() > right.size()) return false;
  size_t position = 0;
  while (std::optional<SetObject::Entry> entry = left.NextEntry(position)) {
    if (!interpreter.Step()) return std::nullopt;
    std::optional<bool> shared = right.HasEntry(interpreter, *entry);
    if (!shared || !*shared) return shared;
  }
  return true;
}

// --- The operators of SetObject.

namespace {

bool IsSetOperator(BinaryOperator op) {
  return op == BinaryOperator::kBitOr || op == BinaryOperator::kBitAnd ||
         op == BinaryOperator::kSubtract || op == BinaryOperator::kBitXor;
}

}  // namespace

Value SetObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (!IsSetOperator(op) || AsSet(right) == nullptr) return Value::NotImplemented();
  Ref<SetObject> self(this);
  if (op == BinaryOperator::kBitOr) return Union(interpreter, *this, right);
  if (op == BinaryOperator::kBitAnd) return Intersection(interpreter, self, right);
  if (op == BinaryOperator::kSubtract) return Difference(interpreter, self, right);
  return SymmetricDifference(interpreter, self, right);
}

Value SetObject::InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (is_frozen() || !IsSetOperator(op) || AsSet(right) == nullptr) {
    return Value::NotImplemented();
  }
  Ref<SetObject> self(this);
  bool ok = true;
  if (op == BinaryOperator::kBitOr) {
    ok = Update(interpreter, right);
  } else if (op == BinaryOperator::kBitAnd) {
    Ref<SetObject> result = Intersection(interpreter, self, right);
    ok = static_cast<bool>(result);
    if (ok) Swap(*result);
  } else if (op == BinaryOperator::kSubtract) {
    ok = DifferenceUpdate(interpreter, *this, right);
  } else {
    ok = SymmetricDifferenceUpdate(interpreter, *this, right);
  }
  return ok ? Value(self) : Value();
}

Value SetObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  SetObject* right = AsSet(other);
  if (right == nullptr) return Value::NotImplemented();
  bool same_size = size() == right->size();
  std::optional<bool> holds;
  switch (comparison) {
    case Comparison::kEqual:
    case Comparison::kNotEqual: {
      holds = same_size ? IsSubset(interpreter, *this, *right) : std::optional<bool>(false);
      if (holds && comparison == Comparison::kNotEqual) holds = !*holds;
      break;
    }
    case Comparison::kLess:
      holds = same_size ? std::optional<bool>(false) : IsSubset(interpreter, *this, *right);
      break;
    case Comparison::kLessEqual:
      holds = IsSubset(interpreter, *this, *right);
      break;
    case Comparison::kGreater:
      holds = same_size ? std::optional<bool>(false) : IsSubset(interpreter, *right, *this);
      break;
    case Comparison::kGreaterEqual:
      holds = IsSubset(interpreter, *right, *this);
      break;
  }
  return holds ? Value::Bool(*holds) : Value();
}

}  // namespace streplay::script
