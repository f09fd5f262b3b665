#include "runtime/page_tree.h"

#include <algorithm>

#include "base/check.h"

namespace streplay {

PageTree::Node& PageTree::Node::ChildAt(int32_t position) {
  if (children.empty() || children.back().first < position) {
    return children.emplace_back(position, Node()).second;
  }
  auto child = std::lower_bound(
      children.begin(), children.end(), position,
      [](const auto& candidate, int32_t wanted) { return candidate.first < wanted; });
  if (child->first != position) child = children.emplace(child, position, Node());
  return child->second;
}

void PageTree::Clear() {
  for (auto& [position, area] : root_.children) {  // main and sidebar, which are never sent
    area.children.clear();
    area.message = nullptr;
  }
}

void PageTree::Put(const DeltaPath& path, const DeltaMessagePtr& message) {
  STREPLAY_CHECK(!path.empty());
  Node* node = &root_;
  for (int32_t index : path) {
    if (!node->is_container()) *node = Node();
    node = &node->ChildAt(index);
  }
  const bool keeps_children = node->is_container() && message->kind == DeltaRecord::Kind::kBlock;
  if (!keeps_children) node->children.clear();
  node->message = message;
}

}  // namespace streplay
