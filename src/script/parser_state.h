// Parser: the state of one pass over the tokens. Only parser*.cc include this.
//
// Recursive descent; every function that can fail returns null after it has reported why, and the
// statement that contains it is given up. Mistakes that leave the structure clear (a target that
// cannot be assigned to, a refused construct) are reported and parsing goes on.
#ifndef STREPLAY_SCRIPT_PARSER_STATE_H_
#define STREPLAY_SCRIPT_PARSER_STATE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "script/ast.h"
#include "script/lexer.h"
#include "script/magic.h"
#include "script/parser.h"
#include "script/parser_escapes.h"
#include "script/parser_mistakes.h"
#include "script/program.h"
#include "script/scope.h"
#include "script/token.h"

namespace streplay::script {

struct FStringBuilder;
struct FStringCursor;

class Parser {
 public:
  Parser(MappedText text, SymbolTable& symbols, const ParseLimits& limits);

  // The program, or null; then diagnostics were appended.
  std::unique_ptr<Program> Run(Diagnostics& diagnostics);

 private:
  // What a statement may do depends on what is around it.
  struct Context {
    bool is_in_function = false;
    bool is_in_loop = false;
    bool shows_expressions = true;
    bool starts_function = false;  // the block is the body of a function or the module
    Symbol class_name;             // of the innermost class: for private names
  };

  // One level of nesting, for as long as it lives. False when that is one level too many.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.depth_; }
    explicit operator bool() const { return is_allowed_; }

   private:
    Parser& parser_;
    bool is_allowed_;
  };

  // A chain of operators that group to the left: every link is one level, so that a long chain
  // cannot make a deeper tree than brackets can.
  class Chain {
   public:
    explicit Chain(Parser& parser);
    ~Chain();
    // Before a further operand; false when that is one level too many.
    bool AddLink();

   private:
    Parser& parser_;
    int outer_deepest_;
    int height_ = 0;
  };

  // Decorators, and where the first one starts.
  struct Decorators {
    Expressions expressions;
    std::optional<uint32_t> begin;
  };

  // What a parameter list has held so far. Annotations are apart from their parameters because they
  // are evaluated in another order; `annotations` are those of positional parameters.
  struct ParameterList {
    std::vector<Parameter> positional;
    std::vector<Parameter> keyword_only;
    std::optional<Parameter> var_positional;
    std::optional<Parameter> var_keyword;
    std::vector<Annotation> annotations;
    std::vector<Annotation> positional_only_annotations;
    std::vector<Annotation> keyword_only_annotations;
    const Expr* var_positional_annotation = nullptr;
    const Expr* var_keyword_annotation = nullptr;
    const Expr* result_annotation = nullptr;
    std::vector<NameEvent> names;  // symbol and range of each, in the order of the text
    uint32_t positional_only_count = 0;
    bool has_slash = false;
    bool has_star = false;
    bool has_default = false;
    bool is_lambda = false;
  };

  struct ModulePath {
    Symbol full;
    Symbol top;
    Token first;
  };

  // A comprehension up to its element (for a dictionary: key and value).
  struct ComprehensionStart {
    ComprehensionKind kind;
    uint32_t begin;
    const Expr* element;
    const Expr* value;
    ScopeBuilder::Mark mark;  // from before the element
  };

  struct ArgumentList {
    std::vector<const Expr*> positional;
    std::vector<KeywordNode> keywords;
    std::unordered_set<uint32_t> keyword_ids;
    bool has_starred = false;
    bool has_double_starred = false;
  };

  // parser.cc: tokens, mistakes, nodes
  bool CheckText();
  void Report(Diagnostics& diagnostics);
  bool IsMaskedByLexer(const Mistake& mistake) const;
  void FinishProgram(Block statements);

  const Token& Peek(size_t ahead = 0) const;
  bool At(TokenKind kind) const { return Peek().kind == kind; }
  Token Take();
  bool Accept(TokenKind kind);
  uint32_t PreviousEnd() const { return previous_end_; }
  std::string_view TextOf(const Token& token) const;

  void Say(size_t begin, size_t end, std::string message);
  void Refuse(const Token& token, std::string_view what);
  // Reports at the token that stands next. Always null, to be returned.
  std::nullptr_t Fail(std::string message);
  std::nullptr_t FailExpression();
  std::nullptr_t FailNesting();
  // "expected ',' or ')'" and its like: a stray walrus is named instead.
  std::nullptr_t FailAfterExpression(std::string message);

  template <class T>
  T* Make(uint32_t begin) {
    T* node = program_->arena_.New<T>();
    node->begin = begin;
    node->end = previous_end_;
    return node;
  }
  template <class T>
  std::span<const T> Copy(const std::vector<T>& items) {
    return program_->arena_.Copy(items);
  }
  template <class T>
  T* MakeStatement(uint32_t begin) {
    T* node = Make<T>(begin);
    program_->statements_in_order_.push_back(node);
    return node;
  }

