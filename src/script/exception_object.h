// ExceptionObject: an instance of BaseException or of a class derived from it.
#ifndef STREPLAY_SCRIPT_EXCEPTION_OBJECT_H_
#define STREPLAY_SCRIPT_EXCEPTION_OBJECT_H_

#include <memory>
#include <string>
#include <vector>

#include "script/class_object.h"
#include "script/completion.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

// What a host attaches to an exception of its own; holds no Values.
class ExceptionPayload {
 public:
  virtual ~ExceptionPayload() = default;
};

class ExceptionObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kException;

  // `args` is a TupleObject. Use Interpreter::MakeException.
  ExceptionObject(ClassObject& type, Value args);

  const Value& args() const { return args_; }
  void set_args(Value args) { args_ = std::move(args); }

  // Each an ExceptionObject or None.
  const Value& cause() const { return cause_; }
  const Value& context() const { return context_; }
  bool suppress_context() const { return suppress_context_; }
  void set_cause(Value cause);  // also suppresses the context, as `raise … from`
  void set_context(Value context) { context_ = std::move(context); }
  void set_suppress_context(bool suppress) { suppress_context_ = suppress; }

  // Where it was first raised (the statement); empty program when the host raised it outside a
  // script.
  const ScriptRange& raised_at() const { return raised_at_; }
  void set_raised_at(ScriptRange range) { raised_at_ = std::move(range); }

  const std::shared_ptr<const ExceptionPayload>& payload() const { return payload_; }
  void set_payload(std::shared_ptr<const ExceptionPayload> payload) {
    payload_ = std::move(payload);
  }

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  Namespace* attributes() override { return &attributes_; }
  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  bool IsCallable() const override;
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Ref<ClassObject> type_reference_;
  Value args_;
  Value cause_ = Value::None();
  Value context_ = Value::None();
  bool suppress_context_ = false;
  ScriptRange raised_at_;
  std::shared_ptr<const ExceptionPayload> payload_;
  Namespace attributes_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_EXCEPTION_OBJECT_H_
