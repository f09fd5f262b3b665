// A tree of decisions for each argument key. Walking down with the values that the widgets have (or
// would start with) in this session leads to the entry of exactly this combination.
//
// All tables are hash tables, so that finding and storing take the same time however many entries
// there are. Evidence is told in the order of the keys.
#include <algorithm>
#include <cmath>
#include <utility>

#include "runtime/call_witness.h"
#include "runtime/decision_tree.h"
#include "runtime/disk_cache.h"
#include "runtime/entry_index.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"

namespace streplay {
namespace {

// The entries for one argument key: their units have results and are in no order.
struct DecisionFile : DiskFile {
  DecisionNode root;
};

double Now(ScriptRun& run) {
  return static_cast<double>(run.server().machine().clock.now());
}

class DecisionTreeIndex : public EntryIndex {
 public:
  explicit DecisionTreeIndex(Options options)
      : options_(std::move(options)), order_(options_.ttl_microseconds, options_.max_entries) {}

  std::optional<Found> Find(ScriptRun& run, const std::string& argument_key,
                            LookupEvidence* evidence) override {
    DecisionNode* root = FindTree(argument_key);
    if (evidence != nullptr) Describe(run, argument_key, root, *evidence);
    if (root == nullptr) return Found{nullptr, MissReason::kNoEntry};
    if (evidence != nullptr) evidence->entry_key = argument_key;
    std::optional<DecisionNode*> leaf = Walk(run, *root, evidence);
    if (!leaf) return std::nullopt;
    if (*leaf != nullptr) return FindAt(run, argument_key, *root, **leaf, evidence);
    if (evidence != nullptr) evidence->entry_key.clear();
    return Found{nullptr, MissReason::kNewWidgetValues};
  }

  std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                              CachedResultPtr result,
                              const std::vector<MetWidget>& widgets_met) override {
    DecisionNode& root = trees_[argument_key];
    DecisionNode& leaf = GrowTree(root, result->recording, widgets_met);
    if (GoesToDisk(*result)) WriteFile(argument_key, result, widgets_met);
    std::string combination = argument_key;
    if (run.witness() != nullptr) {
      for (const MetWidget& met : widgets_met) {
        ExtendCombination(combination, met.input_id(), met.value_key);
      }
    }
    return Put(run, argument_key, combination, root, leaf, std::move(result));
  }

  std::vector<std::string> LiveArguments(ScriptRun& run) const override {
    std::vector<std::string> live;
    trees_.ForEach([&](const std::string& argument_key, const DecisionNode& root) {
      bool has_entry = false;
      VisitLeaves(root, [&](const DecisionPath&, const DecisionNode& leaf) {
        const DecisionUnit* unit = UnitOf(root, leaf);
        has_entry |= unit != nullptr && !order_.IsExpired(*unit, Now(run));
      });
      if (has_entry) live.push_back(argument_key);
    });
    return live;
  }

  void Discard() override {
    auto [root, leaf] = std::exchange(found_, {});
    DecisionUnit* unit = leaf == nullptr ? nullptr : UnitOf(*root, *leaf);
    if (unit == nullptr) return;
    if (unit->all) unit->all->erase(leaf);
    if (!unit->all || unit->all->empty()) Drop(unit);
  }

  void Clear() override {
    found_ = {};
    trees_.Clear();
    if (options_.disk != nullptr) options_.disk->RemoveAllWithPrefix(options_.disk_prefix);
  }

 private:
  // Down to the leaf for the values that count now; null: there is no branch for one of them.
  // Nothing when a completion is pending. The evidence's key becomes that of the combination.
  static std::optional<DecisionNode*> Walk(ScriptRun& run, DecisionNode& root,
                                           LookupEvidence* evidence) {
    DecisionNode* node = &root;
    while (node != nullptr && node->decision) {
      Decision& decision = *node->decision;
      std::optional<std::string> value_key = decision.widget ? WidgetKey(run, decision, evidence)
                                                             : DefaultKey(run, decision, evidence);
      if (!value_key) return std::nullopt;
      node = value_key->empty() ? nullptr : decision.branches.Find(*value_key);
      if (evidence != nullptr) {
        ExtendCombination(evidence->entry_key, decision.input_id(), *value_key);
      }
    }
    return node;
  }

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
  static std::string AnyBranch(const Decision& decision) { return decision.branches.FirstKey(); }

