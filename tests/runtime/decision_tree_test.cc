#include "runtime/decision_tree.h"

#include "support/catch.h"

namespace streplay {
namespace {

MetWidget Met(const std::string& id, const std::string& value_key) {
  auto metadata = std::make_shared<WidgetMetadata>();
  metadata->id = SharedText(id);
  return {metadata, value_key};
}

// "a=1,b=2;a=2" of all leaves.
std::string Leaves(const DecisionNode& root) {
  std::string text;
  VisitLeaves(root, [&](const DecisionPath& path, const DecisionNode&) {
    text += text.empty() ? "" : ";";
    for (const DecisionTurn& turn : path) {
      text += (text.empty() || text.back() == ';' ? "" : ",") + turn.decision->input_id() + "=" +
              *turn.value_key;
    }
  });
  return text;
}

TEST_CASE("a tree grows a branch for each value of what is met next") {
  DecisionNode root;
  CHECK(Leaves(root).empty());
  DecisionNode& two = GrowTree(root, {}, {Met("a", "2")});
  DecisionNode& one = GrowTree(root, {}, {Met("a", "1"), Met("b", "x")});
  CHECK(Leaves(root) == "a=1,b=x;a=2");
  CHECK(&GrowTree(root, {}, {Met("a", "2")}) == &two);
  CHECK(&GrowTree(root, {}, {Met("a", "1"), Met("b", "x")}) == &one);
}

TEST_CASE("where something else is met than before, what was below is gone") {
  DecisionNode root;
  GrowTree(root, {}, {Met("a", "1"), Met("b", "x")});
  GrowTree(root, {}, {Met("a", "2")});
  GrowTree(root, {}, {Met("a", "1"), Met("c", "y")});
  CHECK(Leaves(root) == "a=1,c=y;a=2");
  GrowTree(root, {}, {Met("a", "1")});
  CHECK(Leaves(root) == "a=1;a=2");
  GrowTree(root, {}, {Met("d", "1")});
  CHECK(Leaves(root) == "d=1");
}

TEST_CASE("a copy of a tree has its decisions, not its entries") {
  DecisionNode root;
  DecisionNode& leaf = GrowTree(root, {}, {Met("a", "1"), Met("b", "x")});
  GrowTree(root, {}, {Met("a", "2")});
  leaf.unit = std::make_unique<DecisionUnit>(leaf);
  DecisionNode copy;
  CopyTree(root, copy);
  CHECK(Leaves(copy) == Leaves(root));
  VisitLeaves(root, [&](const DecisionPath& path, const DecisionNode&) {
    const DecisionNode* same = FollowPath(copy, path);
    REQUIRE(same != nullptr);
    CHECK(same->unit == nullptr);
  });
}

TEST_CASE("a path that another tree does not have leads nowhere") {
  DecisionNode root, other;
  GrowTree(root, {}, {Met("a", "1"), Met("b", "x")});
  GrowTree(other, {}, {Met("a", "1"), Met("c", "x")});
  VisitLeaves(root, [&](const DecisionPath& path, const DecisionNode&) {
    CHECK(FollowPath(other, path) == nullptr);
    CHECK(FollowPath(DecisionNode(), path) == nullptr);
  });
}

TEST_CASE("a tree as deep as a page is long is taken down without recursion") {
  DecisionNode root;
  std::vector<MetWidget> met;
  for (int i = 0; i < 200'000; ++i) met.push_back(Met(std::to_string(i), "1"));
  GrowTree(root, {}, met);
  CHECK(root.decision != nullptr);
}

}  // namespace
}  // namespace streplay
