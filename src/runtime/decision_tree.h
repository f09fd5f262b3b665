// What a cached function asks, in the order in which it asks: a node is the widget that it meets
// next (or the default that one takes from the session's state), its branches are the values of
// that, a leaf is an entry. However many combinations of values there are, the way to the entry of
// one is as long as the function has widgets.
#ifndef STREPLAY_RUNTIME_DECISION_TREE_H_
#define STREPLAY_RUNTIME_DECISION_TREE_H_

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/by_key.h"
#include "runtime/cached_result.h"
#include "runtime/entry_order.h"
#include "runtime/recorder.h"

namespace streplay {

struct Decision;
struct DecisionNode;

// What lives and is dropped as one (decision point `entry_unit`): the result of a combination of
// values, which the leaf has beside it, or those of all combinations for the same arguments.
struct DecisionUnit : TimedEntry {
  explicit DecisionUnit(DecisionNode& holder) : node(holder) {}

  DecisionNode& node;  // which holds it: a leaf, or the root
  std::unique_ptr<std::unordered_map<const DecisionNode*, CachedResultPtr>> all;  // by leaf
  std::unique_ptr<const std::string> name;  // as a witness knows it; null when there is none
};

// A leaf when there is nothing to decide. The result is not in the unit, so that a hit among many
// entries waits for both at the same time.
struct DecisionNode {
  DecisionNode() = default;
  ~DecisionNode();
  DecisionNode(const DecisionNode&) = delete;
  DecisionNode& operator=(const DecisionNode&) = delete;

  std::unique_ptr<Decision> decision;
  std::unique_ptr<DecisionUnit> unit;
  CachedResultPtr result;  // of a leaf that has a unit
};

struct Decision {
  WidgetMetadataPtr widget;       // null: it is a default
  StateDefaultPtr state_default;  // null: it is a widget
  ByKey<DecisionNode> branches;   // by value key

  const std::string& input_id() const { return widget ? widget->id.text() : state_default->id; }
};

// A decision with the branch that is taken there.
struct DecisionTurn {
  const Decision* decision;
  const std::string* value_key;
};
using DecisionPath = std::vector<DecisionTurn>;

// The leaf for what an execution met; the tree grows as needed. Where an execution before met
// something else, what was below is gone. Widgets are held as the recording has them, which shares
// them with other entries (shared_messages.h).
DecisionNode& GrowTree(DecisionNode& root, const KeptRecording& recording,
                       const std::vector<MetWidget>& widgets_met);

// The same decisions, without entries, below an empty `copy`.
void CopyTree(const DecisionNode& root, DecisionNode& copy);

// The node that the path leads to in another tree; null when it has none.
const DecisionNode* FollowPath(const DecisionNode& root, const DecisionPath& path);

// Calls `visit(path, leaf)` for each leaf, in the order of the value keys.
void VisitLeaves(const DecisionNode& root,
                 const std::function<void(const DecisionPath&, const DecisionNode&)>& visit);

// A combination of values as one text: it begins with the key of the arguments.
void ExtendCombination(std::string& combination, const std::string& input_id,
                       const std::string& value_key);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DECISION_TREE_H_
