// Names: private names of classes, names that cannot be bound, attributes with two underscores.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {

// Inside a class, `__name` stands for `_Class__name`.
Symbol Parser::Mangle(std::string_view text) {
  bool is_private =
      text.starts_with("__") && !text.ends_with("__") && text.find('.') == std::string_view::npos;
  if (!is_private || context_.class_name.empty()) return symbols_.Intern(text);
  std::string_view class_name = symbols_.Text(context_.class_name);
  size_t start = class_name.find_first_not_of('_');
  if (start == std::string_view::npos) return symbols_.Intern(text);
  return symbols_.Intern("_" + std::string(class_name.substr(start)) + std::string(text));
}

Name* Parser::MakeName(const Token& token, NameUse use) {
  Name* name = Make<Name>(token.begin);
  name->symbol = Mangle(TextOf(token));
  name->end = token.end;
  scopes_.Add({name->symbol, use, name, token.begin, token.end});
  return name;
}

const Name* Parser::ParseBoundName(std::string_view after, NameUse use) {
  if (!At(TokenKind::kName)) return Fail("expected a name after '" + std::string(after) + "'");
  Token token = Take();
  CheckBindable(token);
  return MakeName(token, use);
}

void Parser::CheckBindable(const Token& token) {
  if (TextOf(token) == "__debug__") Say(token.begin, token.end, "cannot assign to __debug__");
}

// An attribute is known to be bound or deleted only after it has been read as an expression.
void Parser::NoteAttribute(const Attribute& attribute) {
  if (!IsDunder(symbols_.Text(attribute.attribute))) return;
  dunder_attributes_.emplace_back(&attribute, NameUse::kLoad);
  attribute.cache = static_cast<uint32_t>(dunder_attributes_.size());
}

void Parser::ChangeUse(const Attribute& attribute, NameUse use) {
  if (attribute.cache != 0) dunder_attributes_[attribute.cache - 1].second = use;
}

void Parser::CheckAttributes() {
  for (auto [attribute, use] : dunder_attributes_) {
    attribute->cache = 0;
    std::string_view name = symbols_.Text(attribute->attribute);
    auto refusal = use == NameUse::kLoad    ? RefuseReadAttribute(name)
                   : use == NameUse::kStore ? RefuseAssignAttribute(name)
                                            : RefuseDeleteAttribute(name);
    if (name == "__debug__" && use == NameUse::kStore) refusal = "cannot assign to __debug__";
    if (refusal) Say(attribute->name_begin, attribute->name_begin + name.size(), *refusal);
  }
}

}  // namespace streplay::script
