// A call: the spinner's placeholder, then either a replay of the entry or an execution that is
// recorded and stored. The key is looked up before the call, so a call with missing arguments may
// hit.
#include "runtime/cached_function.h"

#include <utility>

#include "runtime/argument_key.h"
#include "runtime/call_witness.h"
#include "runtime/replay.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/spinner.h"
#include "runtime/streamlit_errors.h"
#include "script/ast_function.h"
#include "script/function_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/program.h"
#include "script/tuple_object.h"

namespace streplay {

using script::Arguments;
using script::Interpreter;
using script::Value;

namespace {

// The callbacks of the recorded widgets, pickled as one value each; null where there is none, and
// none at all when there is no callback: most recordings can be replayed as they are.
bool PickleCallbacks(ScriptRun& run, const KeptRecording& recording,
                     std::vector<PickledPtr>& callbacks) {
  bool any = false;
  for (const auto& message : recording) {
    PickledPtr pickled;
    const RecordedWidget* widget = message.place->widget.get();
    if (widget != nullptr && !widget->metadata->callback.empty()) {
      const WidgetMetadata& metadata = *widget->metadata;
      auto or_none = [](const Value& value) { return value.empty() ? Value::None() : value; };
      pickled = Pickle(run, run.heap().MakeTuple({metadata.callback, or_none(metadata.args),
                                                  or_none(metadata.kwargs)}));
      if (!pickled) return false;
    }
    any |= pickled != nullptr;
    callbacks.push_back(std::move(pickled));
  }
  if (!any) callbacks.clear();
  return true;
}

// The recording with its callbacks copied out. False when an exception is pending.
bool UnpickleCallbacks(ScriptRun& run, const CachedResult& result, KeptRecording& recording) {
  recording = result.recording;
  for (size_t i = 0; i < recording.size(); ++i) {
    if (result.callbacks[i] == nullptr) continue;
    Value callback = Unpickle(run, *result.callbacks[i]);
    if (callback.empty()) return false;
    const std::vector<Value>& parts = callback.As<script::TupleObject>()->items();
    RecordedPlace place = *recording[i].place;
    auto metadata = std::make_shared<WidgetMetadata>(*place.widget->metadata);
    metadata->callback = parts[0];
    metadata->args = parts[1].is_none() ? Value() : parts[1];
    metadata->kwargs = parts[2].is_none() ? Value() : parts[2];
    place.widget =
        std::make_shared<RecordedWidget>(RecordedWidget{std::move(metadata), place.widget->plain});
    recording[i].place = std::make_shared<const RecordedPlace>(std::move(place));
  }
  return true;
}

// What pickle or the table refused at the store, in Streamlit's terms.
void ReportStoreFailure(ScriptRun& run, const std::string& function) {
  Interpreter& interpreter = run.interpreter();
  bool is_unserializable = interpreter.IsPending(run.server().classes().pickling_error) ||
                           interpreter.IsPending(*interpreter.classes().type_error) ||
                           interpreter.IsPending(*interpreter.classes().runtime_error);
  if (!is_unserializable) return;
  interpreter.TakeException();
  RaiseUnserializableReturnValue(run, function);
}

// The result to store for a value. Null when a completion is pending.
std::shared_ptr<CachedResult> MakeResult(ScriptRun& run, const CachedFunctionInfo& info,
                                         const Value& value, KeptRecording recording) {
  auto result = std::make_shared<CachedResult>();
  result->recording = std::move(recording);
  if (info.family == CacheFamily::kResource) {
    result->resource = value;
    return result;
  }
  result->data = Pickle(run, value);
  bool may_keep_callbacks = run.profile().recorded_callback == RecordedCallback::kKept;
  if (result->data && may_keep_callbacks && !info.options.is_persistent) return result;
  if (result->data && PickleCallbacks(run, result->recording, result->callbacks)) return result;
  if (result->data && may_keep_callbacks && run.interpreter().TakeException()) {
    result->callbacks.clear();
    result->is_for_memory = true;
    return result;
  }
  ReportStoreFailure(run, info.identity->name);
  return nullptr;
}

// Whether the function takes the arguments; if not, its TypeError is pending. Asked before the
// call, so that a refused call does not count as an execution.
bool Takes(ScriptRun& run, const Value& function, const Arguments& arguments) {
  auto* script_function = function.As<script::FunctionObject>();
  if (script_function == nullptr) return true;
  const script::Signature& signature = script_function->signature();
  std::vector<Value> bound(signature.size());
  script::Callable callable{script_function->qualified_name(),
                            &signature,
                            script_function->defaults(),
                            script::ArityMessages::kPython,
                            {}};
  return script::BindArguments(run.interpreter(), callable, arguments, bound);
}

// Which function a call is of.
void Introduce(const CachedFunctionInfo& info, CallEvidence& evidence) {
  evidence.name = info.identity->name;
  evidence.function = info.identity->qualified_name;
  evidence.family = info.family;
  auto* function = info.function.As<script::FunctionObject>();
  if (function == nullptr) return;
  if (const std::string* module = script::TextOf(function->module_name())) {
    evidence.function = *module + "." + info.identity->qualified_name;
  }
  const size_t begin = function->code().begin;
  evidence.defined_at = function->program()->text().RangeAt(begin, begin);
}

// Why a call has no value.
void TellFailure(ScriptRun& run, CallEvidence& evidence) {
  const script::ExceptionObject* exception = run.interpreter().pending_exception();
  if (exception != nullptr) evidence.failure = std::string(exception->TypeName());
  evidence.is_broken_off = exception == nullptr;
}

// `f.clear`, bound to f.
class ClearMethod : public script::HostObject {
 public:
  ClearMethod(Server& server, script::Ref<CachedFunction> function)
      : HostObject(server.classes().method_command), server_(server), function_(function) {}

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override {
    if (arguments.count() > 0) return RaiseArity(interpreter, arguments);
    ScriptRun& run = server_.current_run();
    const CachedFunctionInfo& info = function_->info();
    FunctionCachePtr cache =
        server_.caching().GetCache(run, info.family, *info.identity, info.options);
    if (!cache) return {};
    if (cache->is_validating()) {
      EndWithDeadlock(run, info.identity->name);
      return {};
    }
    server_.caching().Clear(info.identity->key, *cache);
    run.AddCacheRecord(CacheEvent::kClear, info.identity->name);
    return Value::None();
  }
  void Traverse(script::ReferenceVisitor& visitor) const override { visitor.Visit(function_); }
  void DropReferences() override { function_ = {}; }

