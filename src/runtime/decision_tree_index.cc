// For each argument key a tree: a node is the widget that the function meets next, its branches are
// that widget's values, a leaf is an entry. Walking down with the values that the widgets have (or
// would start with) in this session leads to the entry of exactly this combination, however many
// others there are and whatever widgets they meet.
#include <map>

#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/entry_table.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"

namespace streplay {
namespace {

struct DecisionNode {
  WidgetMetadataPtr widget;  // null: a leaf
  std::map<std::string, std::unique_ptr<DecisionNode>> branches;
};

struct DecisionFile : DiskFile {
  std::shared_ptr<DecisionNode> root;
  std::map<std::string, CachedResultPtr> results;  // by combination
};

double Now(ScriptRun& run) {
  return static_cast<double>(run.server().machine().clock.now());
}

// Extends the key of a combination by one widget.
std::string Extended(const std::string& combination, const std::string& widget_id,
                     const std::string& value_key) {
  return combination + "\n" + widget_id + "\n" + std::to_string(value_key.size()) + ":" + value_key;
}

class DecisionTreeIndex : public EntryIndex {
 public:
  explicit DecisionTreeIndex(Options options)
      : options_(std::move(options)), table_(options_.ttl_microseconds, options_.max_entries) {}

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key) override {
    const DecisionNode* node = FindTree(argument_key).get();
    if (node == nullptr) return Found{nullptr, MissReason::kNoEntry, {}};
    std::string combination = argument_key;
    while (node->widget) {
      script::Value value = run.session().state.Peek(run, *node->widget);
      if (value.empty()) return std::nullopt;
      std::optional<std::string> value_key = HashBytes(run, value);
      if (!value_key) return std::nullopt;
      auto branch = node->branches.find(*value_key);
      if (branch == node->branches.end()) {
        return Found{nullptr, MissReason::kNewWidgetValues, {}};
      }
      combination = Extended(combination, node->widget->id, *value_key);
      node = branch->second.get();
    }
    return FindLeaf(run, argument_key, combination);
  }

  std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                              CachedResultPtr result,
                              const std::vector<MetWidget>& widgets_met) override {
    std::shared_ptr<DecisionNode>& root = trees_[argument_key];
    if (!root) root = std::make_shared<DecisionNode>();
    DecisionNode* node = root.get();
    std::string combination = argument_key;
    for (const MetWidget& met : widgets_met) {
      bool is_same = node->widget && node->widget->id == met.metadata->id;
      if (!is_same) node->branches.clear();  // the function took another path than before
      node->widget = met.metadata;
      std::unique_ptr<DecisionNode>& branch = node->branches[met.value_key];
      if (!branch) branch = std::make_unique<DecisionNode>();
      node = branch.get();
      combination = Extended(combination, met.metadata->id, met.value_key);
    }
    node->widget = nullptr;
    node->branches.clear();
    if (options_.disk != nullptr) WriteFile(argument_key, combination, result);
    return table_.Put(combination, std::move(result), Now(run));
  }

  void Discard(const std::string& argument_key, const std::string& entry_key) override {
    table_.Erase(entry_key);
    if (options_.disk == nullptr) return;
    if (auto file = ReadFile(argument_key)) {
      auto changed = std::make_shared<DecisionFile>(*file);
      changed->results.erase(entry_key);
      options_.disk->Write(FileName(argument_key), std::move(changed));
    }
  }

  void Clear() override {
    trees_.clear();
    table_.Clear();
    if (options_.disk != nullptr) options_.disk->RemoveAllWithPrefix(options_.disk_prefix);
  }

 private:
  std::string FileName(const std::string& argument_key) const {
    return options_.disk_prefix + argument_key;
  }

  std::shared_ptr<const DecisionFile> ReadFile(const std::string& argument_key) const {
    if (options_.disk == nullptr) return nullptr;
    return std::dynamic_pointer_cast<const DecisionFile>(
        options_.disk->Read(FileName(argument_key)));
  }

  void WriteFile(const std::string& argument_key, const std::string& combination,
                 CachedResultPtr result) {
    auto before = ReadFile(argument_key);
    auto file = before ? std::make_shared<DecisionFile>(*before) : std::make_shared<DecisionFile>();
    file->root = trees_[argument_key];
    file->results[combination] = std::move(result);
    options_.disk->Write(FileName(argument_key), std::move(file));
  }

  std::shared_ptr<DecisionNode> FindTree(const std::string& argument_key) {
    auto tree = trees_.find(argument_key);
    if (tree != trees_.end()) return tree->second;
    auto file = ReadFile(argument_key);
    if (!file) return nullptr;
    return trees_[argument_key] = file->root;
  }

  Found FindLeaf(ScriptRun& run, const std::string& argument_key, const std::string& combination) {
    if (CachedResultPtr* result = table_.Use(combination, Now(run))) {
      return {*result, MissReason::kNone, combination};
    }
    if (auto file = ReadFile(argument_key)) {
      auto result = file->results.find(combination);
      if (result != file->results.end()) {
        table_.Put(combination, result->second, Now(run));
        return {result->second, MissReason::kNone, combination};
      }
    }
    bool has_expired = table_.HasExpired(combination, Now(run));
    return {nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry, {}};
  }

  Options options_;
  std::map<std::string, std::shared_ptr<DecisionNode>> trees_;  // by argument key
  EntryTable<CachedResultPtr> table_;                           // by combination
};

}  // namespace

std::unique_ptr<EntryIndex> MakeDecisionTreeIndex(EntryIndex::Options options) {
  return std::make_unique<DecisionTreeIndex>(std::move(options));
}

}  // namespace streplay
