#include "runtime/streamlit_classes.h"

#include "runtime/session_state_methods.h"
#include "runtime/uploaded_file.h"

namespace streplay {
namespace {

constexpr std::string_view kErrors = "streamlit.errors";
constexpr std::string_view kCacheErrors = "streamlit.runtime.caching.cache_errors";
constexpr std::string_view kScriptRunner = "streamlit.runtime.scriptrunner.script_runner";

script::ClassObject& Ended(script::ClassObject& type, Ending ending) {
  type.set_ending(static_cast<int>(ending));
  return type;
}

script::ClassObject& Base(script::ClassObject& type) {
  type.set_can_be_base(true);
  return type;
}

}  // namespace

StreamlitClasses::StreamlitClasses(script::Heap& heap)
    : error(Base(heap.DefineClass("Error", heap.classes().exception, kErrors))),
      api_exception(Base(heap.DefineClass("StreamlitAPIException", &error, kErrors))),
      api_warning(heap.DefineClass("StreamlitAPIWarning", &api_exception, kErrors)),
      duplicate_widget_id(heap.DefineClass("DuplicateWidgetID", &api_exception, kErrors)),
      cached_st_function_warning(
          heap.DefineClass("CachedStFunctionWarning", &api_warning, kCacheErrors)),
      cache_replay_closure_error(
          heap.DefineClass("CacheReplayClosureError", &api_exception, kCacheErrors)),
      unhashable_param_error(
          heap.DefineClass("UnhashableParamError", &api_exception, kCacheErrors)),
      unhashable_type_error(
          heap.DefineClass("UnhashableTypeError", heap.classes().exception, kCacheErrors)),
      unserializable_return_value_error(
          heap.DefineClass("UnserializableReturnValueError", &error, kCacheErrors)),
      media_file_storage_error(heap.DefineClass("MediaFileStorageError", heap.classes().exception,
                                                "streamlit.runtime.media_file_storage")),
      pyplot_global_use_warning(
          heap.DefineClass("PyplotGlobalUseWarning", &api_warning, "streamlit.elements.pyplot")),
      pickling_error(heap.DefineClass("PicklingError", heap.classes().exception, "_pickle")),
      plotly_error(
          heap.DefineClass("PlotlyError", heap.classes().exception, "_plotly_utils.exceptions")),
      script_control(
          heap.DefineClass("ScriptControlException", heap.classes().base_exception, kScriptRunner)),
      stop_exception(
          Ended(heap.DefineClass("StopException", &script_control, kScriptRunner), Ending::kStop)),
      rerun_exception(Ended(heap.DefineClass("RerunException", &script_control, kScriptRunner),
                            Ending::kRerun)),
      delta_generator(heap.DefineClass("DeltaGenerator", nullptr, "streamlit.delta_generator")),
      module_command(heap.DefineClass("function", nullptr)),
      method_command(heap.DefineClass("method", nullptr)),
      cached_function(
          heap.DefineClass("CachedFunc", nullptr, "streamlit.runtime.caching.cache_utils")),
      data_decorator(
          heap.DefineClass("CacheDataAPI", nullptr, "streamlit.runtime.caching.cache_data_api")),
      resource_decorator(heap.DefineClass("CacheResourceAPI", nullptr,
                                          "streamlit.runtime.caching.cache_resource_api")),
      session_state(heap.DefineClass("SessionStateProxy", nullptr,
                                     "streamlit.runtime.state.session_state_proxy")),
      uploaded_file(
          heap.DefineClass("UploadedFile", nullptr, "streamlit.runtime.uploaded_file_manager")),
      context_manager(heap.DefineClass("_GeneratorContextManager", nullptr, "contextlib")),
      opaque(heap.DefineClass("Opaque", nullptr, "stubs")) {
  DefineSessionStateMethods(heap, session_state);
  DefineUploadedFileMembers(heap, uploaded_file);
}

}  // namespace streplay
