// The JSON Schemas of the formats that streplay reads and writes, as they stand in specs/. They are
// part of the program, so that it has them wherever it is installed.
#ifndef STREPLAY_CLI_SCHEMA_H_
#define STREPLAY_CLI_SCHEMA_H_

#include <span>
#include <string_view>

namespace streplay {

struct Schema {
  std::string_view name;
  std::string_view text;
};

// The first is that of scenarios.
std::span<const Schema> AllSchemas();

}  // namespace streplay

#endif  // STREPLAY_CLI_SCHEMA_H_