  // parser_names.cc
  Symbol Mangle(std::string_view text);
  Name* MakeName(const Token& token, NameUse use);
  // Takes a name, or fails with "expected a name after '<word>'".
  const Name* ParseBoundName(std::string_view after, NameUse use);
  void CheckBindable(const Token& token);
  void NoteAttribute(const Attribute& attribute);
  void ChangeUse(const Attribute& attribute, NameUse use);
  void CheckAttributes();

  // parser_blocks.cc: statements, their blocks, recovery
  Block ParseStatementsUntilEnd();
  void ParseStatement(std::vector<const Stmt*>& block);
  // Null when the next token starts no compound statement.
  using CompoundParser = const Stmt* (Parser::*)();
  CompoundParser FindCompoundParser() const;
  Context Inside() const;
  // What follows a header: `:` and a block. `header` is what the colon comes after. When the header
  // was bad, the rest of its line is skipped; the block is parsed in any case.
  Block ParseSuite(std::string_view keyword, std::string_view header, bool is_good,
                   const Context& inside);
  bool ParseColon(std::string_view header);
  Block ParseIndented();
  Block ParseInline();
  void SkipLine();
  void SkipIndented();
  void ParseMisplaced(std::vector<const Stmt*>& block);

  // parser_compound.cc
  const Stmt* ParseIf();
  const Stmt* ParseWhile();
  const Stmt* ParseFor();
  const Stmt* ParseTry();
  ExceptHandler ParseHandler();
  bool ParseHandlerHeader(ExceptHandler& handler);
  Block ParseElse(const Context& inside);
  Context InsideLoop() const;
  Context InsideUnshown() const;
  bool AtMatchStatement() const;
  const Stmt* RefuseMatch();
  const Stmt* ParseAsync();
  const Stmt* ParseWith();
  bool HasParenthesizedItems() const;
  bool ParseWithHeader(std::vector<WithItem>& items);
  bool ParseWithItems(std::vector<WithItem>& items, bool is_parenthesized);

  // parser_definitions.cc
  const Stmt* ParseDecorated();
  const Stmt* ParseFunction(const Decorators& decorators);
  bool ParseFunctionHeader(const Token& keyword, ParameterList& list, Symbol& name,
                           const Name*& target);
  const Stmt* ParseClass(const Decorators& decorators);
  bool ParseClassArguments(const Expr*& base);
  static const StringConstant* DocstringOf(Block body);

  // parser_parameters.cc
  bool ParseParameters(ParameterList& list, TokenKind closer);
  bool ParseParameter(ParameterList& list);
  bool ParseStarParameter(ParameterList& list);
  bool ParseDoubleStarParameter(ParameterList& list);
  bool ParseSlash(ParameterList& list);
  bool RejectDefault(std::string_view star);
  bool ParseParameterName(ParameterList& list, Parameter& parameter, const Expr*& annotation);
  Function* MakeFunction(const ParameterList& list, Symbol name, uint32_t begin);
  void OpenFunctionScope(Function& function, const ParameterList& list, ScopeKind kind,
                         Symbol bound_name);

  // parser_statements.cc: simple statements
  bool ParseSimpleLine(std::vector<const Stmt*>& block);
  const Stmt* ParseSimpleStatement(bool is_first);
  const Stmt* ParseExpressionStatement(bool is_first);
  const Stmt* ParseAssignment(uint32_t begin, const Expr* first);
  const Stmt* ParseAugmentedAssignment(uint32_t begin, const Expr* target);
  const Stmt* ParseAnnotatedAssignment(uint32_t begin, const Expr* target, bool is_bare_name);
  const Stmt* ParseReturn();
  const Stmt* ParseRaise();
  const Stmt* ParseAssert();
  const Stmt* ParseDelete();
  const Stmt* ParseDeclaration();
  const Stmt* ParseLoopExit();

  // parser_imports.cc
  const Stmt* ParseImport();
  const Stmt* ParseImportFrom();
  bool ParseModulePath(std::string_view after, ModulePath& path);
  bool ParseImportedNames(std::vector<Symbol>& names, std::vector<const Name*>& targets);
  bool ParseImportedName(std::string_view after, std::vector<Symbol>& names,
                         std::vector<const Name*>& targets);

  // parser_targets.cc
  void BindTarget(const Expr& target, NameUse use);
  void BindItems(Expressions items, NameUse use);
  void BindLoneTarget(const Expr& target, NameUse use);
  void DeleteTarget(const Expr& target);
  std::string WhatItIs(const Expr& expression) const;
  bool IsSingleTarget(const Expr& expression) const;
  const Expr* ParseForTarget(NameUse use);

  // parser_expressions.cc
  const Expr* ParseStarExpressions();
  const Expr* ParseValue();  // star expressions, but not a lone starred one
  const Expr* ParseStarExpression();
  const Expr* ParseStarred();
  const Expr* ParseNamedExpression();
  const Expr* ParseExpression();
  const Expr* ParseConditional(uint32_t begin, const Expr* then);
  const Expr* ParseLambda();
  const Expr* ParseDisjunction();
  const Expr* ParseBoolean(TokenKind op);
  const Expr* ParseInversion();
  const Expr* ParseComparison();
  std::optional<CompareOperator> TakeCompareOperator();
  const Expr* ParseBinary(int least_power);
  const Expr* ParseUnary();
  const Expr* MakeUnary(UnaryOperator op, const Expr* operand, uint32_t begin);
  const Expr* ParsePower();
  bool StartsExpression() const;
  void RejectLoneStar(const Expr* expression);

