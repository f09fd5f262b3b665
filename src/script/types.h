// The methods of the built-in types, each in a file of its own (list_methods.cc …). A function
// fills the class's table of methods and sets its constructor; the heap calls all of them once.
#ifndef STREPLAY_SCRIPT_TYPES_H_
#define STREPLAY_SCRIPT_TYPES_H_

namespace streplay::script {

class Heap;

void DefineStringType(Heap& heap);
void DefineListType(Heap& heap);
void DefineTupleType(Heap& heap);
void DefineDictType(Heap& heap);
void DefineSetType(Heap& heap);      // set and frozenset
void DefineNumberTypes(Heap& heap);  // methods of int and float
void DefineBytesType(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TYPES_H_
