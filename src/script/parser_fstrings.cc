// f-strings by CPython 3.11's rules, which look for the end of a field first and parse what is in
// it afterwards. The content of a format specification is read in the same way, one level deeper.
#include "script/parser_escapes.h"
#include "script/parser_fstring.h"
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

constexpr int kDeepestField = 2;

bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool IsOpener(char c) {
  return c == '(' || c == '[' || c == '{';
}

bool IsCloser(char c) {
  return c == ')' || c == ']' || c == '}';
}

bool Matches(char opener, char closer) {
  return closer == (opener == '(' ? ')' : opener == '[' ? ']' : '}');
}

}  // namespace

// Text and fields in turn, up to the end; in a format specification up to the field's brace.
bool Parser::ParseFStringParts(FStringCursor& cursor, FStringBuilder& builder) {
  while (cursor.position < cursor.end) {
    if (!ParseFStringText(cursor, builder)) return false;
    if (cursor.position >= cursor.end || text_[cursor.position] == '}') return true;
    if (!ParseField(cursor, builder)) return false;
  }
  return true;
}

// Up to a brace that is not doubled. In a format specification no brace is doubled.
bool Parser::ParseFStringText(FStringCursor& cursor, FStringBuilder& builder) {
  EscapeRules rules = cursor.is_raw ? EscapeRules::kRaw : EscapeRules::kText;
  size_t start = cursor.position;
  while (cursor.position < cursor.end) {
    char c = text_[cursor.position];
    if (c == '\\' && !cursor.is_raw && cursor.position + 1 < cursor.end) {
      // An escaped brace is a brace all the same; the brace of \N{…} is reported with the escape.
      char next = text_[++cursor.position];
      if (next != '{' && next != '}') ++cursor.position;
      if (next == 'N' && cursor.position < cursor.end && text_[cursor.position] == '{') {
        ++cursor.position;
      }
      continue;
    }
    if (c != '{' && c != '}') {
      ++cursor.position;
      continue;
    }
    bool is_doubled =
        cursor.level == 0 && cursor.position + 1 < cursor.end && text_[cursor.position + 1] == c;
    if (!is_doubled) break;
    if (!AppendLiteral(start, cursor.position + 1, rules, builder.text)) return false;
    cursor.position += 2;
    start = cursor.position;
  }
  if (!AppendLiteral(start, cursor.position, rules, builder.text)) return false;
  bool is_single_closer =
      cursor.level == 0 && cursor.position < cursor.end && text_[cursor.position] == '}';
  return !is_single_closer || FailAt(cursor.position, "a single '}' is not allowed in an f-string");
}

// At a field's opening brace.
bool Parser::ParseField(FStringCursor& cursor, FStringBuilder& builder) {
  size_t brace = cursor.position;
  if (cursor.level >= kDeepestField) return FailAt(brace, "f-string fields are nested too deeply");
  size_t begin = ++cursor.position;
  if (!FindFieldEnd(cursor)) return false;
  FStringPart part;
  part.value = ParseFieldExpression(begin, cursor.position);
  if (part.value == nullptr) return false;
  auto at = [&](char c) { return cursor.position < cursor.end && text_[cursor.position] == c; };
  bool shows_text = at('=');
  if (shows_text) {
    do {
      ++cursor.position;
    } while (cursor.position < cursor.end && IsBlank(text_[cursor.position]));
    AppendLiteral(begin, cursor.position, EscapeRules::kRaw, builder.text);
  }
  if (at('!') && !ParseConversion(cursor, part)) return false;
  if (at(':') && !ParseFormat(cursor, part)) return false;
  if (cursor.position >= cursor.end) {
    return FailAt(brace, "'{' was never closed in the f-string");
  }
  if (!at('}')) return FailAt(cursor.position, "expected '}' in the f-string");
  ++cursor.position;
  if (shows_text && part.conversion == 0 && part.format == nullptr) part.conversion = 'r';
  FlushText(builder);
  builder.parts.push_back(part);
  return true;
}

