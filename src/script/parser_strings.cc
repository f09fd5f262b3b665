// String literals: adjacent ones are joined; one f-string among them makes the whole an f-string.
#include "script/parser_escapes.h"
#include "script/parser_fstring.h"
#include "script/parser_state.h"

namespace streplay::script {
namespace {

struct LiteralShape {
  bool is_raw = false;
  bool is_bytes = false;
  bool is_fstring = false;
  size_t content_begin = 0;
  size_t content_end = 0;
};

LiteralShape ShapeOf(std::string_view text, const Token& token) {
  LiteralShape shape;
  size_t at = token.begin;
  for (; text[at] != '"' && text[at] != '\''; ++at) {
    char letter = static_cast<char>(text[at] | 0x20);
    shape.is_raw = shape.is_raw || letter == 'r';
    shape.is_bytes = shape.is_bytes || letter == 'b';
    shape.is_fstring = shape.is_fstring || letter == 'f';
  }
  bool is_triple = token.end - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at];
  size_t quotes = is_triple ? 3 : 1;
  shape.content_begin = at + quotes;
  shape.content_end = token.end - quotes;
  return shape;
}

}  // namespace

const Expr* Parser::ParseStrings() {
  uint32_t begin = Peek().begin;
  bool is_bytes = ShapeOf(text_, Peek()).is_bytes;
  FStringBuilder builder;
  while (At(TokenKind::kString)) {
    Token token = Peek();
    if (ShapeOf(text_, token).is_bytes != is_bytes) return Fail("cannot join bytes and text");
    if (!ParseLiteral(token, builder)) return nullptr;
    Take();
  }
  if (builder.is_fstring) return FinishFString(begin, builder);
  std::string_view value = program_->arena_.CopyText(builder.text);
  uint32_t constant = ConstantOfText(value, is_bytes);
  if (is_bytes) {
    auto* node = Make<BytesConstant>(begin);
    node->value = value;
    node->constant = constant;
    return node;
  }
  auto* node = Make<StringConstant>(begin);
  node->value = value;
  node->constant = constant;
  return node;
}

bool Parser::ParseLiteral(const Token& token, FStringBuilder& builder) {
  LiteralShape shape = ShapeOf(text_, token);
  if (shape.is_fstring) {
    builder.is_fstring = true;
    FStringCursor cursor{shape.content_begin, shape.content_end, shape.is_raw, 0};
    return ParseFStringParts(cursor, builder);
  }
  if (shape.is_bytes) {
    for (size_t at = shape.content_begin; at < shape.content_end; ++at) {
      if (static_cast<unsigned char>(text_[at]) < 0x80) continue;
      return FailAt(at, "bytes can only hold ASCII characters");
    }
  }
  EscapeRules rules = shape.is_raw     ? EscapeRules::kRaw
                      : shape.is_bytes ? EscapeRules::kBytes
                                       : EscapeRules::kText;
  return AppendLiteral(shape.content_begin, shape.content_end, rules, builder.text);
}

bool Parser::AppendLiteral(size_t begin, size_t end, EscapeRules rules, std::string& text) {
  if (AppendDecoded(text_, begin, end, rules, text, mistakes_)) return true;
  has_syntax_error_ = true;
  return false;
}

bool Parser::FailAt(size_t offset, std::string message) {
  has_syntax_error_ = true;
  Say(offset, offset + 1, std::move(message));
  return false;
}

const FString* Parser::FinishFString(uint32_t begin, FStringBuilder& builder) {
  FlushText(builder);
  auto* node = Make<FString>(begin);
  node->parts = Copy(builder.parts);
  return node;
}

void Parser::FlushText(FStringBuilder& builder) {
  if (builder.text.empty()) return;
  FStringPart part;
  part.text = program_->arena_.CopyText(builder.text);
  builder.parts.push_back(part);
  builder.text.clear();
}

}  // namespace streplay::script
