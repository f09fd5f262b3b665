// Entries in insertion order, found through an open-addressing table of entry indices. A removed
// entry stays as a hole until the next rebuild, so that iterators keep their position. Comparing
// keys may run the script: a lookup starts again when the dict changed under it.
#include "script/dict_object.h"

#include "script/class_object.h"
#include "script/operations.h"
#include "script/string_hash.h"
#include "script/string_object.h"

namespace streplay::script {

namespace {

constexpr int32_t kFree = -1;

// Spreads hashes of small integers over the table.
size_t FirstSlot(int64_t hash, size_t mask) {
  return (static_cast<uint64_t>(hash) * 0x9E3779B97F4A7C15u >> 20) & mask;
}

}  // namespace

DictObject::DictObject(ClassObject& type) : ContainerObject(type, kKind) {
}

std::optional<size_t> DictObject::FindIndex(Interpreter& interpreter, const Value& key,
                                            int64_t hash) const {
  if (auto* string = key.As<StringObject>()) return FindStringIndex(string->text(), hash);
  if (table_.empty()) return kAbsent;
  size_t mask = table_.size() - 1;
  for (size_t slot = FirstSlot(hash, mask); table_[slot] != kFree; slot = (slot + 1) & mask) {
    auto index = static_cast<size_t>(table_[slot]);
    const Entry& entry = entries_[index];
    if (entry.key.empty() || entry.hash != hash) continue;
    if (entry.key.IsIdenticalTo(key)) return index;
    uint64_t version = version_;
    Value candidate = entry.key;
    std::optional<bool> equal = AreEqual(interpreter, candidate, key);
    if (!equal) return std::nullopt;
    if (version != version_) return FindIndex(interpreter, key, hash);
    if (*equal) return index;
  }
  return kAbsent;
}

size_t DictObject::FindStringIndex(std::string_view key, int64_t hash) const {
  if (table_.empty()) return kAbsent;
  size_t mask = table_.size() - 1;
  for (size_t slot = FirstSlot(hash, mask); table_[slot] != kFree; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[table_[slot]];
    if (entry.hash != hash) continue;
    const std::string* text = TextOf(entry.key);
    if (text != nullptr && *text == key) return static_cast<size_t>(table_[slot]);
  }
  return kAbsent;
}

void DictObject::Insert(int64_t hash, const Value& key, Value value) {
  if ((entries_.size() + 1) * 2 > table_.size()) Rebuild();
  size_t mask = table_.size() - 1;
  size_t slot = FirstSlot(hash, mask);
  while (table_[slot] != kFree) slot = (slot + 1) & mask;
  table_[slot] = static_cast<int32_t>(entries_.size());
  entries_.push_back({hash, key, std::move(value)});
  ++size_;
  ++version_;
  NoteSize(size_);
}

void DictObject::Rebuild() {
  std::erase_if(entries_, [](const Entry& entry) { return entry.key.empty(); });
  size_t size = 8;
  while (size < (entries_.size() + 1) * 3) size *= 2;
  table_.assign(size, kFree);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t slot = FirstSlot(entries_[i].hash, size - 1);
    while (table_[slot] != kFree) slot = (slot + 1) & (size - 1);
    table_[slot] = static_cast<int32_t>(i);
  }
  SetExtraBytes(table_.capacity() * sizeof(int32_t) + table_.size() / 2 * sizeof(Entry));
}

void DictObject::RemoveAt(size_t index) {
  Entry removed = std::move(entries_[index]);
  entries_[index] = Entry{removed.hash, {}, {}};
  --size_;
  ++version_;
  Changed(removed.key, {});
}

Value DictObject::Find(Interpreter& interpreter, const Value& key) {
  std::optional<int64_t> hash = script::Hash(interpreter, key);
  if (!hash) return {};
  std::optional<size_t> index = FindIndex(interpreter, key, *hash);
  if (!index || *index == kAbsent) return {};
  return entries_[*index].value;
}

const Value* DictObject::FindString(std::string_view key) const {
  size_t index = FindStringIndex(key, HashText(key));
  return index == kAbsent ? nullptr : &entries_[index].value;
}

bool DictObject::Set(Interpreter& interpreter, const Value& key, Value value) {
  std::optional<int64_t> hash = script::Hash(interpreter, key);
  if (!hash) return false;
  std::optional<size_t> index = FindIndex(interpreter, key, *hash);
  if (!index) return false;
  Put(*index, *hash, key, std::move(value));
  return true;
}

void DictObject::SetString(std::string_view key, Value value) {
  int64_t hash = HashText(key);
  size_t index = FindStringIndex(key, hash);
  Value text = index == kAbsent ? Value(heap().MakeString(std::string(key))) : entries_[index].key;
  Put(index, hash, text, std::move(value));
}

// Sets the entry at `index`, or adds one when that is kAbsent.
void DictObject::Put(size_t index, int64_t hash, const Value& key, Value value) {
  Value current = value;
  Value old;
  if (index == kAbsent) {
    Insert(hash, key, std::move(value));
  } else {
    old = std::exchange(entries_[index].value, std::move(value));
  }
  Changed(key, current);
}

Value DictObject::Remove(Interpreter& interpreter, const Value& key) {
  std::optional<int64_t> hash = script::Hash(interpreter, key);
  if (!hash) return {};
  std::optional<size_t> index = FindIndex(interpreter, key, *hash);
  if (!index || *index == kAbsent) return {};
  Value value = entries_[*index].value;
  RemoveAt(*index);
  return value;
}

bool DictObject::RemoveString(std::string_view key) {
  size_t index = FindStringIndex(key, HashText(key));
  if (index == kAbsent) return false;
  RemoveAt(index);
  return true;
}

void DictObject::Clear() {
  DropEntries();
  Changed({}, {});
}

const DictObject::Entry* DictObject::NextEntry(size_t& position) const {
  while (position < entries_.size()) {
    const Entry& entry = entries_[position++];
    if (!entry.key.empty()) return &entry;
  }
  return nullptr;
}

const DictObject::Entry* DictObject::PreviousEntry(size_t& position) const {
  while (position > 0) {
    const Entry& entry = entries_[--position];
    if (!entry.key.empty()) return &entry;
  }
  return nullptr;
}

void DictObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Entry& entry : entries_) {
    visitor.Visit(entry.key);
    visitor.Visit(entry.value);
  }
}

void DictObject::DropReferences() {
  DropEntries();
}

void DictObject::DropEntries() {
  std::vector<Entry> old = std::move(entries_);
  entries_.clear();
  table_.clear();
  size_ = 0;
  ++version_;
  SetExtraBytes(0);
}

}  // namespace streplay::script
