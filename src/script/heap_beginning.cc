// New containers stand before old ones in the heap's list, so that what was made since the
// beginning is found without a look at the built-ins; it is dropped as the heap's end drops
// everything. Then the counts tell whether all of it went.
#include "base/check.h"
#include "script/class_object.h"
#include "script/heap.h"
#include "script/loaded_program.h"

namespace streplay::script {

namespace {

// Names of scripts stay in the symbol table; a heap that has met more is not used again.
constexpr size_t kMostForeignSymbols = 20'000;

}  // namespace

void Heap::MarkBeginning() {
  STREPLAY_CHECK(!beginning_.is_marked && last_identity_ == 0);
  symbol_strings_.clear();
  beginning_ = {
      live_bytes_, live_objects_, container_count_, lasting_classes_.size(), symbols_.size(),
      last_nan_,   true};
  ResetAttention();
}

bool Heap::ReturnToBeginning() {
  STREPLAY_CHECK(beginning_.is_marked && !destroying_ && !collecting_);
  DropAllSinceBeginning();
  size_t new_classes = lasting_classes_.size() - beginning_.class_count;
  if (live_objects_ != beginning_.live_objects + new_classes) return false;
  lasting_classes_.resize(beginning_.class_count);
  ForgetIdentities();
  last_nan_ = beginning_.last_nan;
  ResetAttention();
  return live_objects_ == beginning_.live_objects && live_bytes_ == beginning_.live_bytes &&
         symbols_.size() - beginning_.symbol_count <= kMostForeignSymbols;
}

void Heap::DropAllSinceBeginning() {
  loaded_programs_.clear();
  modules_->Clear();
  symbol_strings_.clear();
  std::vector<Ref<ContainerObject>> made;
  for (ContainerObject* c = first_container_; c != nullptr && !c->is_lasting_; c = c->next_) {
    made.emplace_back(c);
  }
  for (const Ref<ContainerObject>& container : made) container->DropReferences();
}

void Heap::GiveIdentity(Object& object) {
  object.identity_ = ++last_identity_;
  if (object.is_lasting_) identified_.push_back(&object);
}

void Heap::ForgetIdentities() {
  for (Object* object : identified_) object->identity_ = 0;
  identified_.clear();
  last_identity_ = 0;
}

}  // namespace streplay::script
