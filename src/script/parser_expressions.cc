// Expressions by precedence, loosest first: starred lists, walrus, lambda and conditional, or, and,
// not, comparison, the binary operators by their power, signs, **.
#include "script/parser_state.h"

namespace streplay::script {
namespace {

struct BinaryToken {
  BinaryOperator op{};
  int power = -1;  // -1: no binary operator
};

constexpr int kMultiplyPower = 6;
constexpr int kPowerPower = 8;

BinaryToken BinaryTokenOf(TokenKind kind) {
  if (kind == TokenKind::kAt) return {{}, kMultiplyPower};
  std::string_view text = TokenText(kind);
#define STREPLAY_BINARY(name, symbol, in_place, power) \
  if (text == symbol) return {BinaryOperator::k##name, power};
#include "script/ast_operators.def"
  return {};
}

}  // namespace

bool Parser::StartsExpression() const {
  switch (Peek().kind) {
    case TokenKind::kError:  // reported already; whoever parses it fails in silence
    case TokenKind::kName:
    case TokenKind::kNumber:
    case TokenKind::kString:
    case TokenKind::kFalse:
    case TokenKind::kNone:
    case TokenKind::kTrue:
    case TokenKind::kAwait:
    case TokenKind::kLambda:
    case TokenKind::kNot:
    case TokenKind::kYield:
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBracket:
    case TokenKind::kLeftBrace:
    case TokenKind::kEllipsis:
    case TokenKind::kPlus:
    case TokenKind::kMinus:
    case TokenKind::kTilde:
      return true;
    default:
      return false;
  }
}

// One expression, or a tuple of several; starred ones among them.
const Expr* Parser::ParseStarExpressions() {
  uint32_t begin = Peek().begin;
  const Expr* first = ParseStarExpression();
  if (first == nullptr || !At(TokenKind::kComma)) return first;
  std::vector<const Expr*> items = {first};
  while (Accept(TokenKind::kComma) && (StartsExpression() || At(TokenKind::kStar))) {
    const Expr* item = ParseStarExpression();
    if (item == nullptr) return nullptr;
    items.push_back(item);
  }
  return MakeTuple(begin, items);
}

const Expr* Parser::ParseValue() {
  const Expr* value = ParseStarExpressions();
  if (value != nullptr) RejectLoneStar(value);
  return value;
}

void Parser::RejectLoneStar(const Expr* expression) {
  if (expression->kind != NodeKind::kStarred) return;
  Say(expression->begin, expression->end, "a starred expression is not allowed here");
}

const Expr* Parser::ParseStarExpression() {
  return At(TokenKind::kStar) ? ParseStarred() : ParseExpression();
}

const Expr* Parser::ParseStarred() {
  uint32_t begin = Take().begin;
  const Expr* value = ParseBinary(0);
  if (value == nullptr) return nullptr;
  auto* starred = Make<Starred>(begin);
  starred->value = value;
  return starred;
}

const Expr* Parser::ParseNamedExpression() {
  Token first = Peek();
  if (first.kind == TokenKind::kName && Peek(1).kind == TokenKind::kColonEqual) {
    Take();
    Take();
    CheckBindable(first);
    const Name* target = MakeName(first, NameUse::kWalrus);
    if (iterable_depth_ > 0) {
      Say(first.begin, first.end, "':=' is not allowed in a comprehension's iterable");
    }
    const Expr* value = ParseExpression();
    if (value == nullptr) return nullptr;
    auto* walrus = Make<Walrus>(first.begin);
    walrus->target = target;
    walrus->value = value;
    return walrus;
  }
  const Expr* expression = ParseExpression();
  if (expression == nullptr || !At(TokenKind::kColonEqual)) return expression;
  has_syntax_error_ = true;
  Say(expression->begin, expression->end, "only a name can be assigned with ':='");
  return nullptr;
}

const Expr* Parser::ParseExpression() {
  if (At(TokenKind::kLambda)) return ParseLambda();
  if (At(TokenKind::kYield)) return RefuseYield();
  if (At(TokenKind::kStar)) return Fail("a starred expression is not allowed here");
  uint32_t begin = Peek().begin;
  const Expr* expression = ParseDisjunction();
  if (expression == nullptr || !At(TokenKind::kIf)) return expression;
  return ParseConditional(begin, expression);
}

const Expr* Parser::ParseConditional(uint32_t begin, const Expr* then) {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  Take();
  const Expr* condition = ParseDisjunction();
  if (condition == nullptr) return nullptr;
  if (!Accept(TokenKind::kElse)) return Fail("expected 'else' in the conditional expression");
  const Expr* otherwise = ParseExpression();
  if (otherwise == nullptr) return nullptr;
  auto* conditional = Make<Conditional>(begin);
  conditional->then = then;
  conditional->condition = condition;
  conditional->otherwise = otherwise;
  return conditional;
}

const Expr* Parser::ParseLambda() {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  uint32_t begin = Take().begin;
  ParameterList list;
  if (!ParseParameters(list, TokenKind::kColon)) return nullptr;
  Take();
  Function* function = MakeFunction(list, symbols::kLambdaName, begin);
  OpenFunctionScope(*function, list, ScopeKind::kLambda, {});
  Context outside = context_;
  context_.is_in_function = true;
  function->result = ParseExpression();
  context_ = outside;
  scopes_.Close();
  if (function->result == nullptr) return nullptr;
  auto* lambda = Make<Lambda>(begin);
  lambda->function = function;
  return lambda;
}

const Expr* Parser::ParseDisjunction() {
  return ParseBoolean(TokenKind::kOr);
}

// `or` over `and` over `not`: both are chains of any length.
const Expr* Parser::ParseBoolean(TokenKind op) {
  auto parse_operand = [&] {
    return op == TokenKind::kOr ? ParseBoolean(TokenKind::kAnd) : ParseInversion();
  };
  uint32_t begin = Peek().begin;
  const Expr* first = parse_operand();
  if (first == nullptr || !At(op)) return first;
  std::vector<const Expr*> operands = {first};
  while (Accept(op)) {
    const Expr* operand = parse_operand();
    if (operand == nullptr) return nullptr;
    operands.push_back(operand);
  }
  auto* boolean = Make<Boolean>(begin);
  boolean->is_and = op == TokenKind::kAnd;
  boolean->operands = Copy(operands);
  return boolean;
}

const Expr* Parser::ParseInversion() {
  if (!At(TokenKind::kNot)) return ParseComparison();
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  uint32_t begin = Take().begin;
  const Expr* operand = ParseInversion();
  if (operand == nullptr) return nullptr;
  auto* unary = Make<Unary>(begin);
  unary->op = UnaryOperator::kNot;
  unary->operand = operand;
  return unary;
}

const Expr* Parser::ParseComparison() {
  uint32_t begin = Peek().begin;
  const Expr* first = ParseBinary(0);
  if (first == nullptr) return nullptr;
  std::vector<const Expr*> operands;
  std::vector<CompareOperator> operators;
  while (auto op = TakeCompareOperator()) {
    const Expr* operand = ParseBinary(0);
    if (operand == nullptr) return nullptr;
    operands.push_back(operand);
    operators.push_back(*op);
  }
  if (operators.empty()) return first;
  operands.insert(operands.begin(), first);
  auto* compare = Make<Compare>(begin);
  compare->operands = Copy(operands);
  compare->operators = Copy(operators);
  return compare;
}

std::optional<CompareOperator> Parser::TakeCompareOperator() {
  TokenKind kind = Peek().kind;
  if (kind == TokenKind::kIs) {
    Take();
    return Accept(TokenKind::kNot) ? CompareOperator::kIsNot : CompareOperator::kIs;
  }
  if (kind == TokenKind::kNot) {
    if (Peek(1).kind != TokenKind::kIn) return std::nullopt;
    Take();
    Take();
    return CompareOperator::kNotIn;
  }
  std::string_view text = TokenText(kind);
#define STREPLAY_COMPARE(name, symbol) \
  if (text == symbol) {                \
    Take();                            \
    return CompareOperator::k##name;   \
  }
#include "script/ast_operators.def"
  return std::nullopt;
}

// The operators that bind at least as tight as `least_power`, save ** and signs.
const Expr* Parser::ParseBinary(int least_power) {
  Chain chain(*this);
  uint32_t begin = Peek().begin;
  const Expr* left = ParseUnary();
  while (left != nullptr) {
    Token token = Peek();
    BinaryToken found = BinaryTokenOf(token.kind);
    if (found.power < least_power || found.power == -1 || found.power == kPowerPower) break;
    if (!chain.AddLink()) return nullptr;
    Take();
    if (token.kind == TokenKind::kAt) Refuse(token, "matrix multiplication is");
    const Expr* right = ParseBinary(found.power + 1);
    if (right == nullptr) return nullptr;
    auto* binary = Make<Binary>(begin);
    binary->op = found.op;
    binary->left = left;
    binary->right = right;
    left = binary;
  }
  return left;
}

const Expr* Parser::ParseUnary() {
  std::optional<UnaryOperator> op;
  std::string_view text = TokenText(Peek().kind);
#define STREPLAY_UNARY(name, symbol) \
  if (text == symbol && text != "not") op = UnaryOperator::k##name;
#include "script/ast_operators.def"
  if (!op) return ParsePower();
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  uint32_t begin = Take().begin;
  is_after_minus_ = *op == UnaryOperator::kMinus && At(TokenKind::kNumber);
  const Expr* operand = ParseUnary();
  return operand == nullptr ? nullptr : MakeUnary(*op, operand, begin);
}

// A minus before a number is folded: the smallest integer has no other spelling, and there is no
// difference to be seen.
const Expr* Parser::MakeUnary(UnaryOperator op, const Expr* operand, uint32_t begin) {
  if (op == UnaryOperator::kMinus) {
    const auto* integer = TryAs<IntConstant>(operand);
    if (integer != nullptr && (integer == smallest_integer_ || integer->value != INT64_MIN)) {
      auto* folded = Make<IntConstant>(begin);
      folded->value = integer == smallest_integer_ ? INT64_MIN : -integer->value;
      smallest_integer_ = nullptr;
      return folded;
    }
    if (const auto* real = TryAs<FloatConstant>(operand)) {
      auto* folded = Make<FloatConstant>(begin);
      folded->value = -real->value;
      return folded;
    }
  }
  auto* unary = Make<Unary>(begin);
  unary->op = op;
  unary->operand = operand;
  return unary;
}

// ** binds tighter than a sign on its left and looser than one on its right.
const Expr* Parser::ParsePower() {
  uint32_t begin = Peek().begin;
  const Expr* base = ParsePrimary();
  if (base == nullptr || !At(TokenKind::kDoubleStar)) return base;
  RejectSmallestInteger(base);
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  Take();
  const Expr* exponent = ParseUnary();
  if (exponent == nullptr) return nullptr;
  auto* binary = Make<Binary>(begin);
  binary->op = BinaryOperator::kPower;
  binary->left = base;
  binary->right = exponent;
  return binary;
}

}  // namespace streplay::script
