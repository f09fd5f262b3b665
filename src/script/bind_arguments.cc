// Binding goes through CPython's stages, because the stage that fails first decides the message:
// positional arguments, keywords, too many positional ones, defaults and missing ones. Built-ins
// check the number of arguments before anything else; their messages depend on the signature's
// shape.
#include <string>
#include <vector>

#include "script/arity_errors.h"
#include "script/dict_object.h"
#include "script/interpreter.h"
#include "script/signature.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

class Binding {
 public:
  Binding(Interpreter& interpreter, const Callable& callable, const Arguments& arguments,
          std::span<Value> bound)
      : interpreter_(interpreter),
        callable_(callable),
        signature_(*callable.signature),
        arguments_(arguments),
        bound_(bound) {}

  bool Run() {
    for (Value& value : bound_) value = Value();
    size_t given = std::min(arguments_.positional.size(), signature_.positional_count());
    for (size_t i = 0; i < given; ++i) bound_[i] = arguments_.positional[i];
    BindVariadic(given);
    for (const KeywordArgument& keyword : arguments_.keywords) {
      if (!BindKeyword(keyword)) return false;
    }
    if (arguments_.positional.size() > given && !signature_.has_var_positional()) {
      return RaiseTooManyPositional(interpreter_, callable_, arguments_, bound_);
    }
    return FillDefaults();
  }

 private:
  size_t VarPositionalSlot() const {
    return signature_.positional_count() + signature_.keyword_only_count();
  }

  void BindVariadic(size_t given) {
    Heap& heap = interpreter_.heap();
    if (signature_.has_var_positional()) {
      auto rest = arguments_.positional.subspan(given);
      bound_[VarPositionalSlot()] = heap.MakeTuple({rest.begin(), rest.end()});
    }
    if (signature_.has_var_keyword()) bound_.back() = heap.MakeDict();
  }

  bool BindKeyword(const KeywordArgument& keyword) {
    const auto& parameters = signature_.parameters();
    for (size_t i = signature_.positional_only_count(); i < VarPositionalSlot(); ++i) {
      if (parameters[i].name != keyword.name) continue;
      if (!bound_[i].empty()) {
        return RaiseMultipleValues(interpreter_, callable_, keyword.name, i);
      }
      bound_[i] = keyword.value;
      return true;
    }
    if (signature_.has_var_keyword()) {
      auto* rest = bound_.back().As<DictObject>();
      rest->SetString(interpreter_.heap().Text(keyword.name), keyword.value);
      return true;
    }
    return RaiseUnexpectedKeyword(interpreter_, callable_, arguments_, keyword.name);
  }

  bool FillDefaults() {
    const auto& parameters = signature_.parameters();
    bool missing = false;
    for (size_t i = 0; i < VarPositionalSlot(); ++i) {
      if (!bound_[i].empty()) continue;
      if (!callable_.defaults.empty()) bound_[i] = callable_.defaults[i];
      missing = missing || (bound_[i].empty() && !parameters[i].has_default);
    }
    return !missing || RaiseMissing(interpreter_, callable_, arguments_, bound_);
  }

  Interpreter& interpreter_;
  const Callable& callable_;
  const Signature& signature_;
  const Arguments& arguments_;
  std::span<Value> bound_;
};

}  // namespace

bool BindArguments(Interpreter& interpreter, const Callable& callable, const Arguments& arguments,
                   std::span<Value> bound) {
  if (callable.messages != ArityMessages::kPython &&
      !CheckNativeCount(interpreter, callable, arguments)) {
    return false;
  }
  return Binding(interpreter, callable, arguments, bound).Run();
}

}  // namespace streplay::script
