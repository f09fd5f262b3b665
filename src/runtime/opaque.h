// Opaque values: what a script gets from a module that is not modelled. Only the text of a value is
// known, the expression that made it; equal texts are equal values. A scenario's `stubs` say more
// about single names (specs/scenario-format.md, Stubs).
#ifndef STREPLAY_RUNTIME_OPAQUE_H_
#define STREPLAY_RUNTIME_OPAQUE_H_

#include <string>
#include <string_view>

#include "script/module_object.h"
#include "script/object.h"

namespace streplay {

class Server;

class OpaqueObject : public script::HostObject {
 public:
  OpaqueObject(Server& server, std::string text, bool is_hashable = true, bool is_picklable = true);

  const std::string& text() const { return text_; }
  // The first part of the text up to a dot: the package that the value comes from.
  std::string_view package() const;
  // Whether it may be an argument of a cached function (it is hashed by its text then).
  bool is_hashable() const { return is_hashable_; }
  bool is_picklable() const { return is_picklable_; }

  bool IsCallable() const override { return true; }
  script::Value Call(script::Interpreter& interpreter,
                     const script::Arguments& arguments) override;
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Value GetItem(script::Interpreter& interpreter, const script::Value& key) override;
  std::optional<bool> Contains(script::Interpreter& interpreter,
                               const script::Value& item) override;
  script::Value Repr(script::Interpreter& interpreter) override;
  script::Value Compare(script::Interpreter& interpreter, script::Comparison comparison,
                        const script::Value& other) override;
  std::optional<int64_t> Hash(script::Interpreter& interpreter) override;

 private:
  Server& server_;
  std::string text_;
  bool is_hashable_;
  bool is_picklable_;
};

// A module of which only the path is known. Any name but a dunder is an attribute: an opaque value,
// or the module below it that was imported too.
class OpaqueModule : public script::ModuleObject {
 public:
  OpaqueModule(Server& server, std::string path);

  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;

 private:
  Server& server_;
};

// The module with that dotted path, the same object in every run of the server; importing it binds
// it in the module above it.
script::Value MakeOpaqueModule(Server& server, std::string path);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_OPAQUE_H_
