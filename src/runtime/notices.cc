#include "runtime/notices.h"

#include <string>

#include "runtime/element_builder.h"
#include "runtime/enqueue.h"
#include "runtime/server.h"

namespace streplay {

bool ShowNotice(ScriptRun& run, std::string_view notice) {
  ElementBuilder builder(DeltaType::kAlert);
  builder.SetText(FieldId::kFormat, "WARNING").SetText(FieldId::kNotice, std::string(notice));
  return PutElement(run, run.server().main(), builder.Build()) != kNoGenerator;
}

}  // namespace streplay
