// A syntax tree as text, for tests: `(kind child …)`, names with the letter of their place.
#ifndef STREPLAY_TESTS_SCRIPT_AST_DUMP_H_
#define STREPLAY_TESTS_SCRIPT_AST_DUMP_H_

#include <algorithm>
#include <string>
#include <vector>

#include "base/float_text.h"
#include "script/ast.h"
#include "script/program.h"
#include "script/text_repr.h"

namespace streplay::script {

enum class ShowMagic { kNo, kYes };

// Places: L local, C cell, F free, G global, N class name, K class free. The expected trees come
// from CPython (record_trees.py), so the form leaves out what only this parser has.
class AstDump {
 public:
  explicit AstDump(const SymbolTable& symbols, ShowMagic show_magic = ShowMagic::kNo)
      : symbols_(symbols), show_magic_(show_magic) {}

  // The functions and lambdas that were met so far.
  const std::vector<const Function*>& functions() const { return functions_; }

  std::string Text(Block block) const {
    std::string text = "[";
    for (const Stmt* statement : block) text += (text.size() > 1 ? " " : "") + Text(statement);
    return text + "]";
  }

  std::string Text(const Stmt* stmt) const {
    switch (stmt->kind) {
      case NodeKind::kExpressionStatement: {
        const auto& node = As<ExpressionStatement>(*stmt);
        bool is_plain = show_magic_ == ShowMagic::kNo || node.magic == Magic::kNone;
        const char* name = is_plain ? "expr" : node.magic == Magic::kValue ? "show" : "show-items";
        return List(name, Text(node.value));
      }
      case NodeKind::kAssign: {
        const auto& node = As<Assign>(*stmt);
        return List("=", Items(node.targets), Text(node.value));
      }
      case NodeKind::kAugmentedAssign: {
        const auto& node = As<AugmentedAssign>(*stmt);
        return List(Operator(node.op) + "=", Text(node.target), Text(node.value));
      }
      case NodeKind::kAnnotatedAssign: {
        const auto& node = As<AnnotatedAssign>(*stmt);
        std::string name = node.is_simple ? "annotate" : "annotate-other";
        if (!node.evaluates_annotation) name += "-unevaluated";
        return List(name, Text(node.target), Text(node.annotation), Text(node.value));
      }
      case NodeKind::kIf: {
        const auto& node = As<If>(*stmt);
        std::string text = "(if";
        for (const IfBranch& branch : node.branches) {
          text += " " + Text(branch.condition) + " " + Text(branch.body);
        }
        return text + " " + Text(node.otherwise) + ")";
      }
      case NodeKind::kWhile: {
        const auto& node = As<While>(*stmt);
        return List("while", Text(node.condition), Text(node.body), Text(node.otherwise));
      }
      case NodeKind::kFor: {
        const auto& node = As<For>(*stmt);
        return List("for", Text(node.target), Text(node.iterable), Text(node.body),
                    Text(node.otherwise));
      }
      case NodeKind::kWith: {
        const auto& node = As<With>(*stmt);
        std::string items;
        for (const WithItem& item : node.items) {
          items += " (" + Text(item.context) + " " + Text(item.target) + ")";
        }
        return "(with" + items + " " + Text(node.body) + ")";
      }
      case NodeKind::kTry: {
        const auto& node = As<Try>(*stmt);
        std::string handlers;
        for (const ExceptHandler& handler : node.handlers) {
          handlers +=
              " " + List("except", Text(handler.type), Text(handler.target), Text(handler.body));
        }
        return "(try " + Text(node.body) + handlers + " " + Text(node.otherwise) + " " +
               Text(node.finally) + ")";
      }
      case NodeKind::kFunctionDefinition: {
        const auto& node = As<FunctionDefinition>(*stmt);
        return List("def", Text(node.target), Items(node.decorators), Text(*node.function));
      }
      case NodeKind::kClassDefinition: {
        const auto& node = As<ClassDefinition>(*stmt);
        return List("class", Text(node.target), Items(node.decorators), Text(node.base),
                    std::string(node.scope->qualname) + Frees(*node.scope), Text(node.body));
      }
      case NodeKind::kReturn:
        return List("return", Text(As<Return>(*stmt).value));
      case NodeKind::kRaise:
        return List("raise", Text(As<Raise>(*stmt).exception), Text(As<Raise>(*stmt).cause));
      case NodeKind::kAssert:
        return List("assert", Text(As<Assert>(*stmt).condition), Text(As<Assert>(*stmt).message));
      case NodeKind::kDelete:
        return List("del", Text(As<Delete>(*stmt).target));
      case NodeKind::kImport: {
        std::string text = "(import";
        for (const ImportItem& item : As<Import>(*stmt).items) {
          text += " " + std::string(symbols_.Text(item.path)) + (item.has_as ? ">" : ":") +
                  Text(item.target);
        }
        return text + ")";
      }
      case NodeKind::kImportFrom: {
        const auto& node = As<ImportFrom>(*stmt);
        std::string text = "(from " + std::string(symbols_.Text(node.path));
        for (size_t i = 0; i < node.names.size(); ++i) {
          text += " " + std::string(symbols_.Text(node.names[i])) + ">" + Text(node.targets[i]);
        }
        return text + ")";
      }
      case NodeKind::kGlobal:
        return "(global)";
      case NodeKind::kNonlocal:
        return "(nonlocal)";
      case NodeKind::kPass:
        return "(pass)";
      case NodeKind::kBreak:
        return "(break)";
      case NodeKind::kContinue:
        return "(continue)";
      default:
        return "?";
    }
  }

