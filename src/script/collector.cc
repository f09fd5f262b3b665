#include "script/collector.h"

#include <vector>

#include "script/heap.h"

namespace streplay::script {

namespace {

// outside_references_ of a container known to be reachable.
constexpr int64_t kReachable = -1;

}  // namespace

size_t Collector::Run() {
  struct Subtractor : ReferenceVisitor {
    void VisitObject(Object& object) override {
      if (object.is_container_) --static_cast<ContainerObject&>(object).outside_references_;
    }
  };
  struct Marker : ReferenceVisitor {
    bool has_beginning;
    std::vector<ContainerObject*> waiting;
    void Mark(ContainerObject& container) {
      if (has_beginning && container.is_lasting_) return;
      if (container.outside_references_ == kReachable) return;
      container.outside_references_ = kReachable;
      waiting.push_back(&container);
    }
    void VisitObject(Object& object) override {
      if (object.is_container_) Mark(static_cast<ContainerObject&>(object));
    }
  };

  // Those of the heap's beginning stand last; what they refer to counts as reachable.
  ContainerObject* first = heap_.first_container_;
  ContainerObject* last = first;
  const bool has_beginning = heap_.beginning_.is_marked;
  while (last != nullptr && !(has_beginning && last->is_lasting_)) {
    last->outside_references_ = last->reference_count_;
    last = last->next_;
  }
  Subtractor subtractor;
  for (ContainerObject* c = first; c != last; c = c->next_) c->Traverse(subtractor);

  Marker marker;
  marker.has_beginning = has_beginning;
  for (ContainerObject* c = first; c != last; c = c->next_) {
    if (c->outside_references_ > 0) marker.Mark(*c);
    while (!marker.waiting.empty()) {
      ContainerObject* reached = marker.waiting.back();
      marker.waiting.pop_back();
      reached->Traverse(marker);
    }
  }

  // Held by these references, none of them is destroyed while the others let go.
  std::vector<Ref<ContainerObject>> unreachable;
  for (ContainerObject* c = first; c != last; c = c->next_) {
    if (c->outside_references_ != kReachable) unreachable.emplace_back(c);
  }
  for (const Ref<ContainerObject>& container : unreachable) container->DropReferences();
  return unreachable.size();
}

}  // namespace streplay::script
