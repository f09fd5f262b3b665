// A vector of entries in order of first binding. Up to a handful are searched one by one; beyond
// that an open-addressing table of entry indices, keyed by symbol id, finds them. An entry whose
// name was unbound stays, so that indices stay valid; binding the name again uses it.
#include "script/namespace.h"

#include "script/object.h"

namespace streplay::script {

namespace {

constexpr uint32_t kFree = 0;

size_t Mix(Symbol name) {
  return name.id() * size_t{0x9E3779B97F4A7C15} >> 32;
}

}  // namespace

size_t Namespace::FindIndex(Symbol name) const {
  if (table_.empty()) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].name == name) return i;
    }
    return entries_.size();
  }
  size_t mask = table_.size() - 1;
  for (size_t slot = Mix(name) & mask;; slot = (slot + 1) & mask) {
    if (table_[slot] == kFree) return entries_.size();
    if (entries_[table_[slot] - 1].name == name) return table_[slot] - 1;
  }
}

const Value* Namespace::Find(Symbol name) const {
  size_t index = FindIndex(name);
  if (index == entries_.size() || entries_[index].value.empty()) return nullptr;
  return &entries_[index].value;
}

const Value* Namespace::FindAt(Symbol name, uint32_t& hint) const {
  if (hint >= entries_.size() || entries_[hint].name != name) {
    size_t index = FindIndex(name);
    if (index == entries_.size()) return nullptr;
    hint = static_cast<uint32_t>(index);
  }
  const Value& value = entries_[hint].value;
  return value.empty() ? nullptr : &value;
}

void Namespace::Set(Symbol name, Value value) {
  size_t index = FindIndex(name);
  if (index < entries_.size()) {
    // The old value is released last: its destruction must not meet a half-made change.
    Value old = std::exchange(entries_[index].value, std::move(value));
    return;
  }
  entries_.push_back({name, std::move(value)});
  if (!table_.empty() && entries_.size() * 2 <= table_.size()) {
    AddToTable(static_cast<uint32_t>(index));
  } else if (entries_.size() > kLinearSearchLimit) {
    RebuildTable();
  }
}

bool Namespace::Remove(Symbol name) {
  size_t index = FindIndex(name);
  if (index == entries_.size() || entries_[index].value.empty()) return false;
  Value old = std::move(entries_[index].value);
  return true;
}

void Namespace::Clear() {
  std::vector<Entry> old = std::move(entries_);
  entries_.clear();
  table_.clear();
}

size_t Namespace::bound_count() const {
  size_t count = 0;
  for (const Entry& entry : entries_) count += entry.value.empty() ? 0 : 1;
  return count;
}

size_t Namespace::byte_size() const {
  return entries_.capacity() * sizeof(Entry) + table_.capacity() * sizeof(uint32_t);
}

void Namespace::Traverse(ReferenceVisitor& visitor) const {
  for (const Entry& entry : entries_) visitor.Visit(entry.value);
}

void Namespace::AddToTable(uint32_t index) {
  size_t mask = table_.size() - 1;
  size_t slot = Mix(entries_[index].name) & mask;
  while (table_[slot] != kFree) slot = (slot + 1) & mask;
  table_[slot] = index + 1;
}

void Namespace::RebuildTable() {
  size_t size = 32;
  while (size < entries_.size() * 4) size *= 2;
  table_.assign(size, kFree);
  for (uint32_t i = 0; i < entries_.size(); ++i) AddToTable(i);
}

}  // namespace streplay::script
