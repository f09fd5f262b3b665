// Lists, tuples, sets, dictionaries, and comprehensions.
#include "script/parser_state.h"

namespace streplay::script {

// Takes the closing bracket.
bool Parser::Expect(TokenKind closer) {
  if (Accept(closer)) return true;
  FailAfterExpression("expected ',' or '" + std::string(TokenText(closer)) + "'");
  return false;
}

const Expr* Parser::MakeTuple(uint32_t begin, const std::vector<const Expr*>& items) {
  auto* tuple = Make<TupleDisplay>(begin);
  tuple->items = Copy(items);
  tuple->constant = ConstantOfTuple(tuple->items);
  return tuple;
}

// At least one item, up to the closing bracket or what should not stand before it.
bool Parser::ParseItems(std::vector<const Expr*>& items, TokenKind closer, bool& has_comma) {
  do {
    if (At(closer) && !items.empty()) break;
    const Expr* item = At(TokenKind::kStar) ? ParseStarred() : ParseNamedExpression();
    if (item == nullptr) return false;
    items.push_back(item);
    if (At(TokenKind::kComma)) has_comma = true;
  } while (Accept(TokenKind::kComma));
  return true;
}

const Expr* Parser::ParseList() {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  ScopeBuilder::Mark mark = scopes_.CurrentMark();
  uint32_t begin = Take().begin;
  std::vector<const Expr*> items;
  bool has_comma = false;
  if (!At(TokenKind::kRightBracket) && !ParseItems(items, TokenKind::kRightBracket, has_comma)) {
    return nullptr;
  }
  if (items.size() == 1 && !has_comma && AtComprehension()) {
    return ParseComprehension({ComprehensionKind::kList, begin, items.front(), nullptr, mark});
  }
  if (!Expect(TokenKind::kRightBracket)) return nullptr;
  auto* list = Make<ListDisplay>(begin);
  list->items = Copy(items);
  return list;
}

// A set when there is no colon after the first item, else a dictionary.
const Expr* Parser::ParseBraces() {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  ScopeBuilder::Mark mark = scopes_.CurrentMark();
  uint32_t begin = Take().begin;
  if (At(TokenKind::kRightBrace) || At(TokenKind::kDoubleStar)) {
    return ParseDict(begin, nullptr, mark);
  }
  uint32_t first_begin = Peek().begin;
  const Expr* first = At(TokenKind::kStar) ? ParseStarred() : ParseNamedExpression();
  if (first == nullptr) return nullptr;
  bool can_be_key = first->kind != NodeKind::kStarred &&
                    !(first->kind == NodeKind::kWalrus && first->begin == first_begin);
  if (can_be_key && At(TokenKind::kColon)) return ParseDict(begin, first, mark);
  return ParseSet(begin, first, mark);
}

const Expr* Parser::ParseSet(uint32_t begin, const Expr* first, ScopeBuilder::Mark mark) {
  if (AtComprehension()) {
    return ParseComprehension({ComprehensionKind::kSet, begin, first, nullptr, mark});
  }
  std::vector<const Expr*> items = {first};
  bool has_comma = false;
  if (Accept(TokenKind::kComma) && !At(TokenKind::kRightBrace) &&
      !ParseItems(items, TokenKind::kRightBrace, has_comma)) {
    return nullptr;
  }
  if (!Expect(TokenKind::kRightBrace)) return nullptr;
  auto* set = Make<SetDisplay>(begin);
  set->items = Copy(items);
  return set;
}

// `first_key` has been read already; null when the first item is `**value`, or there is none.
const Expr* Parser::ParseDict(uint32_t begin, const Expr* first_key, ScopeBuilder::Mark mark) {
  std::vector<DictItem> items;
  while (!At(TokenKind::kRightBrace)) {
    uint32_t item_begin = Peek().begin;
    if (!ParseDictItem(items, first_key)) return nullptr;
    first_key = nullptr;
    if (items.size() == 1 && AtComprehension()) {
      if (items[0].key != nullptr) {
        return ParseComprehension(
            {ComprehensionKind::kDict, begin, items[0].key, items[0].value, mark});
      }
      has_syntax_error_ = true;
      Say(item_begin, items[0].value->end, "unpacking is not allowed in a comprehension");
      return nullptr;
    }
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Expect(TokenKind::kRightBrace)) return nullptr;
  auto* dict = Make<DictDisplay>(begin);
  dict->items = Copy(items);
  return dict;
}

bool Parser::ParseDictItem(std::vector<DictItem>& items, const Expr* first_key) {
  DictItem item;
  if (first_key == nullptr && Accept(TokenKind::kDoubleStar)) {
    item.value = ParseBinary(0);
  } else {
    item.key = first_key != nullptr ? first_key : ParseExpression();
    if (item.key == nullptr) return false;
    if (!Accept(TokenKind::kColon)) {
      FailAfterExpression("expected ':' after the dictionary key");
      return false;
    }
    item.value = ParseExpression();
  }
  if (item.value == nullptr) return false;
  items.push_back(item);
  return true;
}

bool Parser::AtComprehension() const {
  return At(TokenKind::kFor) || (At(TokenKind::kAsync) && Peek(1).kind == TokenKind::kFor);
}

}  // namespace streplay::script
