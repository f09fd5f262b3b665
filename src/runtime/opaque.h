// Opaque values: what a script gets from a module that is not modelled. Only the text of a value is
// known, the expression that made it; equal texts are equal values. A scenario's `stubs` say more
// about single names (specs/scenario-format.md, Stubs).
#ifndef STREPLAY_RUNTIME_OPAQUE_H_
#define STREPLAY_RUNTIME_OPAQUE_H_

#include <string>
#include <string_view>

#include "scenario/scenario.h"
#include "script/module_object.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay {

class Server;

// What opaque values share. Both outlive every server, as values may.
struct OpaqueWorld {
  explicit OpaqueWorld(Server& server);
  OpaqueWorld(script::ClassObject& opaque_type, const Scenario& its_scenario)
      : type(opaque_type), scenario(its_scenario) {}

  script::ClassObject& type;
  const Scenario& scenario;
};

class OpaqueObject : public script::HostObject {
 public:
  OpaqueObject(const OpaqueWorld& world, std::string text, bool is_hashable = true,
               bool is_picklable = true);

  const std::string& text() const { return text_; }
  // The text up to its first dot: the package that the value comes from.
  std::string_view package() const;
  // Whether it may be an argument of a cached function, which hashes it by its text.
  bool is_hashable() const { return is_hashable_; }
  bool is_picklable() const { return is_picklable_; }

  bool IsCallable() const override { return true; }
  script::Value Call(script::Interpreter& interpreter, const script::Arguments& arguments) override;
  // Any name that does not start with an underscore is an attribute.
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Namespace* attributes() override { return &attributes_; }
  script::Value GetItem(script::Interpreter& interpreter, const script::Value& key) override;
  std::optional<bool> Contains(script::Interpreter& interpreter,
                               const script::Value& item) override;
  script::Value Repr(script::Interpreter& interpreter) override;
  script::Value Compare(script::Interpreter& interpreter, script::Comparison comparison,
                        const script::Value& other) override;
  std::optional<int64_t> Hash(script::Interpreter& interpreter) override;
  void Traverse(script::ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  OpaqueWorld world_;
  std::string text_;
  bool is_hashable_;
  bool is_picklable_;
  script::Namespace attributes_;  // set by the script
};

// A module of which only the path is known. Any name but a dunder is an attribute: an opaque value,
// or a module below it that was imported.
class OpaqueModule : public script::ModuleObject {
 public:
  OpaqueModule(script::Heap& heap, const OpaqueWorld& world, std::string path);

  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;

 private:
  OpaqueWorld world_;
};

// The module with that dotted path, the same object whenever it is imported; importing it binds it
// in the module above it.
script::Value MakeOpaqueModule(Server& server, std::string path);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_OPAQUE_H_