  // parser_primaries.cc
  const Expr* ParsePrimary();
  const Expr* ParseAttribute(const Expr* object, uint32_t begin);
  const Expr* ParseCall(const Expr* function, uint32_t begin);
  const Expr* ParseSubscript(const Expr* object, uint32_t begin);
  const Expr* ParseIndex();
  const Expr* ParseSliceItem();
  bool ParseSlicePart(const Expr*& part);
  const Expr* ParseAtom();
  const Expr* ParseNumber();
  static bool ReadMagnitude(std::string_view text, uint64_t& magnitude);
  void RejectSmallestInteger(const Expr* expression);
  const Expr* ParseGroup();
  const Expr* RefuseYield();

  // parser_arguments.cc
  bool ParseArguments(ArgumentList& list);
  bool ParseArgument(ArgumentList& list);
  bool ParseKeywordArgument(ArgumentList& list);
  bool ParsePositionalArgument(ArgumentList& list);

  // parser_displays.cc
  bool Expect(TokenKind closer);
  const Expr* MakeTuple(uint32_t begin, const std::vector<const Expr*>& items);
  bool ParseItems(std::vector<const Expr*>& items, TokenKind closer, bool& has_comma);
  const Expr* ParseList();
  const Expr* ParseBraces();
  const Expr* ParseSet(uint32_t begin, const Expr* first, ScopeBuilder::Mark mark);
  const Expr* ParseDict(uint32_t begin, const Expr* first_key, ScopeBuilder::Mark mark);
  bool ParseDictItem(std::vector<DictItem>& items, const Expr* first_key);
  bool AtComprehension() const;

  // parser_comprehensions.cc
  const Expr* ParseComprehension(const ComprehensionStart& start);
  const Expr* ParseGenerator(const Expr& element, ScopeBuilder::Mark mark);
  const Scope* ParseClauses(Symbol name, ScopeBuilder::Mark mark,
                            std::vector<ComprehensionClause>& clauses);
  bool ParseClause(ComprehensionClause& clause, ScopeBuilder::Excerpt* first_iterable);

  // parser_strings.cc
  const Expr* ParseStrings();
  bool ParseLiteral(const Token& token, FStringBuilder& builder);
  bool AppendLiteral(size_t begin, size_t end, EscapeRules rules, std::string& text);
  const FString* FinishFString(uint32_t begin, FStringBuilder& builder);
  void FlushText(FStringBuilder& builder);
  bool FailAt(size_t offset, std::string message);  // always false, to be returned

  // parser_fstrings.cc
  bool ParseFStringParts(FStringCursor& cursor, FStringBuilder& builder);
  bool ParseFStringText(FStringCursor& cursor, FStringBuilder& builder);
  bool ParseField(FStringCursor& cursor, FStringBuilder& builder);
  bool FindFieldEnd(FStringCursor& cursor);
  bool SkipFieldString(FStringCursor& cursor);
  const Expr* ParseFieldExpression(size_t begin, size_t end);
  bool ParseConversion(FStringCursor& cursor, FStringPart& part);
  bool ParseFormat(FStringCursor& cursor, FStringPart& part);

  // parser_constants.cc
  uint32_t ConstantOfText(std::string_view text, bool is_bytes);
  uint32_t ConstantOfTuple(Expressions items);

  std::unique_ptr<Program> program_;
  std::string_view text_;
  SymbolTable& symbols_;
  ParseLimits limits_;
  Mistakes lexer_mistakes_;
  Mistakes mistakes_;
  bool has_syntax_error_ = false;
  ScopeBuilder scopes_;

  std::vector<Token> tokens_;  // of the script, or of the field being parsed
  size_t index_ = 0;
  uint32_t previous_end_ = 0;  // where the last token taken ended
  std::optional<size_t> unclosed_bracket_;
  std::vector<uint32_t> line_ends_;  // offsets of the script's kNewline tokens

  Context context_;
  int depth_ = 0;
  int deepest_ = 0;         // the deepest level since the innermost chain's last link
  int iterable_depth_ = 0;  // comprehension iterables around
  bool is_in_field_ = false;
  const Expr* smallest_integer_ = nullptr;  // 9223372036854775808, if a minus stands before it
  bool is_after_minus_ = false;             // the number that stands next follows a minus

  std::vector<std::pair<const Attribute*, NameUse>> dunder_attributes_;
  std::unordered_map<std::string_view, uint32_t> text_constants_;
  std::unordered_map<std::string_view, uint32_t> bytes_constants_;
  std::unordered_map<std::string, uint32_t> tuple_constants_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARSER_STATE_H_
