// Symbol: an interned name, compared by id. A SymbolTable owns the texts; one table serves one
// heap, its programs and its interpreter, and never another thread, so nothing in it is locked. The
// names of known_symbols.def have the same id in every table.
#ifndef STREPLAY_SCRIPT_SYMBOL_H_
#define STREPLAY_SCRIPT_SYMBOL_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace streplay::script {

class Symbol {
 public:
  constexpr Symbol() = default;  // the empty name
  constexpr explicit Symbol(uint32_t id) : id_(id) {}

  constexpr uint32_t id() const { return id_; }
  constexpr bool empty() const { return id_ == 0; }
  constexpr bool operator==(const Symbol&) const = default;

 private:
  uint32_t id_ = 0;
};

// symbols::kInit is `__init__`, and so on.
namespace symbols {
enum KnownId : uint32_t {
  kIdEmpty,
#define STREPLAY_SYMBOL(name, text) kId##name,
#include "script/known_symbols.def"
#undef STREPLAY_SYMBOL
  kKnownCount
};
#define STREPLAY_SYMBOL(name, text) inline constexpr Symbol k##name{kId##name};
#include "script/known_symbols.def"
#undef STREPLAY_SYMBOL
}  // namespace symbols

class SymbolTable {
 public:
  SymbolTable();
  SymbolTable(const SymbolTable&) = delete;
  SymbolTable& operator=(const SymbolTable&) = delete;

  // The same text always gives the same symbol; ids are dense and count up from 0.
  Symbol Intern(std::string_view text);

  // Valid for as long as the table lives.
  std::string_view Text(Symbol symbol) const { return texts_[symbol.id()]; }

  // Every id is below this.
  size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque: texts never move
  std::unordered_map<std::string_view, uint32_t> ids_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SYMBOL_H_
