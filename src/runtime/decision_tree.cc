#include "runtime/decision_tree.h"

#include <utility>

namespace streplay {
namespace {

// The widgets that were met, as the recording has them; asked for in order.
class RecordedWidgets {
 public:
  explicit RecordedWidgets(const KeptRecording& recording) : recording_(recording) {}

  const WidgetMetadataPtr& Next(const WidgetMetadataPtr& met) {
    while (next_ < recording_.size() && recording_[next_].place->widget == nullptr) ++next_;
    if (next_ == recording_.size()) return met;
    const WidgetMetadataPtr& recorded = recording_[next_].place->widget->metadata;
    if (!(recorded->id == met->id)) return met;
    ++next_;
    return recorded;
  }

 private:
  const KeptRecording& recording_;
  size_t next_ = 0;
};

using VisitLeaf = std::function<void(const DecisionPath&, const DecisionNode&)>;

void VisitLeavesBelow(const DecisionNode& node, DecisionPath& path, const VisitLeaf& visit) {
  if (!node.decision) return visit(path, node);
  const Decision& decision = *node.decision;
  decision.branches.ForEach([&](const std::string& value_key, const DecisionNode& branch) {
    path.push_back({&decision, &value_key});
    VisitLeavesBelow(branch, path, visit);
    path.pop_back();
  });
}

}  // namespace

// A tree is as deep as a function has widgets: taken down node by node, or the stack is too small.
DecisionNode::~DecisionNode() {
  if (decision == nullptr) return;
  std::vector<std::unique_ptr<Decision>> doomed;
  doomed.push_back(std::move(decision));
  while (!doomed.empty()) {
    std::unique_ptr<Decision> last = std::move(doomed.back());
    doomed.pop_back();
    last->branches.ForEachMutable([&](DecisionNode& branch) {
      if (branch.decision) doomed.push_back(std::move(branch.decision));
    });
  }
}

DecisionNode& GrowTree(DecisionNode& root, const KeptRecording& recording,
                       const std::vector<MetWidget>& widgets_met) {
  DecisionNode* node = &root;
  RecordedWidgets recorded(recording);
  for (const MetWidget& met : widgets_met) {
    bool is_same = node->decision && node->decision->input_id() == met.input_id();
    if (!is_same) node->decision = std::make_unique<Decision>();  // another path than before
    node->decision->widget = met.metadata ? recorded.Next(met.metadata) : nullptr;
    node->decision->state_default = met.state_default;
    node = &node->decision->branches[met.value_key];
  }
  node->decision = nullptr;
  return *node;
}

void CopyTree(const DecisionNode& root, DecisionNode& copy) {
  VisitLeaves(root, [&](const DecisionPath& path, const DecisionNode&) {
    DecisionNode* node = &copy;
    for (const DecisionTurn& turn : path) {
      if (!node->decision) node->decision = std::make_unique<Decision>();
      node->decision->widget = turn.decision->widget;
      node->decision->state_default = turn.decision->state_default;
      node = &node->decision->branches[*turn.value_key];
    }
  });
}

const DecisionNode* FollowPath(const DecisionNode& root, const DecisionPath& path) {
  const DecisionNode* node = &root;
  for (const DecisionTurn& turn : path) {
    if (!node->decision || node->decision->input_id() != turn.decision->input_id()) return nullptr;
    node = node->decision->branches.Find(*turn.value_key);
    if (node == nullptr) return nullptr;
  }
  return node;
}

void VisitLeaves(const DecisionNode& root, const VisitLeaf& visit) {
  DecisionPath path;
  VisitLeavesBelow(root, path, visit);
}

void ExtendCombination(std::string& combination, const std::string& input_id,
                       const std::string& value_key) {
  combination += "\n";
  combination += input_id;
  combination += "\n";
  combination += std::to_string(value_key.size());
  combination += ":";
  combination += value_key;
}

}  // namespace streplay
