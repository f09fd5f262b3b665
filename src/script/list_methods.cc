// The methods of list. Comparing, hashing and calling may run script code that changes the list, so
// sizes are asked anew each round.
#include <algorithm>

#include "script/class_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/types.h"
#include "script/types_list.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

ListObject& Self(Values arguments) {
  return *arguments[0].As<ListObject>();
}

Value ListAppend(Interpreter&, Values arguments) {
  Self(arguments).Append(arguments[1]);
  return Value::None();
}

Value ListClear(Interpreter&, Values arguments) {
  std::vector<Value> released;
  released.swap(Self(arguments).mutable_items());
  Self(arguments).Changed();
  return Value::None();
}

Value ListCopy(Interpreter& interpreter, Values arguments) {
  return interpreter.heap().MakeList(Self(arguments).items());
}

Value ListCount(Interpreter& interpreter, Values arguments) {
  int64_t count = 0;
  for (size_t i = 0; i < Self(arguments).size(); ++i) {
    if (!interpreter.Step()) return {};
    Value item = Self(arguments).items()[i];
    std::optional<bool> equal = AreEqual(interpreter, item, arguments[1]);
    if (!equal) return {};
    count += *equal ? 1 : 0;
  }
  return Value::Int(count);
}

Value ListExtend(Interpreter& interpreter, Values arguments) {
  std::vector<Value> items;
  // What was collected before a failure stays, as each item is appended when it comes.
  bool ok = CollectItems(interpreter, arguments[1], items);
  ListObject& self = Self(arguments);
  if (!interpreter.CheckSize(self.size() + items.size())) return {};
  self.mutable_items().insert(self.mutable_items().end(), items.begin(), items.end());
  self.Changed();
  return ok ? Value::None() : Value();
}

// The index of an equal item in the range; -1 when there is none, nothing on failure.
std::optional<int64_t> FindItem(Interpreter& interpreter, Values arguments, SearchRange range) {
  for (int64_t i = range.begin; i < range.end; ++i) {
    if (i >= static_cast<int64_t>(Self(arguments).size())) break;
    if (!interpreter.Step()) return std::nullopt;
    Value item = Self(arguments).items()[static_cast<size_t>(i)];
    std::optional<bool> equal = AreEqual(interpreter, item, arguments[1]);
    if (!equal) return std::nullopt;
    if (*equal) return i;
  }
  return -1;
}

Value ListIndex(Interpreter& interpreter, Values arguments) {
  auto length = static_cast<int64_t>(Self(arguments).size());
  std::optional<SearchRange> range =
      ResolveSearchRange(interpreter, arguments[2], arguments[3], length, false);
  if (!range) return {};
  std::optional<int64_t> index = FindItem(interpreter, arguments, *range);
  if (!index) return {};
  if (*index >= 0) return Value::Int(*index);
  std::optional<std::string> text = ReprText(interpreter, arguments[1]);
  return text ? interpreter.RaiseValueError(*text + " is not in list") : Value();
}

Value ListInsert(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> index = ToIndex(interpreter, arguments[1]);
  if (!index) return {};
  ListObject& self = Self(arguments);
  auto length = static_cast<int64_t>(self.size());
  if (*index < 0) *index = std::max<int64_t>(*index + length, 0);
  auto place = self.mutable_items().begin() + std::min(*index, length);
  self.mutable_items().insert(place, arguments[2]);
  self.Changed();
  return Value::None();
}

Value ListPop(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> index = IndexOr(interpreter, arguments[1], -1);
  if (!index) return {};
  ListObject& self = Self(arguments);
  auto length = static_cast<int64_t>(self.size());
  if (length == 0)
    return interpreter.Raise(*interpreter.classes().index_error, "pop from empty list");
  if (*index < 0) *index += length;
  if (*index < 0 || *index >= length) {
    return interpreter.Raise(*interpreter.classes().index_error, "pop index out of range");
  }
  std::vector<Value>& items = self.mutable_items();
  Value item = std::move(items[static_cast<size_t>(*index)]);
  items.erase(items.begin() + *index);
  return item;
}

Value ListRemove(Interpreter& interpreter, Values arguments) {
  SearchRange whole = {0, INT64_MAX};
  std::optional<int64_t> index = FindItem(interpreter, arguments, whole);
  if (!index) return {};
  if (*index < 0) return interpreter.RaiseValueError("list.remove(x): x not in list");
  std::vector<Value>& items = Self(arguments).mutable_items();
  if (*index < static_cast<int64_t>(items.size())) {
    Value removed = std::move(items[static_cast<size_t>(*index)]);
    items.erase(items.begin() + *index);
  }
  return Value::None();
}

Value ListReverse(Interpreter&, Values arguments) {
  std::vector<Value>& items = Self(arguments).mutable_items();
  std::reverse(items.begin(), items.end());
  return Value::None();
}

// While it is being sorted the list is empty, which shows a script that touches it.
Value ListSort(Interpreter& interpreter, Values arguments) {
  std::optional<bool> reverse = false;
  if (!arguments[2].empty()) {
    std::optional<int64_t> number = ToIndex(interpreter, arguments[2]);
    if (!number) return {};
    reverse = *number != 0;
  }
  ListObject& self = Self(arguments);
  std::vector<Value> items;
  items.swap(self.mutable_items());
  bool ok = SortItems(interpreter, items, arguments[1], *reverse);
  bool touched = !self.items().empty();
  items.swap(self.mutable_items());
  self.Changed();
  if (ok && touched) return interpreter.RaiseValueError("list modified during sort");
  return ok ? Value::None() : Value();
}

constexpr NativeFunction kListMethods[] = {
    {"append", "object, /", &ListAppend},
    {"clear", "", &ListClear},
    {"copy", "", &ListCopy},
    {"count", "value, /", &ListCount},
    {"extend", "iterable, /", &ListExtend},
    {"index", "value, start=0, stop=0, /", &ListIndex},
    {"insert", "index, object, /", &ListInsert},
    {"pop", "index=-1, /", &ListPop},
    {"remove", "value, /", &ListRemove},
    {"reverse", "", &ListReverse},
    {"sort", "*, key=None, reverse=False", &ListSort},
};

Value ConstructList(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "list", "iterable=(), /", arguments);
  if (!bound) return {};
  std::vector<Value> items;
  if (!(*bound)[0].empty() && !CollectItems(interpreter, (*bound)[0], items)) return {};
  return interpreter.heap().MakeList(std::move(items));
}

}  // namespace

void DefineListType(Heap& heap) {
  DefineMethods(heap, *heap.classes().list, kListMethods);
  heap.classes().list->set_constructor(&ConstructList);
}

}  // namespace streplay::script
