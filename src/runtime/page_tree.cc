#include "runtime/page_tree.h"

#include "base/check.h"

namespace streplay {

void PageTree::Put(const DeltaPath& path, const DeltaMessagePtr& message) {
  STREPLAY_CHECK(!path.empty());
  Node* node = &root_;
  for (int32_t index : path) {
    if (!node->is_container()) *node = Node();
    node = &node->children[index];
  }
  const bool keeps_children = node->is_container() && message->kind == DeltaRecord::Kind::kBlock;
  if (!keeps_children) node->children.clear();
  node->message = message;
}

void PageTree::Visit(const std::function<void(const DeltaMessagePtr&)>& visit) const {
  VisitNode(root_, visit);
}

void PageTree::VisitNode(const Node& node,
                         const std::function<void(const DeltaMessagePtr&)>& visit) {
  if (node.message != nullptr) visit(node.message);
  for (const auto& [index, child] : node.children) VisitNode(child, visit);
}

}  // namespace streplay
