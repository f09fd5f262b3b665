// For each argument key a tree: a node is the widget that the function meets next, its branches are
// that widget's values, a leaf is an entry. Walking down with the values that the widgets have (or
// would start with) in this session leads to the entry of exactly this combination, however many
// others there are and whatever widgets they meet. What lives and is dropped as one, a combination
// or all of an argument key's (decision point `entry_unit`), is a unit of the table.
#include <cmath>
#include <map>

#include "runtime/call_witness.h"
#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/entry_table.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"

namespace streplay {
namespace {

struct DecisionNode {
  WidgetMetadataPtr widget;  // null: a leaf
  std::map<std::string, std::unique_ptr<DecisionNode>> branches;
};

using Results = std::map<std::string, CachedResultPtr>;  // by combination

struct DecisionFile : DiskFile {
  std::shared_ptr<DecisionNode> root;
  Results results;
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

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key,
                            LookupEvidence* evidence) override {
    const DecisionNode* node = FindTree(argument_key).get();
    if (evidence != nullptr) Describe(run, argument_key, node, *evidence);
    if (node == nullptr) return Found{nullptr, MissReason::kNoEntry, {}};
    std::string combination = argument_key;
    while (node->widget) {
      script::Value value = ValueAt(run, *node);
      if (run.interpreter().failed()) return std::nullopt;
      std::optional<std::string> value_key =
          value.empty() ? AnyBranch(*node) : HashBytes(run, value);
      if (!value_key) return std::nullopt;
      auto branch = node->branches.find(*value_key);
      if (evidence != nullptr && !value.empty()) {
        evidence->widgets.push_back(DescribeNode(run, *node, value));
      }
      if (branch == node->branches.end()) {
        return Found{nullptr, MissReason::kNewWidgetValues, {}};
      }
      combination = Extended(combination, node->widget->id, *value_key);
      node = branch->second.get();
    }
    if (evidence != nullptr) evidence->entry_key = combination;
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
    return Put(run, argument_key, combination, std::move(result));
  }

  std::vector<std::string> LiveArguments(ScriptRun& run) const override {
    std::vector<std::string> live;
    for (const auto& tree : trees_) {
      const auto& argument_key = tree.first;  // clang 14 cannot capture a structured binding
      const auto& root = tree.second;
      bool has_entry = false;
      VisitLeaves(*root, argument_key, [&](const std::string& combination, const Path&) {
        has_entry |= table_.Has(UnitOf(argument_key, combination), Now(run));
      });
      if (has_entry) live.push_back(argument_key);
    }
    return live;
  }

