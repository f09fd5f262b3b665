// Heap: the world of values of one server process of the model. It owns the built-in classes,
// counts live bytes for the memory limit, keeps a list of all containers and frees unreachable
// cycles among them. Values outlive runs (a singleton's value does); the heap must outlive every
// Value made in it. One thread.
//
// Making a value never fails: a container or string past the limits is still made, and the run ends
// at the interpreter's next step. What multiplies sizes (repeat, join, ljust) must ask
// Interpreter::CheckSize first.
#ifndef STREPLAY_SCRIPT_HEAP_H_
#define STREPLAY_SCRIPT_HEAP_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "script/builtin_classes.h"
#include "script/limits.h"
#include "script/object.h"
#include "script/signature.h"
#include "script/symbol.h"

namespace streplay::script {

class BytesObject;
class DictObject;
class ListObject;
class LoadedProgram;
class ModuleObject;
class Program;
class SetObject;
class StringObject;
class TupleObject;

class Heap {
 public:
  // `symbols` must outlive the heap; programs that run in it use the same table.
  explicit Heap(SymbolTable& symbols, const Limits& limits = {});
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap();

  // The one way to make an object. T's constructor takes the given arguments.
  template <class T, class... Parameters>
  Ref<T> New(Parameters&&... parameters) {
    Ref<T> object(new T(std::forward<Parameters>(parameters)...));
    Register(*object, sizeof(T));
    return object;
  }

  // `text` must be valid UTF-8.
  Ref<StringObject> MakeString(std::string text);
  Ref<BytesObject> MakeBytes(std::string data);
  Ref<TupleObject> MakeTuple(std::vector<Value> items);
  Ref<ListObject> MakeList(std::vector<Value> items = {});
  Ref<DictObject> MakeDict();
  Ref<SetObject> MakeSet();

  // float("nan"): identical to itself alone, as a float object is.
  Value MakeNan();

  // The string with the symbol's text; always the same object.
  const Value& SymbolString(Symbol symbol);

  const BuiltinClasses& classes() const { return classes_; }
  SymbolTable& symbols() { return symbols_; }
  Symbol Intern(std::string_view text) { return symbols_.Intern(text); }
  std::string_view Text(Symbol symbol) const { return symbols_.Text(symbol); }
  const Limits& limits() const { return limits_; }

  // A class of the host's own, kept until the heap ends. `base` null means object. `module` and
  // `qualified_name` are what repr(type) shows.
  ClassObject& DefineClass(std::string_view name, ClassObject* base = nullptr,
                           std::string_view module = "builtins");

  // The built-in functions and classes: where a name is looked up after the globals.
  ModuleObject& builtins() const { return *builtins_; }
  // Modules of the script room that were imported before (sys.modules).
  Namespace& modules() { return *modules_; }

  // The parsed signature of a native function or constructor (signature.h), parsed once.
  const Signature& SignatureOf(std::string_view text);

  // The program with its constants, the same for every run of it in this heap.
  std::shared_ptr<LoadedProgram> Load(const std::shared_ptr<const Program>& program);

  // What the heap holds now is its beginning: built-ins, and the classes of the host. Once.
  void MarkBeginning();
  // Drops all that was made since, and forgets what was counted: what runs next cannot tell the
  // heap from a new one that was brought to the same beginning. Symbols keep their numbers, which
  // nothing shows. False when the heap cannot be used again: something is still held, or was
  // changed.
  [[nodiscard]] bool ReturnToBeginning();

  // Frees what only cycles keep alive; returns how many containers went.
  size_t Collect();

  size_t live_bytes() const { return live_bytes_; }
  size_t live_objects() const { return live_objects_; }
  size_t container_count() const { return container_count_; }

  // Set when it is time to collect or to end the run; the interpreter's next step looks into it.
  bool needs_attention() const { return needs_attention_; }
  // Collects when it is time to. False when a limit is exceeded even so: `message` then names it.
  bool Attend(std::string& message);

 private:
  friend class Collector;
  friend class Object;
  friend void DestroyUnreferenced(Object* object);

  void Register(Object& object, size_t bytes);
  void Unregister(Object& object);
  void Destroy(Object* object);
  void GiveIdentity(Object& object);
  void ResetAttention();
  void DropAllSinceBeginning();
  void ForgetIdentities();
  void ChangeBytes(size_t before, size_t after) {
    live_bytes_ += after - before;
    if (live_bytes_ > attention_at_bytes_) needs_attention_ = true;
  }
  void NoteSize(size_t items) {
    if (items > static_cast<size_t>(limits_.container_items)) oversized_ = needs_attention_ = true;
  }

  SymbolTable& symbols_;
  Limits limits_;
  BuiltinClasses classes_;
  std::vector<Value> symbol_strings_;  // by symbol id; empty when not yet made
  std::vector<Ref<ClassObject>> lasting_classes_;
  Ref<ModuleObject> builtins_;
  std::unique_ptr<Namespace> modules_;
  std::map<const Program*, std::shared_ptr<LoadedProgram>> loaded_programs_;
  std::map<std::string, Signature, std::less<>> signatures_;

  ContainerObject* first_container_ = nullptr;
  size_t container_count_ = 0;
  size_t attention_at_count_ = 0;
  size_t attention_at_bytes_ = 0;
  size_t live_bytes_ = 0;
  size_t live_objects_ = 0;
  bool needs_attention_ = false;
  bool oversized_ = false;  // a value past the item limit was made
  bool collecting_ = false;

  // Objects without references wait here while another one is being destroyed, so that a long chain
  // is destroyed one by one and not by recursion.
  std::vector<Object*> doomed_;
  bool destroying_ = false;
  int64_t last_identity_ = 0;
  uint64_t last_nan_ = 0;

  struct Beginning {
    size_t live_bytes = 0;
    size_t live_objects = 0;
    size_t container_count = 0;
    size_t class_count = 0;
    size_t symbol_count = 0;
    uint64_t last_nan = 0;
    bool is_marked = false;
  };
  Beginning beginning_;
  std::vector<Object*> identified_;  // of the beginning, with an identity
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_HEAP_H_
