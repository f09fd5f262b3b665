// The `datetime` module. Time zones can be named but not used.
#include "script/class_object.h"
#include "script/datetime_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/string_object.h"

namespace streplay::script {
namespace {

// timezone.utc: whoever uses it ends the run (datetime_arguments.h).
class TimezoneObject : public Object {
 public:
  explicit TimezoneObject(ClassObject& type) : Object(type, ObjectKind::kNative) {}

  Value Repr(Interpreter& interpreter) override {
    return interpreter.heap().MakeString("datetime.timezone.utc");
  }
  Value Str(Interpreter& interpreter) override { return interpreter.heap().MakeString("UTC"); }
};

Value RefuseZone(Interpreter& interpreter, ClassObject&, const Arguments&) {
  return interpreter.EndWithLimit("time zones are not supported in scenario scripts");
}

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  DatetimeClasses classes = EnsureDatetimeClasses(heap);
  for (ClassObject* type : {classes.date, classes.datetime, classes.time, classes.timedelta}) {
    module.globals().Set(type->name(), Value(type));
  }
  ClassObject& zone_base = DefineModuleClass(heap, "datetime", "tzinfo");
  ClassObject& zone = DefineModuleClass(heap, "datetime", "timezone", &zone_base);
  zone_base.set_constructor(&RefuseZone);
  zone.set_constructor(&RefuseZone);
  Value utc = heap.New<TimezoneObject>(zone);
  zone.Set(heap.Intern("utc"), utc);
  module.globals().Set(heap.Intern("tzinfo"), Value(&zone_base));
  module.globals().Set(heap.Intern("timezone"), Value(&zone));
  module.globals().Set(heap.Intern("UTC"), utc);
  module.globals().Set(heap.Intern("MINYEAR"), Value::Int(kMinYear));
  module.globals().Set(heap.Intern("MAXYEAR"), Value::Int(kMaxYear));
  return true;
}

}  // namespace

DatetimeClasses EnsureDatetimeClasses(Heap& heap) {
  constexpr std::string_view kModule = "datetime";
  DatetimeClasses classes = {
      FindModuleClass(heap, kModule, "date"), FindModuleClass(heap, kModule, "datetime"),
      FindModuleClass(heap, kModule, "time"), FindModuleClass(heap, kModule, "timedelta")};
  if (classes.date != nullptr) return classes;
  classes.timedelta = &DefineModuleClass(heap, kModule, "timedelta");
  classes.time = &DefineModuleClass(heap, kModule, "time");
  classes.date = &DefineModuleClass(heap, kModule, "date");
  classes.datetime = &DefineModuleClass(heap, kModule, "datetime", classes.date);
  DefineTimeDeltaType(heap, *classes.timedelta);
  DefineTimeType(heap, *classes.time);
  DefineDateType(heap, *classes.date);
  DefineDateTimeType(heap, *classes.datetime);
  return classes;
}

const NativeModule kDatetimeModule = {"datetime", {}, &Initialize};

}  // namespace streplay::script
