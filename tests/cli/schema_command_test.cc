#include <fstream>
#include <iterator>

#include "stream/json_reader.h"
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

std::string FileOf(const std::string& name) {
  std::ifstream file(std::string(STREPLAY_SOURCE_DIR) + "/specs/" + name);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_CASE("the schema of scenarios is the file of specs/, byte for byte") {
  CommandWorld world;
  CHECK(world.Run({"schema"}) == 0);
  CHECK(world.out == FileOf("scenario.schema.json"));
  JsonError error;
  CHECK(ReadJson(world.out, error));
  std::string text = world.out;
  CHECK(world.Run({"schema", "scenario"}) == 0);
  CHECK(world.out == text);
}

TEST_CASE("the schema of reports is the file of specs/, too") {
  CommandWorld world;
  CHECK(world.Run({"schema", "report"}) == 0);
  CHECK(world.out == FileOf("report.schema.json"));
}

TEST_CASE("a schema can be written to a file") {
  CommandWorld world;
  CHECK(world.Run({"schema", "--out", "scenario.schema.json"}) == 0);
  CHECK(world.out.empty());
  CHECK(world.files.Text("scenario.schema.json") == FileOf("scenario.schema.json"));
  world.files.FailFrom(1);
  CHECK(world.Run({"schema", "--out", "other.json"}) == 2);
  CHECK(world.err == "streplay: other.json cannot be written: No space left on device\n");
}

TEST_CASE("a schema that is not there gets a hint") {
  CommandWorld world;
  CHECK(world.Run({"schema", "scenarios"}) == 2);
  CHECK(world.err == "streplay: there is no schema `scenarios`\n  = did you mean `scenario`?\n");
  CHECK(world.Run({"schema", "xyz"}) == 2);
  CHECK(world.err == "streplay: there is no schema `xyz`\n  = see `streplay schema --help`\n");
  CHECK(world.Run({"schema", "scenario", "b"}) == 2);
  CHECK(world.err == "streplay: unexpected argument `b`\n  = see `streplay schema --help`\n");
}

}  // namespace
}  // namespace streplay
