// The built-in classes of a heap. Immortal as long as the heap is.
#ifndef STREPLAY_SCRIPT_BUILTIN_CLASSES_H_
#define STREPLAY_SCRIPT_BUILTIN_CLASSES_H_

#include "script/exception_names.h"

namespace streplay::script {

class ClassObject;

// X(member, Python's name): the classes that derive from object directly.
#define STREPLAY_BUILTIN_CLASSES(X)                           \
  X(type, "type")                                             \
  X(integer, "int")                                           \
  X(floating, "float")                                        \
  X(none, "NoneType")                                         \
  X(ellipsis, "ellipsis")                                     \
  X(not_implemented, "NotImplementedType")                    \
  X(string, "str")                                            \
  X(bytes, "bytes")                                           \
  X(list, "list")                                             \
  X(tuple, "tuple")                                           \
  X(dict, "dict")                                             \
  X(set, "set")                                               \
  X(frozenset, "frozenset")                                   \
  X(range, "range")                                           \
  X(slice, "slice")                                           \
  X(function, "function")                                     \
  X(native_function, "builtin_function_or_method")            \
  X(method, "method")                                         \
  X(method_descriptor, "method_descriptor")                   \
  X(module, "module")                                         \
  X(cell, "cell")                                             \
  X(property, "property")                                     \
  X(static_method, "staticmethod")                            \
  X(class_method, "classmethod")                              \
  X(super, "super")                                           \
  X(map, "map")                                               \
  X(filter, "filter")                                         \
  X(zip, "zip")                                               \
  X(enumerate, "enumerate")                                   \
  X(reversed, "reversed")                                     \
  X(list_iterator, "list_iterator")                           \
  X(list_reverse_iterator, "list_reverseiterator")            \
  X(tuple_iterator, "tuple_iterator")                         \
  X(bytes_iterator, "bytes_iterator")                         \
  X(ascii_iterator, "str_ascii_iterator")                     \
  X(string_iterator, "str_iterator")                          \
  X(range_iterator, "range_iterator")                         \
  X(set_iterator, "set_iterator")                             \
  X(callable_iterator, "callable_iterator")                   \
  X(sequence_iterator, "iterator")                            \
  X(dict_keys, "dict_keys")                                   \
  X(dict_values, "dict_values")                               \
  X(dict_items, "dict_items")                                 \
  X(dict_key_iterator, "dict_keyiterator")                    \
  X(dict_value_iterator, "dict_valueiterator")                \
  X(dict_item_iterator, "dict_itemiterator")                  \
  X(dict_reverse_key_iterator, "dict_reversekeyiterator")     \
  X(dict_reverse_value_iterator, "dict_reversevalueiterator") \
  X(dict_reverse_item_iterator, "dict_reverseitemiterator")   \
  X(traceback, "traceback")                                   \
  X(union_type, "UnionType")                                  \
  X(generic_alias, "GenericAlias")                            \
  X(base_exception, "BaseException")

struct BuiltinClasses {
  ClassObject* object = nullptr;
  ClassObject* boolean = nullptr;  // derives from integer
#define STREPLAY_MEMBER(member, name) ClassObject* member = nullptr;
  STREPLAY_BUILTIN_CLASSES(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
#define STREPLAY_MEMBER(member, name, base) ClassObject* member = nullptr;
  STREPLAY_BUILTIN_EXCEPTIONS(STREPLAY_MEMBER)
#undef STREPLAY_MEMBER
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_BUILTIN_CLASSES_H_