  void Discard(const std::string& argument_key, const std::string& entry_key) override {
    // Not a use: the entry was looked up just before.
    const std::string& unit = UnitOf(argument_key, entry_key);
    Results* results = table_.Use(unit, 0);
    if (results != nullptr) results->erase(entry_key);
    if (results != nullptr && results->empty()) table_.Erase(unit);
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
  // Empty without a pending exception when the widget is absent and then left out: it decides
  // nothing, so any branch will do.
  static script::Value ValueAt(ScriptRun& run, const DecisionNode& node) {
    SessionState& state = run.session().state;
    bool may_be_absent = run.profile().absent_widget == AbsentWidget::kLeftOut;
    return may_be_absent ? state.Find(run, *node.widget) : state.Peek(run, *node.widget);
  }
  static std::string AnyBranch(const DecisionNode& node) {
    return node.branches.empty() ? std::string() : node.branches.begin()->first;
  }

  // The way to a leaf: each node with the branch taken there.
  struct Turn {
    const DecisionNode* node;
    const std::string* value_key;
  };
  using Path = std::vector<Turn>;

  // Calls `visit(combination, path)` for each leaf.
  template <typename Visit>
  static void VisitLeaves(const DecisionNode& root, const std::string& argument_key, Visit visit) {
    Path path;
    VisitLeavesBelow(root, argument_key, path, visit);
  }
  template <typename Visit>
  static void VisitLeavesBelow(const DecisionNode& node, const std::string& combination, Path& path,
                               Visit& visit) {
    if (!node.widget) return visit(combination, path);
    for (const auto& [value_key, child] : node.branches) {
      path.push_back({&node, &value_key});
      VisitLeavesBelow(*child, Extended(combination, node.widget->id, value_key), path, visit);
      path.pop_back();
    }
  }

  static WidgetInput DescribeNode(ScriptRun& run, const DecisionNode& node,
                                  const script::Value& value) {
    const CallWitness& witness = *run.witness();
    WidgetInput input{witness.WidgetNamed(node.widget->id), ValueText(run, value), false, {}};
    input.is_in_state = run.session().state.Glance(run, *node.widget).is_in_state;
    for (const auto& [value_key, child] : node.branches) {
      input.branches.push_back(witness.ValueNamed(value_key));
    }
    return input;
  }

  // The entries for the arguments, in memory or on the disk.
  void Describe(ScriptRun& run, const std::string& argument_key, const DecisionNode* root,
                LookupEvidence& evidence) const {
    evidence.way = LookupEvidence::Way::kWidgetsInOrder;
    if (root == nullptr) return;
    auto file = ReadFile(argument_key);
    VisitLeaves(*root, argument_key, [&](const std::string& combination, const Path& path) {
      bool is_on_disk = file != nullptr && file->results.contains(combination);
      const std::string& unit = UnitOf(argument_key, combination);
      std::optional<double> expires = table_.Expires(unit);
      if (!expires && !is_on_disk) return;
      EntryEvidence& entry = evidence.entries.emplace_back();
      for (const Turn& turn : path) entry.conditions.push_back(DescribeTurn(run, turn));
      if (is_on_disk || std::isinf(*expires)) return;
      entry.expires = CallWitness::SinceStart(*expires);
      entry.has_expired = !table_.Has(unit, Now(run));
    });
  }

  static EntryCondition DescribeTurn(ScriptRun& run, const Turn& turn) {
    const CallWitness& witness = *run.witness();
    EntryCondition condition;
    condition.widget = witness.WidgetNamed(turn.node->widget->id);
    condition.value = witness.ValueNamed(*turn.value_key);
    script::Value now = run.session().state.Glance(run, *turn.node->widget).value;
    if (now.empty()) return condition;
    condition.now = ValueText(run, now);
    std::optional<std::string> value_key = HashBytes(run, now);
    if (!value_key) run.interpreter().TakeException();
    condition.holds = value_key == *turn.value_key;
    return condition;
  }

  // How many units had to go.
  size_t Put(ScriptRun& run, const std::string& argument_key, const std::string& combination,
             CachedResultPtr result) {
    const std::string& unit = UnitOf(argument_key, combination);
    Results results;
    if (const Results* kept = table_.Use(unit, Now(run))) results = *kept;
    results[combination] = std::move(result);
    auto displaced = table_.Put(unit, std::move(results), Now(run));
    if (CallWitness* witness = run.witness()) {
      witness->OnStored(options_.function_key, argument_key, unit, options_.disk != nullptr);
      witness->OnLost(options_.function_key, displaced.expired, EntryLoss::Cause::kExpired);
      witness->OnLost(options_.function_key, displaced.evicted, EntryLoss::Cause::kEvicted);
    }
    return displaced.evicted.size();
  }

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

  const std::string& UnitOf(const std::string& argument_key, const std::string& combination) const {
    return options_.counts_arguments ? argument_key : combination;
  }

  Found FindLeaf(ScriptRun& run, const std::string& argument_key, const std::string& combination) {
    const std::string& unit = UnitOf(argument_key, combination);
    if (const Results* results = table_.Use(unit, Now(run))) {
      auto result = results->find(combination);
      if (result != results->end()) return {result->second, MissReason::kNone, combination};
    }
    if (auto file = ReadFile(argument_key)) {
      auto result = file->results.find(combination);
      if (result != file->results.end()) {
        Put(run, argument_key, combination, result->second);
        return {result->second, MissReason::kNone, combination};
      }
    }
    bool has_expired = table_.HasExpired(unit, Now(run));
    return {nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry, {}};
  }

  Options options_;
  std::map<std::string, std::shared_ptr<DecisionNode>> trees_;  // by argument key
  EntryTable<Results> table_;                                   // by unit
};

}  // namespace

std::unique_ptr<EntryIndex> MakeDecisionTreeIndex(EntryIndex::Options options) {
  return std::make_unique<DecisionTreeIndex>(std::move(options));
}

}  // namespace streplay
