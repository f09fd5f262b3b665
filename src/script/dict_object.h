// DictObject: a dict, in insertion order. Keys are compared by the script's own __hash__ and
// __eq__, which may fail or change the dict; lookups survive that.
#ifndef STREPLAY_SCRIPT_DICT_OBJECT_H_
#define STREPLAY_SCRIPT_DICT_OBJECT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "script/object.h"

namespace streplay::script {

class DictObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kDict;

  // Use Heap::MakeDict. A subclass (defaultdict, Counter) passes its own class.
  explicit DictObject(ClassObject& type);

  size_t size() const { return size_; }

  // Empty when absent, and also when hashing or comparing failed (Interpreter::failed tells).
  Value Find(Interpreter& interpreter, const Value& key);
  // By string key; never fails.
  const Value* FindString(std::string_view key) const;

  [[nodiscard]] bool Set(Interpreter& interpreter, const Value& key, Value value);
  // By string key; never fails.
  void SetString(std::string_view key, Value value);

  // The removed value; empty when absent or failed.
  Value Remove(Interpreter& interpreter, const Value& key);
  // By string key; never fails. False when it was absent.
  bool RemoveString(std::string_view key);
  void Clear();

  struct Entry {
    int64_t hash = 0;
    Value key;  // empty: removed
    Value value;
  };
  // The next entry at or after `position`, which is moved past it; null at the end. Start at 0. The
  // pointer is valid until the dict changes.
  const Entry* NextEntry(size_t& position) const;
  // Backwards: the entry before `position`, which is moved to it. Start at end_position().
  const Entry* PreviousEntry(size_t& position) const;
  size_t end_position() const { return entries_.size(); }
  // Iterators compare it (with size()) to notice changes.
  uint64_t version() const { return version_; }

  // What d[key] does for an absent key: KeyError by default (defaultdict overrides it).
  virtual Value Missing(Interpreter& interpreter, const Value& key);

  Value GetItem(Interpreter& interpreter, const Value& key) override;
  bool SetItem(Interpreter& interpreter, const Value& key, const Value& value) override;
  bool DeleteItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;  // types_dict
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 protected:
  // Called after each change: a key has a new value, or none (empty), or all keys went (both
  // empty).
  virtual void Changed(const Value&, const Value&) {}

 private:
  static constexpr size_t kAbsent = ~size_t{0};

  // The entry's index, kAbsent, or nothing when a comparison failed.
  std::optional<size_t> FindIndex(Interpreter& interpreter, const Value& key, int64_t hash) const;
  size_t FindStringIndex(std::string_view key, int64_t hash) const;
  void Put(size_t index, int64_t hash, const Value& key, Value value);
  void Insert(int64_t hash, const Value& key, Value value);
  void RemoveAt(size_t index);
  void Rebuild();
  void DropEntries();

  std::vector<Entry> entries_;
  std::vector<int32_t> table_;  // open addressing by hash: entry index, or kFree
  size_t size_ = 0;
  uint64_t version_ = 0;
};

// dict + positions: iterates keys, values or items and notices changes of size.
enum class DictPart { kKeys, kValues, kItems };
Value MakeDictIterator(Interpreter& interpreter, const Ref<DictObject>& dict, DictPart part,
                       bool reversed = false);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DICT_OBJECT_H_
