// A signature counts its parameters once, so that binding needs no search for the common cases.
#include "script/signature.h"

#include <algorithm>

#include "base/check.h"
#include "script/ast_function.h"

namespace streplay::script {

namespace {

// co_varnames order: positional, keyword-only, *args, **kwargs.
int Rank(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::kPositionalOnly:
    case ParameterKind::kPositionalOrKeyword:
      return 0;
    case ParameterKind::kKeywordOnly:
      return 1;
    case ParameterKind::kVarPositional:
      return 2;
    case ParameterKind::kVarKeyword:
      return 3;
  }
  return 3;
}

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Cuts the part before the next comma off `rest`.
std::string_view CutPart(std::string_view& rest) {
  size_t comma = rest.find(',');
  std::string_view part = Trim(rest.substr(0, comma));
  rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  return part;
}

}  // namespace

Signature::Signature(std::vector<SignatureParameter> parameters)
    : parameters_(std::move(parameters)) {
  std::stable_sort(parameters_.begin(), parameters_.end(),
                   [](const SignatureParameter& a, const SignatureParameter& b) {
                     return Rank(a.kind) < Rank(b.kind);
                   });
  for (const SignatureParameter& parameter : parameters_) {
    switch (parameter.kind) {
      case ParameterKind::kPositionalOnly:
        ++positional_only_count_;
        [[fallthrough]];
      case ParameterKind::kPositionalOrKeyword:
        ++positional_count_;
        if (!parameter.has_default) required_positional_count_ = positional_count_;
        break;
      case ParameterKind::kKeywordOnly:
        ++keyword_only_count_;
        break;
      case ParameterKind::kVarPositional:
        has_var_positional_ = true;
        break;
      case ParameterKind::kVarKeyword:
        has_var_keyword_ = true;
        break;
    }
  }
  is_simple_ = positional_only_count_ == parameters_.size() &&
               required_positional_count_ == positional_count_;
}

Signature Signature::Parse(SymbolTable& symbols, std::string_view text) {
  std::vector<SignatureParameter> parameters;
  ParameterKind kind = ParameterKind::kPositionalOrKeyword;
  while (!Trim(text).empty()) {
    std::string_view part = CutPart(text);
    STREPLAY_CHECK(!part.empty());
    if (part == "/") {
      for (SignatureParameter& parameter : parameters) {
        parameter.kind = ParameterKind::kPositionalOnly;
      }
    } else if (part == "*") {
      kind = ParameterKind::kKeywordOnly;
    } else if (part.starts_with("**")) {
      parameters.push_back({symbols.Intern(part.substr(2)), ParameterKind::kVarKeyword, false});
    } else if (part.starts_with('*')) {
      parameters.push_back({symbols.Intern(part.substr(1)), ParameterKind::kVarPositional, false});
      kind = ParameterKind::kKeywordOnly;
    } else {
      size_t equals = part.find('=');
      parameters.push_back(
          {symbols.Intern(Trim(part.substr(0, equals))), kind, equals != std::string_view::npos});
    }
  }
  return Signature(std::move(parameters));
}

Signature Signature::Of(const Function& function) {
  std::vector<SignatureParameter> parameters;
  uint32_t index = 0;
  for (const Parameter& parameter : function.parameters) {
    ParameterKind kind = ParameterKind::kVarKeyword;
    if (index < function.positional_only_count) {
      kind = ParameterKind::kPositionalOnly;
    } else if (index < function.positional_count) {
      kind = ParameterKind::kPositionalOrKeyword;
    } else if (index < function.positional_count + function.keyword_only_count) {
      kind = ParameterKind::kKeywordOnly;
    } else if (function.has_var_positional &&
               index == function.positional_count + function.keyword_only_count) {
      kind = ParameterKind::kVarPositional;
    }
    parameters.push_back({parameter.name, kind, parameter.default_value != nullptr});
    ++index;
  }
  return Signature(std::move(parameters));
}

}  // namespace streplay::script
