// The classes of Streamlit that scripts can meet: its exceptions, and the types of its objects.
#ifndef STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_
#define STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_

#include "script/class_object.h"
#include "script/heap.h"

namespace streplay {

// The numbers that uncaught exceptions of ScriptControlException end a run with.
enum class Ending { kStop = 1, kRerun = 2, kDeadlock = 3 };

struct StreamlitClasses {
  explicit StreamlitClasses(script::Heap& heap);

  // Exceptions, named as in Streamlit.
  script::ClassObject& error;                 // streamlit.errors.Error
  script::ClassObject& api_exception;         // StreamlitAPIException
  script::ClassObject& api_warning;           // StreamlitAPIWarning
  script::ClassObject& duplicate_widget_id;   // DuplicateWidgetID
  script::ClassObject& cached_st_function_warning;
  script::ClassObject& cache_replay_closure_error;
  script::ClassObject& unhashable_param_error;
  script::ClassObject& unhashable_type_error;
  script::ClassObject& unserializable_return_value_error;
  script::ClassObject& stop_exception;    // BaseExceptions with an Ending
  script::ClassObject& rerun_exception;
  script::ClassObject& deadlock;          // ours: cannot be caught, ends the run

  // Types of values.
  script::ClassObject& delta_generator;
  script::ClassObject& command;           // a function of the module or a container's method
  script::ClassObject& cached_function;
  script::ClassObject& cache_decorator;   // what `st.experimental_singleton` is
  script::ClassObject& session_state;
  script::ClassObject& uploaded_file;
  script::ClassObject& module;
  script::ClassObject& opaque;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_
