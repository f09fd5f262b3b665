#include "script/install_builtins.h"

#include "script/exception_class.h"
#include "script/heap.h"
#include "script/instance_methods.h"
#include "script/module_object.h"
#include "script/range_object.h"
#include "script/types.h"

namespace streplay::script {

namespace {

void BindName(Heap& heap, std::string_view name, Value value) {
  heap.builtins().globals().Set(heap.Intern(name), std::move(value));
}

void BindClasses(Heap& heap) {
  const BuiltinClasses& classes = heap.classes();
  for (ClassObject* type :
       {classes.object,   classes.type,          classes.boolean,      classes.integer,
        classes.floating, classes.string,        classes.list,         classes.tuple,
        classes.dict,     classes.set,           classes.frozenset,    classes.range,
        classes.property, classes.static_method, classes.class_method, classes.super,
        classes.map,      classes.filter,        classes.zip,          classes.enumerate,
        classes.reversed, classes.base_exception}) {
    BindName(heap, heap.Text(type->name()), Value(type));
  }
#define STREPLAY_MEMBER(member, name, base) BindName(heap, name, Value(classes.member));
  STREPLAY_BUILTIN_EXCEPTIONS(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
  BindName(heap, "IOError", Value(classes.os_error));
  BindName(heap, "EnvironmentError", Value(classes.os_error));
  BindName(heap, "NotImplemented", Value::NotImplemented());
}

}  // namespace

void MakeBuiltinClasses(Heap& heap, BuiltinClasses& classes,
                        std::vector<Ref<ClassObject>>& owners) {
  auto make = [&](std::string_view name, ClassObject* base) {
    Ref<ClassObject> type =
        heap.New<ClassObject>(heap, classes.type, heap.Intern(name), Ref<ClassObject>(base));
    owners.push_back(type);
    return type.get();
  };
  classes.object = make("object", nullptr);
#define STREPLAY_MEMBER(member, name) classes.member = make(name, classes.object);
  STREPLAY_BUILTIN_CLASSES(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
  classes.boolean = make("bool", classes.integer);
#define STREPLAY_MEMBER(member, name, base) classes.member = make(name, classes.base);
  STREPLAY_BUILTIN_EXCEPTIONS(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
  classes.object->set_metaclass(*classes.type);
  classes.type->set_metaclass(*classes.type);
  classes.generic_alias->set_module("types");
  classes.union_type->set_module("types");
}

void InstallBuiltins(Heap& heap) {
  DefineObjectMethods(heap);
  DefineExceptionMethods(heap);
  DefineCallMethods(heap);
  DefinePropertyMethods(heap);
  DefineRangeType(heap);
  DefineLazyIterators(heap);
  DefineStringType(heap);
  DefineListType(heap);
  DefineTupleType(heap);
  DefineDictType(heap);
  DefineSetType(heap);
  DefineNumberTypes(heap);
  DefineBytesType(heap);
  BindClasses(heap);
  InstallObjectBuiltins(heap);
  InstallIterationBuiltins(heap);
  InstallNumberBuiltins(heap);
  InstallTextBuiltins(heap);
}

}  // namespace streplay::script
