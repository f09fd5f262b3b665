// What is pending: raising, ending a run, and taking it away.
#include "script/exception_object.h"
#include "script/frame.h"
#include "script/interpreter.h"
#include "script/operations.h"
#include "script/refusal.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

ClassObject& ClassOf(const BuiltinClasses& classes, PlainErrorType type) {
  switch (type) {
    case PlainErrorType::kTypeError:
      return *classes.type_error;
    case PlainErrorType::kOverflowError:
      return *classes.overflow_error;
    case PlainErrorType::kZeroDivisionError:
      return *classes.zero_division_error;
    case PlainErrorType::kIndexError:
      return *classes.index_error;
    case PlainErrorType::kKeyError:
      return *classes.key_error;
    case PlainErrorType::kAttributeError:
      return *classes.attribute_error;
    case PlainErrorType::kValueError:
    case PlainErrorType::kLimit:
      break;
  }
  return *classes.value_error;
}

}  // namespace

Ref<ExceptionObject> Interpreter::MakeException(ClassObject& type, std::vector<Value> args) {
  return heap_.New<ExceptionObject>(type, heap_.MakeTuple(std::move(args)));
}

Value Interpreter::Raise(ClassObject& type, std::string message) {
  return RaiseObject(MakeException(type, {heap_.MakeString(std::move(message))}));
}

Value Interpreter::RaiseWith(ClassObject& type, const Value& argument) {
  std::vector<Value> args;
  if (!argument.empty()) args.push_back(argument);
  return RaiseObject(MakeException(type, std::move(args)));
}

Value Interpreter::RaiseName(ClassObject& type, std::string message, Symbol name) {
  Ref<ExceptionObject> exception = MakeException(type, {heap_.MakeString(std::move(message))});
  exception->attributes()->Set(symbols::kName, heap_.SymbolString(name));
  return RaiseObject(exception);
}

Value Interpreter::RaiseObject(const Value& exception) {
  auto* object = exception.As<ExceptionObject>();
  STREPLAY_CHECK(object != nullptr);
  SetContext(*object);
  if (object->raised_at().program == nullptr) object->set_raised_at(current_range());
  Reraise(exception);
  return {};
}

void Interpreter::Reraise(const Value& exception) {
  pending_ = Completion{};
  pending_.kind = CompletionKind::kException;
  pending_.exception = exception;
}

// The exception being handled becomes the context; a chain that would come back to the exception
// itself is cut there.
void Interpreter::SetContext(ExceptionObject& exception) {
  auto* handled = handled_.As<ExceptionObject>();
  if (handled == nullptr || handled == &exception) return;
  for (ExceptionObject* link = handled; link != nullptr;) {
    auto* next = link->context().As<ExceptionObject>();
    if (next == &exception) link->set_context(Value::None());
    link = next == &exception ? nullptr : next;
  }
  exception.set_context(handled_);
}

Value Interpreter::RaiseTypeError(std::string message) {
  return Raise(*classes().type_error, std::move(message));
}

Value Interpreter::RaiseValueError(std::string message) {
  return Raise(*classes().value_error, std::move(message));
}

Value Interpreter::RaiseAttributeError(std::string message) {
  return Raise(*classes().attribute_error, std::move(message));
}

Value Interpreter::NamePending(Symbol name, const Value& object) {
  if (ExceptionObject* exception = pending_exception()) {
    exception->attributes()->Set(symbols::kName, heap_.SymbolString(name));
    exception->attributes()->Set(heap_.Intern("obj"), object);
  }
  return {};
}

Value Interpreter::RaiseStopIteration() {
  return RaiseWith(*classes().stop_iteration, {});
}

Value Interpreter::Raise(PlainError error) {
  if (error.type == PlainErrorType::kLimit) return EndWithLimit(std::move(error.message));
  return Raise(ClassOf(classes(), error.type), std::move(error.message));
}

Value Interpreter::EndWithLimit(std::string message) {
  pending_ = Completion{};
  pending_.kind = CompletionKind::kLimit;
  pending_.message = std::move(message);
  pending_.range = current_range();
  return {};
}

Value Interpreter::Refuse(std::string_view what) {
  return EndWithLimit(RefusalMessage(what));
}

Value Interpreter::EndNow(int ending, std::string message) {
  EndWithLimit(std::move(message));
  pending_.kind = CompletionKind::kEnded;
  pending_.ending = ending;
  return {};
}

ExceptionObject* Interpreter::pending_exception() const {
  return pending_.exception.As<ExceptionObject>();
}

bool Interpreter::IsPending(const ClassObject& type) const {
  ExceptionObject* exception = pending_exception();
  return exception != nullptr && exception->type().IsSubclassOf(type);
}

Ref<ExceptionObject> Interpreter::TakeException() {
  Ref<ExceptionObject> exception(pending_exception());
  if (exception) pending_ = Completion{};
  return exception;
}

Completion Interpreter::TakeCompletion() {
  Completion completion = std::exchange(pending_, Completion{});
  auto* exception = completion.exception.As<ExceptionObject>();
  if (exception == nullptr) return completion;
  completion.range = exception->raised_at();
  completion.ending = exception->type().ending();
  if (completion.ending != 0) completion.kind = CompletionKind::kEnded;
  return completion;
}

}  // namespace streplay::script
