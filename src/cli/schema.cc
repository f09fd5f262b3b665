// A schema is a line here and one in src/CMakeLists.txt, which turns its file into a string.
#include "cli/schema.h"

namespace streplay {
namespace {

constexpr std::string_view kScenarioSchema =
#include "cli/scenario_schema.inc"
    ;

constexpr std::string_view kReportSchema =
#include "cli/report_schema.inc"
    ;

constexpr Schema kSchemas[] = {
    {"scenario", kScenarioSchema},
    {"report", kReportSchema},
};

}  // namespace

std::span<const Schema> AllSchemas() {
  return kSchemas;
}

}  // namespace streplay