  std::string Text(const Expr* expr) const {
    if (expr == nullptr) return "-";
    switch (expr->kind) {
      case NodeKind::kNoneConstant:
        return "None";
      case NodeKind::kBoolConstant:
        return As<BoolConstant>(*expr).value ? "True" : "False";
      case NodeKind::kEllipsisConstant:
        return "...";
      case NodeKind::kIntConstant:
        return std::to_string(As<IntConstant>(*expr).value);
      case NodeKind::kFloatConstant:
        return FloatText(As<FloatConstant>(*expr).value);
      case NodeKind::kStringConstant:
        return TextRepr(As<StringConstant>(*expr).value);
      case NodeKind::kBytesConstant:
        return BytesRepr(As<BytesConstant>(*expr).value);
      case NodeKind::kFString:
        return Text(As<FString>(*expr));
      case NodeKind::kName: {
        const auto& node = As<Name>(*expr);
        return std::string(symbols_.Text(node.symbol)) + "." + Place(node.scope);
      }
      case NodeKind::kAttribute: {
        const auto& node = As<Attribute>(*expr);
        return List("attr", Text(node.object), std::string(symbols_.Text(node.attribute)));
      }
      case NodeKind::kSubscript:
        return List("index", Text(As<Subscript>(*expr).object), Text(As<Subscript>(*expr).index));
      case NodeKind::kSlice: {
        const auto& node = As<Slice>(*expr);
        return List("slice", Text(node.lower), Text(node.upper), Text(node.step));
      }
      case NodeKind::kCall:
        return Text(As<Call>(*expr));
      case NodeKind::kUnary: {
        const auto& node = As<Unary>(*expr);
        return List(Operator(node.op), Text(node.operand));
      }
      case NodeKind::kBinary: {
        const auto& node = As<Binary>(*expr);
        return List(Operator(node.op), Text(node.left), Text(node.right));
      }
      case NodeKind::kBoolean: {
        const auto& node = As<Boolean>(*expr);
        return List(node.is_and ? "and" : "or", Items(node.operands));
      }
      case NodeKind::kCompare: {
        const auto& node = As<Compare>(*expr);
        std::string text = "(compare " + Text(node.operands[0]);
        for (size_t i = 0; i < node.operators.size(); ++i) {
          text += " " + Operator(node.operators[i]) + " " + Text(node.operands[i + 1]);
        }
        return text + ")";
      }
      case NodeKind::kConditional: {
        const auto& node = As<Conditional>(*expr);
        return List("if-else", Text(node.then), Text(node.condition), Text(node.otherwise));
      }
      case NodeKind::kLambda:
        return List("lambda", Text(*As<Lambda>(*expr).function));
      case NodeKind::kListDisplay:
        return List("list", Items(As<ListDisplay>(*expr).items));
      case NodeKind::kTupleDisplay:
        return List("tuple", Items(As<TupleDisplay>(*expr).items));
      case NodeKind::kSetDisplay:
        return List("set", Items(As<SetDisplay>(*expr).items));
      case NodeKind::kDictDisplay: {
        std::string text = "(dict";
        for (const DictItem& item : As<DictDisplay>(*expr).items) {
          text += " " + Text(item.key) + ":" + Text(item.value);
        }
        return text + ")";
      }
      case NodeKind::kComprehension:
        return Text(As<Comprehension>(*expr));
      case NodeKind::kStarred:
        return List("*", Text(As<Starred>(*expr).value));
      case NodeKind::kWalrus:
        return List(":=", Text(As<Walrus>(*expr).target), Text(As<Walrus>(*expr).value));
      default:
        return "?";
    }
  }

