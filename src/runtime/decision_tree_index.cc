// For each argument key a tree: a node is the widget that the function meets next (or the default
// that one takes from the session's state), its branches are its values, a leaf is an entry.
// Walking down with the values that the widgets have (or would start with) in this session leads to
// the entry of exactly this combination, however many others there are and whatever widgets they
// meet. What lives and is dropped as one, a combination or all of an argument key's (decision point
// `entry_unit`), is a unit of the table.
//
// All tables are hash tables, so that finding and storing take the same time however many entries
// there are. Evidence is told in the order of the keys.
#include <algorithm>
#include <cmath>
#include <unordered_map>

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

struct Decision;

// A leaf when there is nothing to decide. Most nodes are leaves: they cost no more than a pointer.
struct DecisionNode {
  DecisionNode() = default;
  ~DecisionNode();
  DecisionNode(const DecisionNode&) = delete;
  DecisionNode& operator=(const DecisionNode&) = delete;

  std::unique_ptr<Decision> decision;
};

struct Decision {
  WidgetMetadataPtr widget;                                // null: it is a default
  StateDefaultPtr state_default;                           // null: it is a widget
  std::unordered_map<std::string, DecisionNode> branches;  // by value key

  const std::string& input_id() const { return widget ? widget->id.text() : state_default->id; }
};

// A tree is as deep as a function has widgets: taken down node by node, or the stack is too small.
DecisionNode::~DecisionNode() {
  if (decision == nullptr) return;
  std::vector<std::unique_ptr<Decision>> doomed;
  doomed.push_back(std::move(decision));
  while (!doomed.empty()) {
    std::unique_ptr<Decision> last = std::move(doomed.back());
    doomed.pop_back();
    for (auto& branch : last->branches) {
      if (branch.second.decision) doomed.push_back(std::move(branch.second.decision));
    }
  }
}

using Results = std::unordered_map<std::string, CachedResultPtr>;  // by combination

// What is stored of a unit: of a combination its result, of an argument key's those of all its
// combinations.
struct UnitResults {
  CachedResultPtr only;
  std::unique_ptr<Results> all;
};

struct DecisionFile : DiskFile {
  std::shared_ptr<DecisionNode> root;
  std::shared_ptr<Results> results = std::make_shared<Results>();
};

double Now(ScriptRun& run) {
  return static_cast<double>(run.server().machine().clock.now());
}

// Extends the key of a combination by one input.
void Extend(std::string& combination, const std::string& input_id, const std::string& value_key) {
  combination += "\n";
  combination += input_id;
  combination += "\n";
  combination += std::to_string(value_key.size());
  combination += ":";
  combination += value_key;
}

// The widgets that were met, as the recording has them, which shares them with other entries
// (shared_messages.h); asked for in order.
class RecordedWidgets {
 public:
  explicit RecordedWidgets(const Recording& recording) : recording_(recording) {}

  const WidgetMetadataPtr& Next(const WidgetMetadataPtr& met) {
    while (next_ < recording_.size() && recording_[next_].widget == nullptr) ++next_;
    if (next_ == recording_.size()) return met;
    const WidgetMetadataPtr& recorded = recording_[next_].widget->metadata;
    if (!(recorded->id == met->id)) return met;
    ++next_;
    return recorded;
  }