  static WidgetInput DescribeDecision(ScriptRun& run, const Decision& decision,
                                      const script::Value& value) {
    const CallWitness& witness = *run.witness();
    WidgetInput input{witness.WidgetNamed(decision.widget->id), ValueText(run, value), false, {}};
    input.is_in_state = run.session().state.Glance(run, *decision.widget).is_in_state;
    AddBranches(run, decision, input);
    return input;
  }

  static void AddBranches(ScriptRun& run, const Decision& decision, WidgetInput& input) {
    decision.branches.ForEach([&](const std::string& value_key, const DecisionNode&) {
      input.branches.push_back(run.witness()->ValueNamed(value_key));
    });
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
    VisitLeaves(*root, [&](const DecisionPath& path, const DecisionNode& leaf) {
      const DecisionNode* kept = file == nullptr ? nullptr : FollowPath(file->root, path);
      const bool is_on_disk = kept != nullptr && kept->unit != nullptr;
      const DecisionUnit* unit = UnitOf(*root, leaf);
      if (unit == nullptr && !is_on_disk) return;
      EntryEvidence& entry = evidence.entries.emplace_back();
      for (const DecisionTurn& turn : path) entry.conditions.push_back(DescribeTurn(run, turn));
      if (is_on_disk || std::isinf(order_.Expires(*unit))) return;
      entry.expires = CallWitness::SinceStart(order_.Expires(*unit));
      entry.has_expired = order_.IsExpired(*unit, Now(run));
    });
  }

  static EntryCondition DescribeTurn(ScriptRun& run, const DecisionTurn& turn) {
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
             DecisionNode& root, DecisionNode& leaf, CachedResultPtr result) {
    const bool is_on_disk = GoesToDisk(*result);
    DecisionUnit& unit = OpenUnit(run, root, leaf);
    (unit.all ? (*unit.all)[&leaf] : leaf.result) = std::move(result);
    EntryOrder::Displaced displaced = order_.Put(unit, Now(run));
    if (CallWitness* witness = run.witness()) {
      const std::string& name = options_.counts_arguments ? argument_key : combination;
      unit.name = std::make_unique<const std::string>(name);
      witness->OnStored(options_.function_key, argument_key, name, is_on_disk);
      witness->OnLost(options_.function_key, Names(displaced.expired), EntryLoss::Cause::kExpired);
      witness->OnLost(options_.function_key, Names(displaced.evicted), EntryLoss::Cause::kEvicted);
    }
    for (TimedEntry* entry : displaced.expired) Drop(entry);
    for (TimedEntry* entry : displaced.evicted) Drop(entry);
    return displaced.evicted.size();
  }

  static std::vector<std::string> Names(const std::vector<TimedEntry*>& entries) {
    std::vector<std::string> names;
    for (TimedEntry* entry : entries) names.push_back(*static_cast<DecisionUnit*>(entry)->name);
    return names;
  }

  static void Drop(TimedEntry* entry) {
    DecisionNode& node = static_cast<DecisionUnit*>(entry)->node;
    node.result = nullptr;
    node.unit = nullptr;
  }

  // The unit of a leaf's result. What of it has expired is not to be seen again.
  DecisionUnit& OpenUnit(ScriptRun& run, DecisionNode& root, DecisionNode& leaf) {
    DecisionNode& holder = options_.counts_arguments ? root : leaf;
    if (!holder.unit) holder.unit = std::make_unique<DecisionUnit>(holder);
    DecisionUnit& unit = *holder.unit;
    const bool has_expired = order_.IsExpired(unit, Now(run));
    if (options_.counts_arguments && (!unit.all || has_expired)) {
      unit.all = std::make_unique<decltype(unit.all)::element_type>();
    }
    return unit;
  }

