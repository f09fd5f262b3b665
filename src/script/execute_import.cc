// import and from … import: modules of the script room first, then the host's.
#include "script/assign.h"
#include "script/execute.h"
#include "script/import_module.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

Value ImportName(Interpreter& interpreter, const Value& module, std::string_view path,
                 Symbol name) {
  Value value = FindAttribute(interpreter, module, name);
  if (!value.empty() || interpreter.failed()) return value;
  return interpreter.Raise(*interpreter.classes().import_error,
                           "cannot import name '" + std::string(interpreter.heap().Text(name)) +
                               "' from '" + std::string(path) + "' (unknown location)");
}

}  // namespace

Flow ExecuteImport(Interpreter& interpreter, Frame& frame, const Import& node) {
  Heap& heap = interpreter.heap();
  for (const ImportItem& item : node.items) {
    Value module = ImportModule(interpreter, heap.Text(item.path), {});
    if (module.empty()) return Flow::kFailed;
    if (!item.has_as && item.top != item.path) {
      module = ImportModule(interpreter, heap.Text(item.top), {});
      if (module.empty()) return Flow::kFailed;
    }
    if (!AssignName(interpreter, frame, *item.target, std::move(module))) return Flow::kFailed;
  }
  return Flow::kNormal;
}

Flow ExecuteImportFrom(Interpreter& interpreter, Frame& frame, const ImportFrom& node) {
  std::string_view path = interpreter.heap().Text(node.path);
  Value module = ImportModule(interpreter, path, node.names);
  if (module.empty()) return Flow::kFailed;
  for (size_t i = 0; i < node.names.size(); ++i) {
    Value value = ImportName(interpreter, module, path, node.names[i]);
    if (value.empty()) return Flow::kFailed;
    if (!AssignName(interpreter, frame, *node.targets[i], std::move(value))) {
      return Flow::kFailed;
    }
  }
  return Flow::kNormal;
}

}  // namespace streplay::script