 private:
  const Recording& recording_;
  size_t next_ = 0;
};

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
    while (node->decision) {
      const Decision& decision = *node->decision;
      std::optional<std::string> value_key = decision.widget ? WidgetKey(run, decision, evidence)
                                                             : DefaultKey(run, decision, evidence);
      if (!value_key) return std::nullopt;
      auto branch = decision.branches.find(*value_key);
      if (value_key->empty() || branch == decision.branches.end()) {
        return Found{nullptr, MissReason::kNewWidgetValues, {}};
      }
      Extend(combination, decision.input_id(), *value_key);
      node = &branch->second;
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
    RecordedWidgets recorded(result->recording);
    for (const MetWidget& met : widgets_met) {
      bool is_same = node->decision && node->decision->input_id() == met.input_id();
      if (!is_same) node->decision = std::make_unique<Decision>();  // another path than before
      node->decision->widget = met.metadata ? recorded.Next(met.metadata) : nullptr;
      node->decision->state_default = met.state_default;
      node = &node->decision->branches[met.value_key];
      Extend(combination, met.input_id(), met.value_key);
    }
    node->decision = nullptr;
    if (GoesToDisk(*result)) WriteFile(argument_key, combination, result);
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
    std::sort(live.begin(), live.end());
    return live;
  }

  void Discard(const std::string& argument_key, const std::string& entry_key) override {
    // Not a use: the entry was looked up just before.
    const std::string& unit = UnitOf(argument_key, entry_key);
    UnitResults* results = table_.Use(unit, 0);
    if (results != nullptr && results->all) results->all->erase(entry_key);
    if (results != nullptr && (!results->all || results->all->empty())) table_.Erase(unit);
    if (auto file = ReadFile(argument_key)) file->results->erase(entry_key);
  }

  void Clear() override {
    trees_.clear();
    table_.Clear();
    if (options_.disk != nullptr) options_.disk->RemoveAllWithPrefix(options_.disk_prefix);
  }

 private:
  // Empty without a pending exception when the widget is absent and then left out: it decides
  // nothing, so any branch will do.
  static script::Value ValueAt(ScriptRun& run, const Decision& decision) {
    SessionState& state = run.session().state;
    bool may_be_absent = run.profile().absent_widget == AbsentWidget::kLeftOut;
    return may_be_absent ? state.Find(run, *decision.widget) : state.Peek(run, *decision.widget);
  }

  // The key of the widget's value in this session. Nothing when a completion is pending.
  static std::optional<std::string> WidgetKey(ScriptRun& run, const Decision& decision,
                                              LookupEvidence* evidence) {
    script::Value value = ValueAt(run, decision);
    if (run.interpreter().failed()) return std::nullopt;
    if (value.empty()) return AnyBranch(decision);
    std::optional<std::string> value_key = HashBytes(run, value);
    if (value_key && evidence != nullptr) {
      evidence->widgets.push_back(DescribeDecision(run, decision, value));
    }
    return value_key;
  }

  // Likewise of a default; empty when there is no entry for such.
  static std::optional<std::string> DefaultKey(ScriptRun& run, const Decision& decision,
                                               LookupEvidence* evidence) {
    if (evidence != nullptr) evidence->widgets.push_back(DescribeDefault(run, decision));
    return StateDefaultKey(run, *decision.state_default);
  }

  // The first in the order of the keys, as for evidence: a table's own order must not be seen.
  static std::string AnyBranch(const Decision& decision) { return *ValueKeys(decision).front(); }

  // In order; there is at least one.
  static std::vector<const std::string*> ValueKeys(const Decision& decision) {
    std::vector<const std::string*> keys;
    for (const auto& branch : decision.branches) keys.push_back(&branch.first);
    std::sort(keys.begin(), keys.end(), [](auto* a, auto* b) { return *a < *b; });
    return keys;
  }

  // The way to a leaf: each decision with the branch taken there.
  struct Turn {
    const Decision* decision;
    const std::string* value_key;
  };
  using Path = std::vector<Turn>;

  // Calls `visit(combination, path)` for each leaf, in the order of the value keys.
  template <typename Visit>
  static void VisitLeaves(const DecisionNode& root, const std::string& argument_key, Visit visit) {
    Path path;
    VisitLeavesBelow(root, argument_key, path, visit);
  }
  template <typename Visit>
  static void VisitLeavesBelow(const DecisionNode& node, const std::string& combination, Path& path,
                               Visit& visit) {
    if (!node.decision) return visit(combination, path);
    const Decision& decision = *node.decision;
    for (const std::string* value_key : ValueKeys(decision)) {
      path.push_back({&decision, value_key});
      std::string extended = combination;
      Extend(extended, decision.input_id(), *value_key);
      VisitLeavesBelow(decision.branches.at(*value_key), extended, path, visit);
      path.pop_back();
    }
  }

  static WidgetInput DescribeDecision(ScriptRun& run, const Decision& decision,
                                      const script::Value& value) {
    const CallWitness& witness = *run.witness();
    WidgetInput input{witness.WidgetNamed(decision.widget->id), ValueText(run, value), false, {}};
    input.is_in_state = run.session().state.Glance(run, *decision.widget).is_in_state;
    AddBranches(run, decision, input);
    return input;
  }

  static void AddBranches(ScriptRun& run, const Decision& decision, WidgetInput& input) {
    for (const std::string* value_key : ValueKeys(decision)) {
      input.branches.push_back(run.witness()->ValueNamed(*value_key));
    }
  }

  static WidgetInput DescribeDefault(ScriptRun& run, const Decision& decision) {
    WidgetInput input = StateDefaultEvidence(run, *decision.state_default);
    AddBranches(run, decision, input);
    return input;
  }

  // The entries for the arguments, in memory or on the disk.
  void Describe(ScriptRun& run, const std::string& argument_key, const DecisionNode* root,
                LookupEvidence& evidence) const {
    evidence.way = LookupEvidence::Way::kWidgetsInOrder;
    if (root == nullptr) return;
    auto file = ReadFile(argument_key);
    VisitLeaves(*root, argument_key, [&](const std::string& combination, const Path& path) {
      bool is_on_disk = file != nullptr && file->results->contains(combination);
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
    condition.value = witness.ValueNamed(*turn.value_key);
    if (turn.decision->state_default) {
      WidgetInput input = DescribeDefault(run, *turn.decision);
      condition.widget = std::move(input.widget);
      condition.now = std::move(input.value);
      condition.holds = condition.now == condition.value;
      return condition;
    }
    condition.widget = witness.WidgetNamed(turn.decision->widget->id);
    script::Value now = run.session().state.Glance(run, *turn.decision->widget).value;
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
    const bool is_on_disk = GoesToDisk(*result);
    UnitResults results;
    if (options_.counts_arguments) {
      UnitResults* kept = table_.Use(unit, Now(run));
      results.all = kept != nullptr ? std::move(kept->all) : std::make_unique<Results>();
      (*results.all)[combination] = std::move(result);
    } else {
      results.only = std::move(result);
    }
    auto displaced = table_.Put(unit, std::move(results), Now(run));
    if (CallWitness* witness = run.witness()) {
      witness->OnStored(options_.function_key, argument_key, unit, is_on_disk);
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

  bool GoesToDisk(const CachedResult& result) const {
    return options_.disk != nullptr && !result.is_for_memory;
  }

  void WriteFile(const std::string& argument_key, const std::string& combination,
                 CachedResultPtr result) {
    auto before = ReadFile(argument_key);
    auto file = before ? std::make_shared<DecisionFile>(*before) : std::make_shared<DecisionFile>();
    file->root = trees_[argument_key];
    (*file->results)[combination] = std::move(result);
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

  static CachedResultPtr ResultOf(const UnitResults& results, const std::string& combination) {
    if (!results.all) return results.only;
    auto result = results.all->find(combination);
    return result == results.all->end() ? nullptr : result->second;
  }

  Found FindLeaf(ScriptRun& run, const std::string& argument_key, const std::string& combination) {
    const std::string& unit = UnitOf(argument_key, combination);
    if (const UnitResults* results = table_.Use(unit, Now(run))) {
      CachedResultPtr result = ResultOf(*results, combination);
      if (result != nullptr) return {std::move(result), MissReason::kNone, combination};
    }
    if (auto file = ReadFile(argument_key)) {
      auto result = file->results->find(combination);
      if (result != file->results->end()) {
        Put(run, argument_key, combination, result->second);
        return {result->second, MissReason::kNone, combination};
      }
    }
    bool has_expired = table_.HasExpired(unit, Now(run));
    return {nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry, {}};
  }

  Options options_;
  std::unordered_map<std::string, std::shared_ptr<DecisionNode>> trees_;  // by argument key
  EntryTable<UnitResults> table_;                                         // by unit
};

}  // namespace

std::unique_ptr<EntryIndex> MakeDecisionTreeIndex(EntryIndex::Options options) {
  return std::make_unique<DecisionTreeIndex>(std::move(options));
}

}  // namespace streplay