  // Null when there is none.
  DecisionUnit* UnitOf(const DecisionNode& root, const DecisionNode& leaf) const {
    return (options_.counts_arguments ? root : leaf).unit.get();
  }

  std::string FileName(const std::string& argument_key) const {
    return options_.disk_prefix + argument_key;
  }

  std::shared_ptr<DecisionFile> ReadFile(const std::string& argument_key) const {
    if (options_.disk == nullptr) return nullptr;
    return std::dynamic_pointer_cast<DecisionFile>(options_.disk->Read(FileName(argument_key)));
  }

  bool GoesToDisk(const CachedResult& result) const {
    return options_.disk != nullptr && !result.is_for_memory;
  }

  void WriteFile(const std::string& argument_key, const CachedResultPtr& result,
                 const std::vector<MetWidget>& widgets_met) {
    auto file = ReadFile(argument_key);
    if (!file) {
      file = std::make_shared<DecisionFile>();
      options_.disk->Write(FileName(argument_key), file);
    }
    DecisionNode& leaf = GrowTree(file->root, result->recording, widgets_met);
    leaf.unit = std::make_unique<DecisionUnit>(leaf);
    leaf.result = result;
  }

  // In memory, or as the disk has it.
  DecisionNode* FindTree(const std::string& argument_key) {
    if (DecisionNode* tree = trees_.Find(argument_key)) return tree;
    auto file = ReadFile(argument_key);
    if (!file) return nullptr;
    DecisionNode& root = trees_[argument_key];
    CopyTree(file->root, root);
    return &root;
  }

  // What is at the leaf in memory, or else on the disk.
  std::optional<Found> FindAt(ScriptRun& run, const std::string& argument_key, DecisionNode& root,
                              DecisionNode& leaf, LookupEvidence* evidence) {
    DecisionUnit* unit = UnitOf(root, leaf);
    const bool has_expired = unit != nullptr && order_.IsExpired(*unit, Now(run));
    if (unit != nullptr && !has_expired) {
      order_.Use(*unit);
      if (const CachedResultPtr* result = ResultAt(*unit, leaf)) {
        found_ = {&root, &leaf};
        return Found{*result, MissReason::kNone};
      }
    }
    if (auto file = ReadFile(argument_key)) {
      std::optional<DecisionNode*> kept = Walk(run, file->root, nullptr);
      if (!kept) return std::nullopt;
      if (*kept != nullptr && (*kept)->unit != nullptr) {
        CachedResultPtr result = (*kept)->result;
        const std::string& combination = evidence != nullptr ? evidence->entry_key : argument_key;
        Put(run, argument_key, combination, root, leaf, result);
        return Found{std::move(result), MissReason::kNone};
      }
    }
    return Found{nullptr, has_expired ? MissReason::kExpired : MissReason::kNoEntry};
  }

  static const CachedResultPtr* ResultAt(const DecisionUnit& unit, const DecisionNode& leaf) {
    if (!unit.all) return &leaf.result;
    auto result = unit.all->find(&leaf);
    return result == unit.all->end() ? nullptr : &result->second;
  }

  // Where the entry is that was found last.
  struct Place {
    const DecisionNode* root = nullptr;
    const DecisionNode* leaf = nullptr;
  };

  Options options_;
  EntryOrder order_;
  ByKey<DecisionNode> trees_;  // by argument key
  Place found_;
};

}  // namespace

std::unique_ptr<EntryIndex> MakeDecisionTreeIndex(EntryIndex::Options options) {
  return std::make_unique<DecisionTreeIndex>(std::move(options));
}

}  // namespace streplay
