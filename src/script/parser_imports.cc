// import and from … import.
#include "script/parser_state.h"

namespace streplay::script {

// Takes a dotted name.
bool Parser::ParseModulePath(std::string_view after, ModulePath& path) {
  if (!At(TokenKind::kName)) {
    Fail("expected a module name after '" + std::string(after) + "'");
    return false;
  }
  path.first = Take();
  std::string text(TextOf(path.first));
  while (Accept(TokenKind::kDot)) {
    if (!At(TokenKind::kName)) {
      Fail("expected a name after '.'");
      return false;
    }
    text += "." + std::string(TextOf(Take()));
  }
  path.full = symbols_.Intern(text);
  path.top = symbols_.Intern(TextOf(path.first));
  return true;
}

const Stmt* Parser::ParseImport() {
  uint32_t begin = Take().begin;
  std::vector<ImportItem> items;
  std::string_view after = "import";
  do {
    ModulePath path;
    if (!ParseModulePath(after, path)) return nullptr;
    ImportItem item{path.full, path.top, nullptr, false};
    if (Accept(TokenKind::kAs)) {
      item.has_as = true;
      item.target = ParseBoundName("as", NameUse::kStore);
      if (item.target == nullptr) return nullptr;
    } else {
      CheckBindable(path.first);
      item.target = MakeName(path.first, NameUse::kStore);
    }
    items.push_back(item);
    after = ",";
  } while (Accept(TokenKind::kComma));
  auto* statement = MakeStatement<Import>(begin);
  statement->items = Copy(items);
  return statement;
}

const Stmt* Parser::ParseImportFrom() {
  Token keyword = Take();
  bool is_relative = false;
  while (Accept(TokenKind::kDot) || Accept(TokenKind::kEllipsis)) is_relative = true;
  if (is_relative) Refuse(keyword, "relative imports are");
  ModulePath path;
  bool has_path = !is_relative || At(TokenKind::kName);
  if (has_path && !ParseModulePath("from", path)) return nullptr;
  if (symbols_.Text(path.full) == "__future__") Refuse(keyword, "future imports are");
  if (!Accept(TokenKind::kImport)) return Fail("expected 'import' after the module name");

  std::vector<Symbol> names;
  std::vector<const Name*> targets;
  if (At(TokenKind::kStar)) {
    Refuse(keyword, "star imports are");
    Take();
  } else if (!ParseImportedNames(names, targets)) {
    return nullptr;
  }
  auto* statement = MakeStatement<ImportFrom>(keyword.begin);
  statement->path = path.full;
  statement->names = Copy(names);
  statement->targets = Copy(targets);
  return statement;
}

// In parentheses a trailing comma is allowed.
bool Parser::ParseImportedNames(std::vector<Symbol>& names, std::vector<const Name*>& targets) {
  bool is_parenthesized = Accept(TokenKind::kLeftParen);
  std::string_view after = "import";
  do {
    if (is_parenthesized && At(TokenKind::kRightParen) && !names.empty()) break;
    if (!ParseImportedName(after, names, targets)) return false;
    after = ",";
  } while (Accept(TokenKind::kComma));
  return !is_parenthesized || Expect(TokenKind::kRightParen);
}

// Inside a class a private name is mangled in both places, as CPython does.
bool Parser::ParseImportedName(std::string_view after, std::vector<Symbol>& names,
                               std::vector<const Name*>& targets) {
  if (!At(TokenKind::kName)) {
    Fail("expected a name after '" + std::string(after) + "'");
    return false;
  }
  Token token = Take();
  const Name* target = nullptr;
  if (Accept(TokenKind::kAs)) {
    target = ParseBoundName("as", NameUse::kStore);
    if (target == nullptr) return false;
  } else {
    CheckBindable(token);
    target = MakeName(token, NameUse::kStore);
  }
  names.push_back(Mangle(TextOf(token)));
  targets.push_back(target);
  return true;
}

}  // namespace streplay::script
