#include "script/type_expressions.h"

#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

bool CanBeMember(const Value& value) {
  return value.is_none() || value.Is<ClassObject>() || value.Is<UnionObject>() ||
         value.Is<GenericAliasObject>();
}

void AddMember(std::vector<Value>& members, const Value& value) {
  if (auto* nested = value.As<UnionObject>()) {
    for (const Value& member : nested->members()) AddMember(members, member);
    return;
  }
  for (const Value& member : members) {
    if (member.IsIdenticalTo(value)) return;
  }
  members.push_back(value);
}

// How a type expression shows a part: a class by its name, anything else by its repr.
std::optional<std::string> PartText(Interpreter& interpreter, const Value& part) {
  if (part.is_none()) return "None";
  if (part.tag() == ValueTag::kEllipsis) return "...";
  auto* type = part.As<ClassObject>();
  if (type == nullptr) return ReprText(interpreter, part);
  if (type->module() == "builtins") return type->qualified_name();
  return type->module() + "." + type->qualified_name();
}

std::optional<std::string> JoinParts(Interpreter& interpreter, const std::vector<Value>& parts,
                                     std::string_view separator) {
  std::string text;
  for (const Value& part : parts) {
    std::optional<std::string> part_text = PartText(interpreter, part);
    if (!part_text) return std::nullopt;
    if (!text.empty()) text += separator;
    text += *part_text;
  }
  return text;
}

}  // namespace

Value MakeUnion(Interpreter& interpreter, const Value& left, const Value& right) {
  if (!CanBeMember(left) || !CanBeMember(right)) return Value::NotImplemented();
  std::vector<Value> members;
  AddMember(members, left);
  AddMember(members, right);
  if (members.size() == 1) return members[0];
  return interpreter.heap().New<UnionObject>(*interpreter.classes().union_type, std::move(members));
}

Value MakeGenericAlias(Interpreter& interpreter, ClassObject& origin, const Value& key) {
  const BuiltinClasses& classes = interpreter.classes();
  for (ClassObject* generic :
       {classes.list, classes.tuple, classes.dict, classes.set, classes.frozenset, classes.type}) {
    if (generic != &origin) continue;
    auto* tuple = key.As<TupleObject>();
    std::vector<Value> arguments = tuple != nullptr ? tuple->items() : std::vector<Value>{key};
    return interpreter.heap().New<GenericAliasObject>(
        *classes.generic_alias, Ref<ClassObject>(&origin), std::move(arguments));
  }
  return interpreter.RaiseTypeError("type '" + std::string(interpreter.heap().Text(origin.name())) +
                                    "' is not subscriptable");
}

UnionObject::UnionObject(ClassObject& type, std::vector<Value> members)
    : ContainerObject(type, ObjectKind::kNative), members_(std::move(members)) {
}

Value UnionObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, Value(this), right)
                                      : Value::NotImplemented();
}

Value UnionObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, left, Value(this))
                                      : Value::NotImplemented();
}

Value UnionObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* type = other.As<UnionObject>();
  bool is_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (type == nullptr || !is_equality) return Value::NotImplemented();
  size_t shared = 0;
  for (const Value& member : members_) {
    for (const Value& theirs : type->members_) shared += member.IsIdenticalTo(theirs) ? 1 : 0;
  }
  bool equal = shared == members_.size() && shared == type->members_.size();
  return Value::Bool(equal == (comparison == Comparison::kEqual));
}

Value UnionObject::Repr(Interpreter& interpreter) {
  auto text = JoinParts(interpreter, members_, " | ");
  return text ? Value(interpreter.heap().MakeString(std::move(*text))) : Value();
}

void UnionObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value& member : members_) visitor.Visit(member);
}

void UnionObject::DropReferences() {
  members_.clear();
}

GenericAliasObject::GenericAliasObject(ClassObject& type, Ref<ClassObject> origin,
                                       std::vector<Value> arguments)
    : ContainerObject(type, ObjectKind::kNative),
      origin_(std::move(origin)),
      arguments_(std::move(arguments)) {
}

Value GenericAliasObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  return origin_->Call(interpreter, arguments);
}

Value GenericAliasObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, Value(this), right)
                                      : Value::NotImplemented();
}

Value GenericAliasObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op,
                                          const Value& left) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, left, Value(this))
                                      : Value::NotImplemented();
}

Value GenericAliasObject::Repr(Interpreter& interpreter) {
  auto text = JoinParts(interpreter, arguments_, ", ");
  if (!text) return {};
  return interpreter.heap().MakeString(origin_->qualified_name() + "[" + *text + "]");
}

void GenericAliasObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(origin_);
  for (const Value& argument : arguments_) visitor.Visit(argument);
}

void GenericAliasObject::DropReferences() {
  arguments_.clear();
}

}  // namespace streplay::script
