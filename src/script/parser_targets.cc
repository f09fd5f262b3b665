// Targets are read as expressions; once it is clear that they are bound or deleted, they are
// checked and the names in them change their use.
#include "script/parser_state.h"

namespace streplay::script {

bool Parser::IsSingleTarget(const Expr& expression) const {
  return expression.kind == NodeKind::kName || expression.kind == NodeKind::kAttribute ||
         expression.kind == NodeKind::kSubscript;
}

// A starred target needs a list or tuple around it.
void Parser::BindLoneTarget(const Expr& target, NameUse use) {
  if (target.kind == NodeKind::kStarred) {
    Say(target.begin, target.end, "a starred target must be in a list or tuple");
  } else {
    BindTarget(target, use);
  }
}

void Parser::BindTarget(const Expr& target, NameUse use) {
  switch (target.kind) {
    case NodeKind::kName: {
      const auto& name = As<Name>(target);
      if (name.symbol == symbols::kDebug) {
        Say(target.begin, target.end, "cannot assign to __debug__");
      }
      scopes_.ChangeUse(name, use);
      return;
    }
    case NodeKind::kAttribute:
      ChangeUse(As<Attribute>(target), NameUse::kStore);
      return;
    case NodeKind::kSubscript:
      return;
    case NodeKind::kTupleDisplay:
      BindItems(As<TupleDisplay>(target).items, use);
      return;
    case NodeKind::kListDisplay:
      BindItems(As<ListDisplay>(target).items, use);
      return;
    default:
      Say(target.begin, target.end, "cannot assign to " + WhatItIs(target));
  }
}

void Parser::BindItems(Expressions items, NameUse use) {
  bool has_starred = false;
  for (const Expr* item : items) {
    const auto* starred = TryAs<Starred>(item);
    if (starred != nullptr && has_starred) {
      Say(item->begin, item->end, "two starred targets in one assignment");
    }
    has_starred = has_starred || starred != nullptr;
    BindTarget(starred != nullptr ? *starred->value : *item, use);
  }
}

void Parser::DeleteTarget(const Expr& target) {
  switch (target.kind) {
    case NodeKind::kName: {
      const auto& name = As<Name>(target);
      if (name.symbol == symbols::kDebug) {
        Say(target.begin, target.end, "cannot delete __debug__");
      }
      scopes_.ChangeUse(name, NameUse::kDelete);
      return;
    }
    case NodeKind::kAttribute:
      ChangeUse(As<Attribute>(target), NameUse::kDelete);
      return;
    case NodeKind::kSubscript:
      return;
    case NodeKind::kTupleDisplay:
      for (const Expr* item : As<TupleDisplay>(target).items) DeleteTarget(*item);
      return;
    case NodeKind::kListDisplay:
      for (const Expr* item : As<ListDisplay>(target).items) DeleteTarget(*item);
      return;
    default:
      Say(target.begin, target.end, "cannot delete " + WhatItIs(target));
  }
}

std::string Parser::WhatItIs(const Expr& expression) const {
  switch (expression.kind) {
    case NodeKind::kNoneConstant:
      return "None";
    case NodeKind::kBoolConstant:
      return As<BoolConstant>(expression).value ? "True" : "False";
    case NodeKind::kEllipsisConstant:
      return "`...`";
    case NodeKind::kFString:
      return "an f-string";
    case NodeKind::kCall:
      return "a call";
    case NodeKind::kUnary:
    case NodeKind::kBinary:
    case NodeKind::kBoolean:
      return "an operator expression";
    case NodeKind::kCompare:
      return "a comparison";
    case NodeKind::kConditional:
      return "a conditional expression";
    case NodeKind::kLambda:
      return "a lambda";
    case NodeKind::kComprehension:
      return "a comprehension";
    case NodeKind::kWalrus:
      return "an assignment expression";
    case NodeKind::kStarred:
      return "a starred expression";
    default:  // a folded sign is still an operator to who wrote it
      return text_[expression.begin] == '-' ? "an operator expression" : "a literal";
  }
}

// The target of `for`, up to and including `in`.
const Expr* Parser::ParseForTarget(NameUse use) {
  uint32_t begin = Peek().begin;
  std::vector<const Expr*> items;
  bool has_comma = false;
  do {
    const Expr* item = At(TokenKind::kStar) ? ParseStarred() : ParseBinary(0);
    if (item == nullptr) return nullptr;
    items.push_back(item);
    if (!At(TokenKind::kComma)) break;
    has_comma = true;
    Take();
  } while (StartsExpression() || At(TokenKind::kStar));
  const Expr* target = has_comma ? MakeTuple(begin, items) : items.front();
  if (!At(TokenKind::kIn)) return Fail("expected 'in' after the for target");
  BindLoneTarget(*target, use);
  Take();
  return target;
}

}  // namespace streplay::script
