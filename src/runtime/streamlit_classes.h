// The classes of Streamlit that scripts can meet: its exceptions, and the types of its objects.
#ifndef STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_
#define STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_

#include "script/class_object.h"
#include "script/heap.h"

namespace streplay {

// What ends a run other than an exception: uncaught StopException and RerunException, and a
// deadlock, which nothing in the script can catch.
enum class Ending { kStop = 1, kRerun = 2, kDeadlock = 3 };

// Named and derived as in Streamlit; they live as long as the heap.
struct StreamlitClasses {
  explicit StreamlitClasses(script::Heap& heap);

  // Exceptions.
  script::ClassObject& error;
  script::ClassObject& api_exception;
  script::ClassObject& api_warning;
  script::ClassObject& duplicate_widget_id;
  script::ClassObject& cached_st_function_warning;
  script::ClassObject& cache_replay_closure_error;
  script::ClassObject& unhashable_param_error;
  script::ClassObject& unhashable_type_error;
  script::ClassObject& unserializable_return_value_error;
  script::ClassObject& media_file_storage_error;
  script::ClassObject& pyplot_global_use_warning;
  script::ClassObject& pickling_error;  // Python's, of the pickle module
  script::ClassObject& plotly_error;    // Plotly's
  script::ClassObject& script_control;  // a BaseException, like the two below
  script::ClassObject& stop_exception;
  script::ClassObject& rerun_exception;

  // Types of values.
  script::ClassObject& delta_generator;
  script::ClassObject& module_command;  // st.text
  script::ClassObject& method_command;  // container.text
  script::ClassObject& cached_function;
  script::ClassObject& data_decorator;  // st.experimental_memo
  script::ClassObject& resource_decorator;
  script::ClassObject& session_state;
  script::ClassObject& uploaded_file;
  script::ClassObject& context_manager;  // what st.spinner and st.echo return
  script::ClassObject& opaque;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STREAMLIT_CLASSES_H_
