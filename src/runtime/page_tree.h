// The page as a browser shows it: a tree of containers and elements, made of the deltas of a run.
#ifndef STREPLAY_RUNTIME_PAGE_TREE_H_
#define STREPLAY_RUNTIME_PAGE_TREE_H_

#include <vector>

#include "runtime/delta_message.h"
#include "stream/delta_path.h"

namespace streplay {

class PageTree {
 public:
  // Puts an element or container at its place. A container that replaces a container keeps what is
  // in it; containers on the way that were never sent are made.
  void Put(const DeltaPath& path, const DeltaMessagePtr& message);

  // Takes everything away; the room is kept for the next page.
  void Clear();

  // Calls `visit(message)` with every element and container, in the order of the page.
  template <typename Visitor>
  void Visit(Visitor&& visit) const {
    VisitNode(root_, visit);
  }

 private:
  struct Node {
    DeltaMessagePtr message;     // null: a container that was not sent
    int32_t position = 0;        // in the node above
    std::vector<Node> children;  // by position; mostly appended to

    Node& ChildAt(int32_t wanted);

    bool is_container() const {
      return message == nullptr || message->kind == DeltaRecord::Kind::kBlock;
    }
  };

  template <typename Visitor>
  static void VisitNode(const Node& node, Visitor& visit) {
    if (node.message != nullptr) visit(node.message);
    for (const Node& child : node.children) VisitNode(child, visit);
  }

  Node root_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PAGE_TREE_H_
