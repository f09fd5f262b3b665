// DeltaGenerator: the script's handle on a container (main, sidebar, or one that a command made) or
// on one element (a locked position). Its methods are the `st.*` commands.
//
// A handle may outlive its run (a cached resource can hold one); it then writes to the run that
// uses it, at the place it remembers.
#ifndef STREPLAY_RUNTIME_DELTA_GENERATOR_H_
#define STREPLAY_RUNTIME_DELTA_GENERATOR_H_

#include <cstdint>
#include <optional>
#include <string>

#include "registry/ids.h"
#include "runtime/cursor.h"
#include "script/object.h"

namespace streplay {

class Server;

// Serial numbers of handles, by which recordings name them. Main and sidebar are the same handles
// in every run.
using GeneratorId = uint64_t;
inline constexpr GeneratorId kNoGenerator = 0;
inline constexpr GeneratorId kMainGenerator = 1;
inline constexpr GeneratorId kSidebarGenerator = 2;

class DeltaGenerator : public script::HostObject {
 public:
  struct Place {
    int32_t root = 0;
    CursorPtr cursor;                     // null: main or sidebar, whose cursor is the run's
    script::Ref<DeltaGenerator> parent;   // null for main; main for sidebar
    std::optional<BlockType> block_type;  // of a container that a command made
    std::optional<std::string> form_id;   // a block has one when it is inside a form ("" when not)
  };

  DeltaGenerator(Server& server, Place place);

  Server& server() const { return server_; }
  GeneratorId id() const { return id_; }
  int32_t root() const { return place_.root; }
  DeltaGenerator* parent() const { return place_.parent.get(); }
  bool is_main() const { return id_ == kMainGenerator; }
  bool is_top_level() const { return place_.cursor == nullptr; }
  const std::optional<BlockType>& block_type() const { return place_.block_type; }

  // Where its next element goes. The cursor of main and sidebar belongs to the current run.
  Cursor& cursor() const;
  const CursorPtr& own_cursor() const { return place_.cursor; }

  // The handle that a command called on this one really writes to: the innermost `with` when this
  // is main, else itself.
  DeltaGenerator& active();

  // The id of the form that a command called on this handle is in; empty when in none. Follows
  // Streamlit: the handle's own, else of the nearest `with` (main) or of its parent.
  std::string form_id();
  const std::optional<std::string>& own_form_id() const { return place_.form_id; }
  void set_form_id(std::string form_id) { place_.form_id = std::move(form_id); }

  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Value Enter(script::Interpreter& interpreter) override;
  script::Value Exit(script::Interpreter& interpreter, script::ExceptionObject* exception) override;
  script::Value Repr(script::Interpreter& interpreter) override;
  void Traverse(script::ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Server& server_;
  GeneratorId id_;
  Place place_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DELTA_GENERATOR_H_
