// Texts live in a deque in the order of their ids; the map's keys point into it.
#include "script/symbol.h"

namespace streplay::script {

SymbolTable::SymbolTable() {
  Intern("");
#define STREPLAY_SYMBOL(name, text) Intern(text);
#include "script/known_symbols.def"
#undef STREPLAY_SYMBOL
}

Symbol SymbolTable::Intern(std::string_view text) {
  auto found = ids_.find(text);
  if (found != ids_.end()) return Symbol(found->second);
  auto id = static_cast<uint32_t>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return Symbol(id);
}

}  // namespace streplay::script
