#include "script/lexer.h"

#include "script/script_cases.h"

namespace streplay::script {
namespace {

std::string KindName(TokenKind kind) {
  switch (kind) {
#define STREPLAY_TOKEN(name) \
  case TokenKind::k##name:   \
    return #name;
#include "script/token.def"
    default:
      return std::string(TokenText(kind));
  }
}

// The tokens, each as its spelling or `Kind` or `Kind:text`, then the mistakes.
std::string Tokens(std::string_view text) {
  Mistakes mistakes;
  std::string result;
  for (const Token& token : LexScript(text, mistakes).tokens) {
    std::string name = KindName(token.kind);
    std::string_view spelling = text.substr(token.begin, token.end - token.begin);
    bool has_text = token.kind == TokenKind::kName || token.kind == TokenKind::kNumber ||
                    token.kind == TokenKind::kString || token.kind == TokenKind::kError;
    result += (result.empty() ? "" : " ") + name + (has_text ? ":" + std::string(spelling) : "");
  }
  for (const Mistake& mistake : mistakes) {
    result += "\n" + std::to_string(mistake.begin) + ": " + mistake.message;
  }
  return result;
}

TEST_CASE("an empty script is only an end") {
  CHECK(Tokens("") == "End");
  CHECK(Tokens("\n\n  \n# c") == "End");
}

TEST_CASE("names, keywords, numbers and strings") {
  CHECK(Tokens("if a_1 in rb'x':") == "if Name:a_1 in String:rb'x' : Newline End");
  CHECK(Tokens("rbx 'a'\n") == "Name:rbx String:'a' Newline End");
  CHECK(Tokens("1_0.5e-3 0xFf .5 1.") ==
        "Number:1_0.5e-3 Number:0xFf Number:.5 Number:1. Newline End");
  CHECK(Tokens("'''a\n'b''' '' \"\\\"\"") ==
        "String:'''a\n'b''' String:'' String:\"\\\"\" Newline End");
}

TEST_CASE("punctuation is as long as it can be") {
  CHECK(Tokens("a**=b//c:=d->e...f<<=g!=h") ==
        "Name:a **= Name:b // Name:c := Name:d -> Name:e ... Name:f <<= Name:g != Name:h "
        "Newline End");
}

TEST_CASE("indentation opens and closes blocks") {
  CHECK(Tokens("a\n  b\n\n    # c\n    d\n  e\nf\n") ==
        "Name:a Newline Indent Name:b Newline Indent Name:d Newline Dedent Name:e Newline Dedent "
        "Name:f Newline End");
  CHECK(Tokens("a\n  b") == "Name:a Newline Indent Name:b Newline Dedent End");
}

TEST_CASE("brackets and backslashes join lines") {
  CHECK(Tokens("(a\n  b # c\n\n )\nd\n") == "( Name:a Name:b ) Newline Name:d Newline End");
  CHECK(Tokens("a \\\n  b\n") == "Name:a Name:b Newline End");
  CHECK(Tokens("a\r\n  b\r\n") == "Name:a Newline Indent Name:b Newline Dedent End");
}

TEST_CASE("tokens are ranges of the text") {
  Mistakes mistakes;
  LexResult lexed = LexScript("ab  = 'c'\n", mistakes);
  REQUIRE(lexed.tokens.size() == 5);
  CHECK(lexed.tokens[1].begin == 4);
  CHECK(lexed.tokens[1].end == 5);
  CHECK(lexed.tokens[3].kind == TokenKind::kNewline);
  CHECK(lexed.tokens[3].begin == 9);
  CHECK(lexed.tokens[4].begin == 10);
}

TEST_CASE("what the lexer rejects is one token, and the rest goes on") {
  CHECK(Tokens("a ? b\n") == "Name:a Error:? Name:b Newline End\n2: unexpected character '?'");
  CHECK(Tokens("x = 'a\ny\n") ==
        "Name:x = Error:'a Newline Name:y Newline End\n4: unterminated string");
  CHECK(Tokens("1__0 2ab 3\n") ==
        "Error:1__0 Error:2ab Number:3 Newline End\n2: expected a digit after '_'\n"
        "6: a name cannot start with a digit");
  CHECK(Tokens("(1]\nx\n") ==
        "( Number:1 Error:] Newline Name:x Newline End\n"
        "2: ']' does not close '('");
  CHECK(Tokens("a\n    b\n  c\n") ==
        "Name:a Newline Indent Name:b Newline Dedent Name:c Newline End\n"
        "10: this indentation matches no enclosing block");
}

TEST_CASE("an unterminated string closes the brackets around it") {
  Mistakes mistakes;
  LexResult lexed = LexScript("f('a\ng(\n", mistakes);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].message == "unterminated string");
  CHECK(lexed.unclosed_bracket == 6);
}

TEST_CASE("the first open bracket is remembered") {
  Mistakes mistakes;
  CHECK(LexScript("a[(b]", mistakes).unclosed_bracket == std::nullopt);
  CHECK(LexScript("a[(b\nc{", mistakes).unclosed_bracket == 1);
}

TEST_CASE("only a declaration of UTF-8 may stand in the first two lines") {
  auto declares_another = [](std::string_view text) {
    Mistakes mistakes;
    CheckEncodingDeclaration(text, mistakes);
    return !mistakes.empty();
  };
  CHECK(declares_another("# coding: latin-1\n"));
  CHECK(declares_another("\n#coding=ascii"));
  CHECK(declares_another("# decoding: see below\n"));
  CHECK_FALSE(declares_another("# -*- coding: UTF-8 -*-\n"));
  CHECK_FALSE(declares_another("# coding = latin-1\n"));
  CHECK_FALSE(declares_another("#\n#\n# coding: latin-1\n"));
  CHECK_FALSE(declares_another("x = 1\n# coding: latin-1\n"));
  CHECK_FALSE(declares_another("# coding: utf8\n# coding: latin-1\n"));
}

TEST_CASE("in a field, line breaks are blanks") {
  Mistakes mistakes;
  std::string_view text = "f'''{a\n+b}'''";
  LexResult lexed = LexField(text, 5, 9, mistakes);
  REQUIRE(lexed.tokens.size() == 4);
  CHECK(lexed.tokens[1].kind == TokenKind::kPlus);
  CHECK(lexed.tokens[3].begin == 9);
  CHECK(mistakes.empty());
}

}  // namespace
}  // namespace streplay::script