 private:
  static std::string BytesRepr(std::string_view bytes) {
    std::string text = "b<";
    for (char c : bytes) {
      constexpr const char* kDigits = "0123456789abcdef";
      auto byte = static_cast<unsigned char>(c);
      text += kDigits[byte / 16];
      text += kDigits[byte % 16];
    }
    return text + ">";
  }

  template <class... Parts>
  static std::string List(const std::string& name, const Parts&... parts) {
    std::string text = "(" + name;
    ((text += " " + parts), ...);
    return text + ")";
  }

  std::string Items(Expressions items) const {
    std::string text = "{";
    for (const Expr* item : items) text += (text.size() > 1 ? " " : "") + Text(item);
    return text + "}";
  }

  std::string Text(const FString& node) const {
    std::string text = "(f";
    for (const FStringPart& part : node.parts) {
      if (part.value == nullptr) {
        text += " " + TextRepr(part.text);
      } else {
        text += " <" + Text(part.value);
        if (part.conversion != 0) text += std::string("!") + part.conversion;
        if (part.format != nullptr) text += ":" + Text(*part.format);
        text += ">";
      }
    }
    return text + ")";
  }

  std::string Text(const Call& node) const {
    std::string text = "(call " + Text(node.function) + " " + Items(node.arguments);
    for (const KeywordNode& keyword : node.keywords) {
      std::string name = keyword.name.empty() ? "**" : std::string(symbols_.Text(keyword.name));
      text += " " + name + "=" + Text(keyword.value);
    }
    return text + ")";
  }

  std::string Text(const Comprehension& node) const {
    const char* name = node.comprehension_kind == ComprehensionKind::kList  ? "listcomp"
                       : node.comprehension_kind == ComprehensionKind::kSet ? "setcomp"
                                                                            : "dictcomp";
    std::string text = std::string("(") + name + Frees(*node.scope) + " " + Text(node.element);
    if (node.value != nullptr) text += ":" + Text(node.value);
    for (const ComprehensionClause& clause : node.clauses) {
      text += " (for " + Text(clause.target) + " " + Text(clause.iterable) + " " +
              Items(clause.conditions) + ")";
    }
    return text + ")";
  }

  std::string Text(const Function& function) const {
    functions_.push_back(&function);
    std::string text = std::string(function.scope->qualname) + Frees(*function.scope) + " (";
    for (size_t i = 0; i < function.parameters.size(); ++i) {
      const Parameter& parameter = function.parameters[i];
      text += (i > 0 ? " " : "") + Mark(function, i) + std::string(symbols_.Text(parameter.name));
      if (parameter.default_value != nullptr) text += "=" + Text(parameter.default_value);
    }
    text += ")";
    for (const Annotation& annotation : function.annotations) {
      text += " " + std::string(symbols_.Text(annotation.name)) + ":" + Text(annotation.value);
    }
    if (function.docstring != nullptr) text += " doc";
    return text + " " + (function.is_lambda() ? Text(function.result) : Text(function.body));
  }

  static std::string Mark(const Function& function, size_t index) {
    size_t keyword_end = function.positional_count + function.keyword_only_count;
    if (index < function.positional_only_count) return "/";
    if (index < function.positional_count) return "";
    if (index < keyword_end) return "k:";
    return index == keyword_end && function.has_var_positional ? "*" : "**";
  }

  // The captured names, sorted: `{a b}`.
  std::string Frees(const Scope& scope) const {
    std::vector<std::string> names;
    for (const Capture& capture : scope.frees) names.emplace_back(symbols_.Text(capture.name));
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return "{" + text + "}";
  }

  static char Place(NameScope scope) { return "LCFGNK"[static_cast<size_t>(scope)]; }

  static std::string Operator(BinaryOperator op) {
    constexpr const char* kTexts[] = {
#define STREPLAY_BINARY(name, text, in_place, power) text,
#include "script/ast_operators.def"
    };
    return kTexts[static_cast<size_t>(op)];
  }
  static std::string Operator(UnaryOperator op) {
    constexpr const char* kTexts[] = {
#define STREPLAY_UNARY(name, text) text,
#include "script/ast_operators.def"
    };
    return kTexts[static_cast<size_t>(op)];
  }
  static std::string Operator(CompareOperator op) {
    constexpr const char* kTexts[] = {
#define STREPLAY_COMPARE(name, text) text,
#include "script/ast_operators.def"
    };
    return kTexts[static_cast<size_t>(op)];
  }

  const SymbolTable& symbols_;
  ShowMagic show_magic_;
  mutable std::vector<const Function*> functions_;
};

}  // namespace streplay::script

#endif  // STREPLAY_TESTS_SCRIPT_AST_DUMP_H_
