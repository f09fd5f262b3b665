// Parameter lists of def and lambda. Defaults and annotations are read in the enclosing scope; the
// names are only collected, and added to the function's scope once that is open.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {

bool Parser::ParseParameters(ParameterList& list, TokenKind closer) {
  list.is_lambda = closer == TokenKind::kColon;
  while (!At(closer)) {
    if (!ParseParameter(list)) return false;
    if (!Accept(TokenKind::kComma)) break;
  }
  if (At(closer)) return true;
  Fail(list.is_lambda ? "expected ':' after the lambda parameters" : "expected ',' or ')'");
  return false;
}

bool Parser::ParseParameter(ParameterList& list) {
  TokenKind kind = Peek().kind;
  bool is_parameter = kind == TokenKind::kName || kind == TokenKind::kStar ||
                      kind == TokenKind::kDoubleStar || kind == TokenKind::kSlash;
  if (is_parameter && list.var_keyword) {
    Fail("no parameter can follow '**'");
    return false;
  }
  if (kind == TokenKind::kStar) return ParseStarParameter(list);
  if (kind == TokenKind::kDoubleStar) return ParseDoubleStarParameter(list);
  if (kind == TokenKind::kSlash) return ParseSlash(list);

  Parameter parameter;
  Token token = Peek();
  Annotation annotation;
  if (!ParseParameterName(list, parameter, annotation.value)) return false;
  annotation.name = parameter.name;
  if (Accept(TokenKind::kAssign)) {
    parameter.default_value = ParseExpression();
    if (parameter.default_value == nullptr) return false;
    list.has_default = true;
  } else if (list.has_default && !list.has_star) {
    Say(token.begin, token.end, "a parameter without a default follows one with a default");
  }
  (list.has_star ? list.keyword_only : list.positional).push_back(parameter);
  if (annotation.value != nullptr) {
    (list.has_star ? list.keyword_only_annotations : list.annotations).push_back(annotation);
  }
  return true;
}

bool Parser::ParseStarParameter(ParameterList& list) {
  if (list.has_star) {
    Fail("only one '*' parameter is allowed");
    return false;
  }
  Take();
  list.has_star = true;
  if (At(TokenKind::kComma)) {
    // A name must follow at once: `*, **k` is as wrong as `*)`.
    if (Peek(1).kind == TokenKind::kName) return true;
    Take();
  }
  if (!At(TokenKind::kName)) {
    Fail("expected a parameter after '*'");
    return false;
  }
  list.var_positional.emplace();
  return ParseParameterName(list, *list.var_positional, list.var_positional_annotation) &&
         RejectDefault("*");
}

bool Parser::ParseDoubleStarParameter(ParameterList& list) {
  Take();
  list.var_keyword.emplace();
  return ParseParameterName(list, *list.var_keyword, list.var_keyword_annotation) &&
         RejectDefault("**");
}

bool Parser::ParseSlash(ParameterList& list) {
  const char* mistake = nullptr;
  if (list.has_slash) {
    mistake = "only one '/' parameter is allowed";
  } else if (list.has_star) {
    mistake = "'/' must come before '*'";
  } else if (list.positional.empty()) {
    mistake = "expected a parameter before '/'";
  }
  if (mistake != nullptr) {
    Fail(mistake);
    return false;
  }
  Take();
  list.has_slash = true;
  list.positional_only_count = static_cast<uint32_t>(list.positional.size());
  list.positional_only_annotations = std::move(list.annotations);
  list.annotations.clear();
  return true;
}

bool Parser::RejectDefault(std::string_view star) {
  if (!At(TokenKind::kAssign)) return true;
  Fail("a '" + std::string(star) + "' parameter cannot have a default");
  return false;
}

bool Parser::ParseParameterName(ParameterList& list, Parameter& parameter,
                                const Expr*& annotation) {
  if (!At(TokenKind::kName)) {
    Fail("expected a parameter name");
    return false;
  }
  Token token = Take();
  CheckBindable(token);
  parameter.name = Mangle(TextOf(token));
  list.names.push_back({parameter.name, NameUse::kStore, nullptr, token.begin, token.end});
  if (list.is_lambda || !Accept(TokenKind::kColon)) return true;
  if (At(TokenKind::kStar) && list.var_positional && !list.var_keyword) {
    Refuse(Take(), "starred annotations are");
  }
  annotation = ParseExpression();
  return annotation != nullptr;
}

// Slots go to parameters in the order of CPython's co_varnames, annotations are in the order in
// which CPython evaluates them: not the same.
Function* Parser::MakeFunction(const ParameterList& list, Symbol name, uint32_t begin) {
  Function* function = program_->arena_.New<Function>();
  function->name = name;
  function->begin = begin;
  function->first_line = static_cast<uint32_t>(program_->LineAt(begin));
  function->positional_only_count = list.positional_only_count;
  function->positional_count = static_cast<uint32_t>(list.positional.size());
  function->keyword_only_count = static_cast<uint32_t>(list.keyword_only.size());
  function->has_var_positional = list.var_positional.has_value();
  function->has_var_keyword = list.var_keyword.has_value();

  std::vector<Parameter> parameters = list.positional;
  auto append = [](auto& all, const auto& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  append(parameters, list.keyword_only);
  if (list.var_positional) parameters.push_back(*list.var_positional);
  if (list.var_keyword) parameters.push_back(*list.var_keyword);
  function->parameters = Copy(parameters);

  std::vector<Annotation> annotations = list.annotations;
  append(annotations, list.positional_only_annotations);
  auto annotate = [&](Symbol annotated, const Expr* value) {
    if (value != nullptr) annotations.push_back({annotated, value});
  };
  if (list.var_positional) annotate(list.var_positional->name, list.var_positional_annotation);
  append(annotations, list.keyword_only_annotations);
  if (list.var_keyword) annotate(list.var_keyword->name, list.var_keyword_annotation);
  annotate(symbols::kReturn, list.result_annotation);
  function->annotations = Copy(annotations);
  return function;
}

void Parser::OpenFunctionScope(Function& function, const ParameterList& list, ScopeKind kind,
                               Symbol bound_name) {
  function.scope = scopes_.Open(kind, function.name, bound_name, scopes_.CurrentMark());
  // Parameters take their slots in the order of Function::parameters; a repeated one is reported
  // where it stands.
  std::unordered_set<uint32_t> known;
  for (const NameEvent& name : list.names) {
    if (!known.insert(name.symbol.id()).second) {
      Say(name.begin, name.end,
          "duplicate parameter '" + std::string(symbols_.Text(name.symbol)) + "'");
    }
  }
  for (const Parameter& parameter : function.parameters) scopes_.AddParameter(parameter.name);
}

}  // namespace streplay::script
