// Atoms, and what may follow them: attributes, calls, subscripts.
#include <charconv>
#include <utility>

#include "script/number_text.h"
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {

const Expr* Parser::ParsePrimary() {
  Chain chain(*this);
  uint32_t begin = Peek().begin;
  if (At(TokenKind::kAwait)) {
    Refuse(Take(), "async functions are");
    begin = Peek().begin;
  }
  const Expr* primary = ParseAtom();
  while (primary != nullptr) {
    bool is_dot = At(TokenKind::kDot);
    bool is_call = At(TokenKind::kLeftParen);
    if (!is_dot && !is_call && !At(TokenKind::kLeftBracket)) break;
    RejectSmallestInteger(primary);
    if (!chain.AddLink()) return nullptr;
    primary = is_dot    ? ParseAttribute(primary, begin)
              : is_call ? ParseCall(primary, begin)
                        : ParseSubscript(primary, begin);
  }
  return primary;
}

const Expr* Parser::ParseAttribute(const Expr* object, uint32_t begin) {
  Take();
  if (!At(TokenKind::kName)) return Fail("expected a name after '.'");
  Token token = Take();
  auto* attribute = Make<Attribute>(begin);
  attribute->object = object;
  attribute->attribute = Mangle(TextOf(token));
  attribute->name_begin = token.begin;
  NoteAttribute(*attribute);
  return attribute;
}

const Expr* Parser::ParseCall(const Expr* function, uint32_t begin) {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  Take();
  ArgumentList list;
  if (!ParseArguments(list) || !Expect(TokenKind::kRightParen)) return nullptr;
  auto* call = Make<Call>(begin);
  call->function = function;
  call->arguments = Copy(list.positional);
  call->keywords = Copy(list.keywords);
  call->has_starred = list.has_starred;
  call->has_double_starred = list.has_double_starred;
  return call;
}

const Expr* Parser::ParseSubscript(const Expr* object, uint32_t begin) {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  Take();
  const Expr* index = ParseIndex();
  if (index == nullptr || !Expect(TokenKind::kRightBracket)) return nullptr;
  auto* subscript = Make<Subscript>(begin);
  subscript->object = object;
  subscript->index = index;
  return subscript;
}

// One index or slice, or a tuple of indices.
const Expr* Parser::ParseIndex() {
  uint32_t begin = Peek().begin;
  const Expr* first = ParseSliceItem();
  if (first == nullptr) return nullptr;
  std::vector<const Expr*> items = {first};
  bool is_tuple = false;
  while (Accept(TokenKind::kComma)) {
    is_tuple = true;
    if (At(TokenKind::kRightBracket)) break;
    const Expr* item = ParseSliceItem();
    if (item == nullptr) return nullptr;
    items.push_back(item);
  }
  if (!is_tuple) return first;
  for (const Expr* item : items) {
    if (item->kind != NodeKind::kSlice) continue;
    Say(item->begin, item->end, RefusalMessage("multi-dimensional slices are"));
    break;
  }
  return MakeTuple(begin, items);
}

const Expr* Parser::ParseSliceItem() {
  uint32_t begin = Peek().begin;
  if (At(TokenKind::kStar)) {
    Refuse(Take(), "starred subscripts are");
    return ParseBinary(0);
  }
  const Expr* lower = nullptr;
  if (!At(TokenKind::kColon)) {
    lower = ParseNamedExpression();
    if (lower == nullptr || !At(TokenKind::kColon)) return lower;
    bool is_bare_walrus = lower->kind == NodeKind::kWalrus && lower->begin == begin;
    if (is_bare_walrus) return lower;  // whoever expects the closing bracket complains
  }
  const Expr* upper = nullptr;
  const Expr* step = nullptr;
  Take();
  if (!ParseSlicePart(upper)) return nullptr;
  if (Accept(TokenKind::kColon) && !ParseSlicePart(step)) return nullptr;
  auto* slice = Make<Slice>(begin);
  slice->lower = lower;
  slice->upper = upper;
  slice->step = step;
  return slice;
}

// What may be missing between the colons.
bool Parser::ParseSlicePart(const Expr*& part) {
  if (At(TokenKind::kColon) || At(TokenKind::kComma) || At(TokenKind::kRightBracket)) return true;
  part = ParseExpression();
  return part != nullptr;
}

const Expr* Parser::ParseAtom() {
  Token token = Peek();
  switch (token.kind) {
    case TokenKind::kName:
      Take();
      return MakeName(token, NameUse::kLoad);
    case TokenKind::kNumber:
      return ParseNumber();
    case TokenKind::kString:
      return ParseStrings();
    case TokenKind::kLeftParen:
      return ParseGroup();
    case TokenKind::kLeftBracket:
      return ParseList();
    case TokenKind::kLeftBrace:
      return ParseBraces();
    case TokenKind::kNone:
      Take();
      return Make<NoneConstant>(token.begin);
    case TokenKind::kEllipsis:
      Take();
      return Make<EllipsisConstant>(token.begin);
    case TokenKind::kTrue:
    case TokenKind::kFalse: {
      Take();
      auto* constant = Make<BoolConstant>(token.begin);
      constant->value = token.kind == TokenKind::kTrue;
      return constant;
    }
    case TokenKind::kYield:
      return RefuseYield();
    default:
      return FailExpression();
  }
}

// The rest of the statement would be about the generator.
const Expr* Parser::RefuseYield() {
  Refuse(Peek(), "generators are");
  has_syntax_error_ = true;
  return nullptr;
}

const Expr* Parser::ParseNumber() {
  bool is_after_minus = std::exchange(is_after_minus_, false);
  Token token = Take();
  std::string_view text = TextOf(token);
  bool has_radix = text.size() > 1 && text[0] == '0' &&
                   std::string_view("xXoObB").find(text[1]) != std::string_view::npos;
  if (!has_radix && (text.back() == 'j' || text.back() == 'J')) {
    Refuse(token, "complex numbers are");
    return Make<FloatConstant>(token.begin);
  }
  if (!has_radix && text.find_first_of(".eE") != std::string_view::npos) {
    auto* constant = Make<FloatConstant>(token.begin);
    constant->value = ParseFloat(text).value();
    return constant;
  }
  auto* constant = Make<IntConstant>(token.begin);
  uint64_t magnitude = 0;
  bool fits = ReadMagnitude(text, magnitude);
  if (fits && magnitude <= INT64_MAX) {
    constant->value = static_cast<int64_t>(magnitude);
  } else if (fits && magnitude == uint64_t{1} << 63 && is_after_minus) {
    smallest_integer_ = constant;
  } else {
    Refuse(token, "integers beyond 64 bits are");
  }
  return constant;
}

// The value of an integer literal; false when it has more than 64 bits.
bool Parser::ReadMagnitude(std::string_view text, uint64_t& magnitude) {
  std::string digits;
  for (char c : text) {
    if (c != '_') digits += c;
  }
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    char radix = static_cast<char>(digits[1] | 0x20);
    base = radix == 'x' ? 16 : radix == 'o' ? 8 : radix == 'b' ? 2 : 10;
    if (base != 10) digits.erase(0, 2);
  }
  auto read = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
  return read.ec == std::errc();
}

// -9223372036854775808 is one number, but in -9223372036854775808 ** 2 the sign comes last.
void Parser::RejectSmallestInteger(const Expr* expression) {
  if (expression != smallest_integer_ || expression == nullptr) return;
  Say(expression->begin, expression->end, RefusalMessage("integers beyond 64 bits are"));
  smallest_integer_ = nullptr;
}

// Parentheses: an empty tuple, a tuple, or one expression that keeps its own range.
const Expr* Parser::ParseGroup() {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  ScopeBuilder::Mark mark = scopes_.CurrentMark();
  uint32_t begin = Take().begin;
  std::vector<const Expr*> items;
  bool has_comma = false;
  if (!At(TokenKind::kRightParen) && !ParseItems(items, TokenKind::kRightParen, has_comma)) {
    return nullptr;
  }
  if (items.size() == 1 && !has_comma) {
    bool is_generator = AtComprehension();
    if (is_generator && ParseGenerator(*items.front(), mark) == nullptr) return nullptr;
    RejectLoneStar(items.front());
    return Expect(TokenKind::kRightParen) ? items.front() : nullptr;
  }
  if (!Expect(TokenKind::kRightParen)) return nullptr;
  return MakeTuple(begin, items);
}

}  // namespace streplay::script
