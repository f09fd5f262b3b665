#include "runtime/page_tree.h"

#include <algorithm>

#include "base/check.h"

namespace streplay {

PageTree::Node& PageTree::Node::ChildAt(int32_t wanted) {
  auto child = children.end();
  if (!children.empty() && wanted <= children.back().position) {
    child = std::lower_bound(
        children.begin(), children.end(), wanted,
        [](const Node& candidate, int32_t place) { return candidate.position < place; });
    if (child->position == wanted) return *child;
  }
  return *children.insert(child, Node{nullptr, wanted, {}});
}

void PageTree::Clear() {
  for (Node& area : root_.children) {  // main and sidebar, which are never sent
    area.children.clear();
    area.message = nullptr;
  }
}

void PageTree::Put(const DeltaPath& path, const DeltaMessagePtr& message) {
  STREPLAY_CHECK(!path.empty());
  Node* node = &root_;
  for (int32_t index : path) {
    if (!node->is_container()) *node = Node{nullptr, node->position, {}};
    node = &node->ChildAt(index);
  }
  const bool keeps_children = node->is_container() && message->kind == DeltaRecord::Kind::kBlock;
  if (!keeps_children) node->children.clear();
  node->message = message;
}

}  // namespace streplay
