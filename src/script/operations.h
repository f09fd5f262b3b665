// What the language does with any value, scalars included: the functions to use from everywhere
// (natives, host, evaluator) instead of Object's virtual functions. Failure: see object.h.
#ifndef STREPLAY_SCRIPT_OPERATIONS_H_
#define STREPLAY_SCRIPT_OPERATIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script/interpreter.h"
#include "script/object.h"
#include "script/operators.h"
#include "script/string_object.h"

namespace streplay::script {

// --- Classes.
ClassObject& TypeOf(Interpreter& interpreter, const Value& value);
// What messages call the value's class (ClassObject::message_name).
std::string TypeName(Interpreter& interpreter, const Value& value);
bool IsInstance(Interpreter& interpreter, const Value& value, const ClassObject& type);

// --- Attributes.
Value GetAttribute(Interpreter& interpreter, const Value& object, Symbol name);
// Empty without anything pending when there is no such attribute.
Value FindAttribute(Interpreter& interpreter, const Value& object, Symbol name);
bool SetAttribute(Interpreter& interpreter, const Value& object, Symbol name, const Value& value);
bool DeleteAttribute(Interpreter& interpreter, const Value& object, Symbol name);

// --- Items.
Value GetItem(Interpreter& interpreter, const Value& object, const Value& key);
bool SetItem(Interpreter& interpreter, const Value& object, const Value& key, const Value& value);
bool DeleteItem(Interpreter& interpreter, const Value& object, const Value& key);
std::optional<bool> Contains(Interpreter& interpreter, const Value& container, const Value& item);
std::optional<int64_t> Length(Interpreter& interpreter, const Value& object);

// --- Iteration. Iterate gives an iterator; Next is empty at the end and on failure (failed()
// tells).
bool IsCallable(const Value& value);
bool IsIterableValue(const Value& value);
Value Iterate(Interpreter& interpreter, const Value& iterable);
Value Next(Interpreter& interpreter, const Value& iterator);
// Appends all items. Every round is a step.
bool CollectItems(Interpreter& interpreter, const Value& iterable, std::vector<Value>& items);
// Calls `visit(const Value&) -> bool` for every item until it returns false (which means failed).
template <class Visit>
bool ForEach(Interpreter& interpreter, const Value& iterable, Visit visit) {
  Value iterator = Iterate(interpreter, iterable);
  if (iterator.empty()) return false;
  while (interpreter.Step()) {
    Value item = Next(interpreter, iterator);
    if (item.empty()) return !interpreter.failed();
    if (!visit(item)) return false;
  }
  return false;
}

// --- Text. StringObjects; ReprText and StrText give nothing on failure.
Value Repr(Interpreter& interpreter, const Value& value);
Value Str(Interpreter& interpreter, const Value& value);
Value Format(Interpreter& interpreter, const Value& value, std::string_view specification);
std::optional<std::string> ReprText(Interpreter& interpreter, const Value& value);
std::optional<std::string> StrText(Interpreter& interpreter, const Value& value);

// --- Truth, comparison, hash.
std::optional<bool> IsTrue(Interpreter& interpreter, const Value& value);
// `a < b` as a value (a class may return anything).
Value CompareValues(Interpreter& interpreter, Comparison comparison, const Value& a,
                    const Value& b);
// `a < b` as a truth value.
std::optional<bool> Holds(Interpreter& interpreter, Comparison comparison, const Value& a,
                          const Value& b);
// Identical or equal: how containers compare their items.
std::optional<bool> AreEqual(Interpreter& interpreter, const Value& a, const Value& b);
std::optional<int64_t> Hash(Interpreter& interpreter, const Value& value);

// --- Operators.
Value BinaryOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                      const Value& right);
Value InPlaceOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                       const Value& right);
Value UnaryOperation(Interpreter& interpreter, UnaryOperator op, const Value& operand);

// --- Conversion.
// A plain string value's text, or null when it is not a str.
const std::string* TextOf(const Value& value);
// An integer (bool or __index__); otherwise TypeError "'X' object cannot be interpreted as an
// integer".
std::optional<int64_t> ToIndex(Interpreter& interpreter, const Value& value);
// int, bool or float as a float; anything else: TypeError "must be real number, not X".
std::optional<double> ToFloat(Interpreter& interpreter, const Value& value);
// int, bool or float as a float, nothing otherwise; raises nothing.
std::optional<double> AsNumber(const Value& value);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_OPERATIONS_H_
