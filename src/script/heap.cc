// Objects are counted when made and destroyed. Destruction never recurses: while one object is
// being destroyed, others that lose their last reference wait in doomed_. The heap's end empties
// all containers, which destroys whatever only they held.
#include "script/heap.h"

#include <algorithm>
#include <bit>

#include "base/check.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/collector.h"
#include "script/dict_object.h"
#include "script/install_builtins.h"
#include "script/list_object.h"
#include "script/loaded_program.h"
#include "script/module_object.h"
#include "script/set_object.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// A run leaves some containers behind that only cycles keep: its module with the functions. They
// are collected while they still are in the processor's cache, for the next runs to be put there.
constexpr size_t kFirstCollectionCount = 1000;
constexpr size_t kLeastStepsToLimit = 8;  // of the memory limit

}  // namespace

Heap::Heap(SymbolTable& symbols, const Limits& limits)
    : symbols_(symbols), limits_(limits), modules_(std::make_unique<Namespace>()) {
  ResetAttention();
  MakeBuiltinClasses(*this, classes_, lasting_classes_);
  builtins_ = New<ModuleObject>(*this, "builtins");
  InstallBuiltins(*this);
}

Heap::~Heap() {
  loaded_programs_.clear();
  modules_->Clear();
  symbol_strings_.clear();
  for (const Ref<ClassObject>& type : lasting_classes_) type->DropReferences();
  builtins_->DropReferences();
  // Whatever is left is kept alive by cycles, or by a Value outlived by its heap (our own bug).
  std::vector<Ref<ContainerObject>> left;
  for (ContainerObject* c = first_container_; c != nullptr; c = c->next_) left.emplace_back(c);
  for (const Ref<ContainerObject>& container : left) container->DropReferences();
  left.clear();
  builtins_ = {};
  lasting_classes_.clear();
}

void Heap::Register(Object& object, size_t bytes) {
  object.is_lasting_ = !beginning_.is_marked;
  object.own_bytes_ = static_cast<uint32_t>(bytes);
  ++live_objects_;
  ChangeBytes(0, bytes);
  if (!object.is_container_) return;
  auto& container = static_cast<ContainerObject&>(object);
  container.next_ = first_container_;
  if (first_container_ != nullptr) first_container_->previous_ = &container;
  first_container_ = &container;
  if (++container_count_ > attention_at_count_) needs_attention_ = true;
}

void Heap::Unregister(Object& object) {
  --live_objects_;
  ChangeBytes(object.own_bytes_ + object.extra_bytes_, 0);
  if (!object.is_container_) return;
  auto& container = static_cast<ContainerObject&>(object);
  --container_count_;
  if (container.previous_ != nullptr) container.previous_->next_ = container.next_;
  if (container.next_ != nullptr) container.next_->previous_ = container.previous_;
  if (first_container_ == &container) first_container_ = container.next_;
}

void Heap::Destroy(Object* object) {
  if (destroying_) {
    doomed_.push_back(object);
    return;
  }
  destroying_ = true;
  Unregister(*object);
  delete object;
  while (!doomed_.empty()) {
    Object* next = doomed_.back();
    doomed_.pop_back();
    Unregister(*next);
    delete next;
  }
  destroying_ = false;
}

void DestroyUnreferenced(Object* object) {
  object->heap().Destroy(object);
}

bool Heap::Attend(std::string& message) {
  needs_attention_ = false;
  if (oversized_) {
    oversized_ = false;
    message = "a container or string has more than " + std::to_string(limits_.container_items) +
              " items (limit on container size)";
    return false;
  }
  if (container_count_ > attention_at_count_ || live_bytes_ > attention_at_bytes_) Collect();
  if (live_bytes_ <= limits_.memory_bytes) return true;
  message = "the script's values take more than " + std::to_string(limits_.memory_bytes >> 20) +
            " MiB (limit on memory)";
  return false;
}

size_t Heap::Collect() {
  if (collecting_) return 0;
  collecting_ = true;
  size_t freed = Collector(*this).Run();
  collecting_ = false;
  const size_t young = container_count_ - beginning_.container_count;
  attention_at_count_ = beginning_.container_count + std::max(kFirstCollectionCount, young * 2);
  // Half-way between what is alive and the limit, but not ever denser as the limit comes near: a
  // script that keeps all it makes would spend its time there.
  size_t room = limits_.memory_bytes > live_bytes_ ? limits_.memory_bytes - live_bytes_ : 0;
  size_t next_step = std::max(room / 2, limits_.memory_bytes / kLeastStepsToLimit);
  attention_at_bytes_ = std::min(limits_.memory_bytes, live_bytes_ + next_step);
  return freed;
}

void Heap::ResetAttention() {
  attention_at_count_ = beginning_.container_count + kFirstCollectionCount;
  attention_at_bytes_ = limits_.memory_bytes / 2;
  needs_attention_ = oversized_ = false;
}

Ref<StringObject> Heap::MakeString(std::string text) {
  return New<StringObject>(*this, std::move(text));
}

Ref<BytesObject> Heap::MakeBytes(std::string data) {
  return New<BytesObject>(*this, std::move(data));
}

Ref<TupleObject> Heap::MakeTuple(std::vector<Value> items) {
  return New<TupleObject>(*classes_.tuple, std::move(items));
}

Ref<ListObject> Heap::MakeList(std::vector<Value> items) {
  return New<ListObject>(*this, std::move(items));
}

Ref<DictObject> Heap::MakeDict() {
  return New<DictObject>(*classes_.dict);
}

Ref<SetObject> Heap::MakeSet() {
  return New<SetObject>(*classes_.set);
}

Value Heap::MakeNan() {
  constexpr uint64_t kQuietNan = 0x7ff8'0000'0000'0000;
  return Value::Float(std::bit_cast<double>(kQuietNan | ++last_nan_));
}

const Value& Heap::SymbolString(Symbol symbol) {
  if (symbol.id() >= symbol_strings_.size()) symbol_strings_.resize(symbols_.size());
  Value& string = symbol_strings_[symbol.id()];
  if (string.empty()) string = MakeString(std::string(symbols_.Text(symbol)));
  return string;
}

ClassObject& Heap::DefineClass(std::string_view name, ClassObject* base, std::string_view module) {
  Ref<ClassObject> parent(base != nullptr ? base : classes_.object);
  Ref<ClassObject> type = New<ClassObject>(*this, classes_.type, Intern(name), parent);
  if (parent.get() == classes_.object) {
    // Scripts cannot make or extend what the host defines, unless it says so.
    type->set_constructor(nullptr);
    type->set_can_be_base(false);
  }
  type->set_module(std::string(module));
  lasting_classes_.push_back(type);
  return *type;
}

const Signature& Heap::SignatureOf(std::string_view text) {
  auto found = signatures_.find(text);
  if (found == signatures_.end()) {
    found = signatures_.emplace(text, Signature::Parse(symbols_, text)).first;
  }
  return found->second;
}

std::shared_ptr<LoadedProgram> Heap::Load(const std::shared_ptr<const Program>& program) {
  std::shared_ptr<LoadedProgram>& loaded = loaded_programs_[program.get()];
  if (loaded == nullptr) loaded = std::make_shared<LoadedProgram>(program);
  return loaded;
}

}  // namespace streplay::script