// Moves the cursor from the start of a field's expression to what ends it.
bool Parser::FindFieldEnd(FStringCursor& cursor) {
  size_t brace = cursor.position - 1;
  std::vector<size_t> openers;
  for (; cursor.position < cursor.end; ++cursor.position) {
    char c = text_[cursor.position];
    char next = cursor.position + 1 < cursor.end ? text_[cursor.position + 1] : '\0';
    if (c == '\\') {
      return FailAt(cursor.position, "a backslash is not allowed in an f-string expression");
    }
    if (c == '#')
      return FailAt(cursor.position, "a comment is not allowed in an f-string expression");
    if (c == '"' || c == '\'') {
      if (!SkipFieldString(cursor)) return false;
    } else if (IsOpener(c)) {
      openers.push_back(cursor.position);
    } else if (openers.empty() && next == '=' && (c == '!' || c == '=' || c == '<' || c == '>')) {
      ++cursor.position;
    } else if (openers.empty() && (c == '!' || c == ':' || c == '}' || c == '=')) {
      return true;
    } else if (IsCloser(c)) {
      std::string closer = std::string("'") + c + "'";
      if (openers.empty()) return FailAt(cursor.position, closer + " closes nothing");
      char opener = text_[openers.back()];
      if (!Matches(opener, c)) {
        return FailAt(cursor.position, closer + " does not close '" + opener + "'");
      }
      openers.pop_back();
    }
  }
  return FailAt(brace, "'{' was never closed in the f-string");
}

// From a string's first quote to its last one.
bool Parser::SkipFieldString(FStringCursor& cursor) {
  size_t begin = cursor.position;
  char quote = text_[begin];
  auto is_quote = [&](size_t at) { return at < cursor.end && text_[at] == quote; };
  size_t quotes = is_quote(begin + 1) && is_quote(begin + 2) ? 3 : 1;
  for (size_t at = begin + quotes; at < cursor.end; ++at) {
    if (text_[at] == '\\')
      return FailAt(at, "a backslash is not allowed in an f-string expression");
    if (is_quote(at) && (quotes == 1 || (is_quote(at + 1) && is_quote(at + 2)))) {
      cursor.position = at + quotes - 1;
      return true;
    }
  }
  return FailAt(begin, "unterminated string");
}

const Expr* Parser::ParseFieldExpression(size_t begin, size_t end) {
  Nesting nesting(*this);
  if (!nesting) return nullptr;
  LexResult lexed = LexField(text_, begin, end, mistakes_);
  std::vector<Token> outer_tokens = std::move(tokens_);
  size_t outer_index = index_;
  uint32_t outer_end = previous_end_;
  bool was_in_field = is_in_field_;
  tokens_ = std::move(lexed.tokens);
  index_ = 0;
  is_in_field_ = true;

  const Expr* value = ParseValue();
  if (value != nullptr && !At(TokenKind::kEnd)) {
    value = FailAfterExpression("expected '}' in the f-string");
  }

  tokens_ = std::move(outer_tokens);
  index_ = outer_index;
  previous_end_ = outer_end;
  is_in_field_ = was_in_field;
  return value;
}

bool Parser::ParseConversion(FStringCursor& cursor, FStringPart& part) {
  size_t mark = cursor.position++;
  char c = cursor.position < cursor.end ? text_[cursor.position] : '\0';
  if (c == 'a') {
    Say(mark, mark + 2, RefusalMessage("the conversion `!a` is"));
  } else if (c != 'r' && c != 's') {
    return FailAt(cursor.position, "expected 'r', 's' or 'a' after '!'");
  }
  part.conversion = c;
  ++cursor.position;
  return true;
}

bool Parser::ParseFormat(FStringCursor& cursor, FStringPart& part) {
  auto begin = static_cast<uint32_t>(++cursor.position);
  FStringBuilder builder;
  ++cursor.level;
  bool is_good = ParseFStringParts(cursor, builder);
  --cursor.level;
  if (!is_good) return false;
  part.format = FinishFString(begin, builder);
  return true;
}

}  // namespace streplay::script
