// Namespace: names bound to values in order of first binding: module globals, class and instance
// attributes. Lookup by symbol; an entry keeps its index for as long as the namespace lives, so a
// call site may remember it (FindAt) and skip the lookup.
#ifndef STREPLAY_SCRIPT_NAMESPACE_H_
#define STREPLAY_SCRIPT_NAMESPACE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "script/symbol.h"
#include "script/value.h"

namespace streplay::script {

class ReferenceVisitor;

class Namespace {
 public:
  struct Entry {
    Symbol name;
    Value value;  // empty: unbound again
  };

  // Null when the name is not bound. The pointer is valid until the next Set.
  const Value* Find(Symbol name) const;

  // As Find, but tries entry `hint` first and remembers where the name was found.
  const Value* FindAt(Symbol name, uint32_t& hint) const;

  void Set(Symbol name, Value value);

  // False when it was not bound.
  bool Remove(Symbol name);

  // Unbinds everything.
  void Clear();

  // In order of first binding; entries with an empty value are to be skipped.
  const std::vector<Entry>& entries() const { return entries_; }
  size_t bound_count() const;
  size_t byte_size() const;

  void Traverse(ReferenceVisitor& visitor) const;

 private:
  static constexpr size_t kLinearSearchLimit = 8;

  size_t FindIndex(Symbol name) const;  // entries_.size() when there is no entry
  void AddToTable(uint32_t index);
  void RebuildTable();

  std::vector<Entry> entries_;
  std::vector<uint32_t> table_;  // open addressing: entry index + 1; empty while there are few
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NAMESPACE_H_