 private:
  static Value RaiseArity(Interpreter& interpreter, const Arguments& arguments) {
    if (!arguments.keywords.empty()) {
      return interpreter.RaiseTypeError(
          "CachedFunc.clear() got an unexpected keyword argument '" +
          std::string(interpreter.heap().Text(arguments.keywords.front().name)) + "'");
    }
    return interpreter.RaiseTypeError("CachedFunc.clear() takes 1 positional argument but " +
                                      std::to_string(arguments.positional.size() + 1) +
                                      " were given");
  }

  Server& server_;
  script::Ref<CachedFunction> function_;
};

}  // namespace

CachedFunction::CachedFunction(Server& server, CachedFunctionInfo info)
    : HostObject(server.classes().cached_function), server_(server), info_(std::move(info)) {
}

Value CachedFunction::Call(Interpreter&, const Arguments& arguments) {
  script::Ref<CachedFunction> kept(this);  // the body may drop the script's last reference
  ScriptRun& run = server_.current_run();
  std::optional<std::string> text = SpinnerText(run, arguments);
  if (!text) return run.interpreter().failed() ? Value() : GetOrCreate(run, arguments);
  Spinner spinner;
  if (!spinner.Start(run, *text)) return {};
  Value value = GetOrCreate(run, arguments);
  return spinner.Finish() ? value : Value();
}

std::optional<std::string> CachedFunction::SpinnerText(ScriptRun& run,
                                                       const Arguments& arguments) const {
  if (const std::string* text = script::TextOf(info_.show_spinner)) return *text;
  std::optional<bool> shows = script::IsTrue(run.interpreter(), info_.show_spinner);
  if (!shows || !*shows) return std::nullopt;
  return "Running `" + info_.identity->qualified_name +
         (arguments.count() == 0 ? "()`." : "(...)`.");
}

// Under `documented` a function that allows widgets is another one inside a form (its widgets have
// other ids there) and below a function that forbids them (they are ignored there, and the warning
// in their place names that function).
std::optional<std::string> CachedFunction::EntryKey(ScriptRun& run, const Arguments& arguments,
                                                    CallEvidence* evidence) {
  std::optional<std::string> key =
      ArgumentKey(run, info_.function, info_.identity->name, arguments,
                  evidence != nullptr ? &evidence->arguments : nullptr);
  if (!key || run.profile().entry_lookup != EntryLookup::kDecisionTree) return key;
  if (!info_.options.allows_widgets) return key;
  const auto forbidding = run.server().caching().recorder().FunctionsForbiddingWidgets();
  std::string ignored;
  for (const RunningFunction* function : forbidding) ignored += "\nforbidden by " + function->name;
  if (evidence != nullptr) {
    evidence->form_id = server_.main().form_id();
    evidence->is_below_forbidding = !forbidding.empty();
  }
  return *key + "\nform " + server_.main().form_id() + ignored;
}

Value CachedFunction::GetOrCreate(ScriptRun& run, const Arguments& arguments) {
  CallWitness* witness = run.witness();
  if (witness == nullptr) return Answer(run, arguments, nullptr);
  CallEvidence& evidence = witness->Open();
  Introduce(info_, evidence);
  evidence.first_record = run.record_count();
  Value value = Answer(run, arguments, &evidence);
  evidence.end_record = run.record_count();
  if (value.empty()) TellFailure(run, evidence);
  witness->Close();
  return value;
}

Value CachedFunction::Answer(ScriptRun& run, const Arguments& arguments, CallEvidence* evidence) {
  CachingRuntime& caching = server_.caching();
  FunctionCachePtr cache = caching.GetCache(run, info_.family, *info_.identity, info_.options);
  if (!cache) return {};
  std::optional<std::string> key = EntryKey(run, arguments, evidence);
  if (!key) return {};
  if (evidence != nullptr) run.witness()->NameArguments(*key, evidence->arguments);
  std::optional<EntryIndex::Found> found =
      cache->Read(run, *key, info_.options.validate, info_.identity->name, evidence);
  if (!found) return {};
  if (evidence != nullptr) {
    evidence->answer = found->result ? CallAnswer::kHit : CallAnswer::kMiss;
    evidence->reason = found->reason;
  }
  if (found->result) return Hit(run, *found->result);
  run.AddCacheRecord(CacheEvent::kMiss, info_.identity->name, found->reason);
  if (evidence != nullptr) ExplainMiss(run, *cache, *key, *evidence);
  if (!cache->Lock(*key)) {
    if (evidence != nullptr) evidence->answer = CallAnswer::kDeadlock;
    EndWithDeadlock(run, info_.identity->name);
    return {};
  }
  Value value = Execute(run, *cache, *key, arguments, evidence);
  cache->Unlock(*key);
  return value;
}

Value CachedFunction::Hit(ScriptRun& run, const CachedResult& result) {
  FetchAhead(result.recording);
  run.AddCacheRecord(CacheEvent::kHit, info_.identity->name);
  if (info_.family == CacheFamily::kResource) {
    return Replay(run, result.recording, info_.identity->name) ? result.resource : Value();
  }
  Value value = Unpickle(run, *result.data);
  if (value.empty()) return {};
  if (result.callbacks.empty()) {
    return Replay(run, result.recording, info_.identity->name) ? value : Value();
  }
  KeptRecording recording;
  if (!UnpickleCallbacks(run, result, recording)) return {};
  return Replay(run, recording, info_.identity->name) ? value : Value();
}

Value CachedFunction::Execute(ScriptRun& run, FunctionCache& cache, const std::string& argument_key,
                              const Arguments& arguments, CallEvidence* evidence) {
  if (!Takes(run, info_.function, arguments)) return {};
  Recorder& recorder = server_.caching().recorder();
  RunningFunction running;
  running.name = info_.identity->name;
  running.family = info_.family;
  running.allows_widgets = info_.options.allows_widgets;
  running.with_depth = run.with_stack().size();
  recorder.Enter(std::move(running));
  ++run.outcome().executed[info_.identity->name];
  if (evidence != nullptr) evidence->is_executed = true;
  Value value = run.interpreter().Call(info_.function, arguments);
  RunningFunction finished = recorder.Leave();
  if (value.empty()) return {};
  auto result = MakeResult(run, info_, value, cache.Keep(std::move(finished.recording)));
  if (!result) return {};
  bool is_stored =
      cache.Write(run, argument_key, std::move(result), finished.widgets_met, info_.identity->name);
  if (evidence != nullptr) evidence->is_stored = is_stored;
  return is_stored ? value : Value();
}

void CachedFunction::ExplainMiss(ScriptRun& run, const FunctionCache& cache,
                                 const std::string& argument_key, CallEvidence& evidence) const {
  CallWitness& witness = *run.witness();
  if (evidence.reason == MissReason::kInvalid) {
    witness.OnLost(info_.identity->key, {evidence.lookup.entry_key}, EntryLoss::Cause::kRefused);
  }
  if (evidence.reason != MissReason::kNoEntry) return;
  evidence.loss = witness.FindLoss(info_.identity->key, argument_key, evidence.lookup.entry_key);
  for (const std::string& key : cache.LiveArguments(run)) {
    if (key != argument_key) evidence.other_arguments.push_back(witness.ArgumentsNamed(key));
  }
}

bool CachedFunction::BindsToInstances() const {
  return server_.profile().cached_method == CachedMethod::kBind;
}

Value CachedFunction::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  if (const Value* own = attributes_.Find(name)) return *own;
  std::string_view attribute = interpreter.heap().Text(name);
  if (attribute == "clear") {
    return interpreter.heap().New<ClearMethod>(server_, script::Ref<CachedFunction>(this));
  }
  if (attribute == "__wrapped__") return info_.function;
  bool is_copied = attribute == "__name__" || attribute == "__qualname__" ||
                   attribute == "__module__" || attribute == "__doc__" ||
                   attribute == "__annotations__";
  if (is_copied) return script::GetAttribute(interpreter, info_.function, name);
  return Object::GetAttribute(interpreter, name);
}

bool CachedFunction::SetAttribute(Interpreter&, script::Symbol name, const Value& value) {
  attributes_.Set(name, value);
  return true;
}

Value CachedFunction::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString(
      "<streamlit.runtime.caching.cache_utils.CachedFunc object at " + std::to_string(Identity()) +
      ">");
}

void CachedFunction::Traverse(script::ReferenceVisitor& visitor) const {
  visitor.Visit(info_.function);
  visitor.Visit(info_.show_spinner);
  visitor.Visit(info_.options.ttl);
  visitor.Visit(info_.options.max_entries);
  visitor.Visit(info_.options.validate);
  attributes_.Traverse(visitor);
}

void CachedFunction::DropReferences() {
  info_.function = Value();
  info_.show_spinner = Value();
  info_.options = CacheOptions();
  attributes_.Clear();
}

}  // namespace streplay
