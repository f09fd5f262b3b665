#include "cli/command_line.h"

#include "cli/program_command.h"
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

std::string Error(std::vector<std::string> arguments) {
  CommandWorld world;
  world.files.AddFile("a.yaml", "");
  CHECK(world.Run(std::move(arguments)) == 2);
  CHECK(world.out.empty());
  return world.err;
}

TEST_CASE("an unknown option gets a hint") {
  CHECK(Error({"check", "a.yaml", "--porfile", "documented"}) ==
        "streplay: unknown option `--porfile`\n  = did you mean `--profile`?\n");
  CHECK(Error({"a.yaml", "--updat=all"}) ==
        "streplay: unknown option `--updat=all`\n  = did you mean `--update`?\n");
  CHECK(Error({"show", "a.yaml", "--xyzzyxyzzy"}) ==
        "streplay: unknown option `--xyzzyxyzzy`\n  = see `streplay show --help`\n");
}

TEST_CASE("a mistyped command gets a hint") {
  CHECK(Error({"chekc", "a.yaml"}) ==
        "streplay: there is no command and no path `chekc`\n"
        "  = did you mean `streplay check`?\n");
}

TEST_CASE("a path that is not there is named") {
  CHECK(Error({"scenarios/b.yaml"}) == "scenarios/b.yaml: error: does not exist\n");
}

TEST_CASE("wrong values are refused") {
  CHECK(Error({"a.yaml", "--profile", "streamlit"}).find("streamlit") != std::string::npos);
  CHECK(Error({"a.yaml", "--update=some"}).find("some") != std::string::npos);
  CHECK(Error({"a.yaml", "-j0"}).find("-j") != std::string::npos);
  CHECK(Error({"a.yaml", "--color", "red"}).find("--color") != std::string::npos);
  CHECK(Error({"show", "a.yaml", "--format", "xml"}).find("--format") != std::string::npos);
  CHECK(Error({"coverage", "a.yaml", "--fail-under=101"}).find("101") != std::string::npos);
  CHECK(Error({"compare", "a.yaml", "--format", "tree"}).find("--format") != std::string::npos);
  CHECK(Error({"compare"}) == "streplay: PATH is required\n  = see `streplay compare --help`\n");
  CHECK(Error({"check"}) == "streplay: PATH is required\n  = see `streplay check --help`\n");
  CHECK(Error({"show", "a.yaml", "b.yaml"}) ==
        "streplay: unexpected argument `b.yaml`\n  = see `streplay show --help`\n");
}

TEST_CASE("help and version are asked for on any level") {
  CommandWorld world;
  CHECK(world.Run({"--version"}) == 0);
  CHECK(world.out == "streplay 0.1.0\n");
  for (std::vector<std::string> arguments : {std::vector<std::string>{"--help"}, {"-h"}, {}}) {
    CHECK(world.Run(arguments) == 0);
    CHECK(world.out.find("Usage: streplay") != std::string::npos);
  }
  std::string program_help = world.out;
  for (const ProgramCommand& command : ProgramCommands()) {
    CHECK(program_help.find("streplay " + std::string(command.usage)) != std::string::npos);
    CHECK(world.Run({std::string(command.name), "-h"}) == 0);
    CHECK(world.out.find("Usage: streplay") != std::string::npos);
    CHECK(world.out.ends_with("  -h, --help           this text\n"));
  }
}

TEST_CASE("every option that the help names is known") {
  for (const ProgramCommand& command : ProgramCommands()) {
    CommandWorld world;
    world.Run({std::string(command.name), "--help"});
    std::string help = world.out;
    size_t count = 0;
    for (size_t at = help.find("\n  -"); at != std::string::npos; at = help.find("\n  -", at + 1)) {
      size_t begin = help.find("--", at);
      std::string option = help.substr(begin, help.find_first_of(" [", begin) - begin);
      INFO(option);
      world.Run({std::string(command.name), "missing.yaml", option});
      CHECK(world.err.find("unknown option") == std::string::npos);
      ++count;
    }
    CHECK(count >= 2);
  }
}

}  // namespace
}  // namespace streplay
