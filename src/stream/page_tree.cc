#include "stream/page_tree.h"

namespace streplay {

bool PageNode::IsVisible() const {
  if (delta == nullptr) return !children.empty();
  return delta->kind == DeltaRecord::Kind::kBlock || delta->element->type != "empty";
}

// A later delta takes the place of an earlier one. A container that replaces a container takes over
// what stands in it, as the browser's does.
PageNode BuildPage(std::span<const Record> records) {
  PageNode page;
  for (const Record& record : records) {
    const auto* delta = std::get_if<DeltaRecord>(&record);
    if (delta == nullptr) continue;
    PageNode* node = &page;
    for (int32_t index : delta->path) node = &node->children[index];
    bool keeps_children = delta->kind == DeltaRecord::Kind::kBlock &&
                          (node->delta == nullptr || node->delta->kind == delta->kind);
    if (!keeps_children) node->children.clear();
    node->delta = delta;
  }
  return page;
}

}  // namespace streplay
