// CLI11 reads the options; this is the only file that knows it. Three things are done here instead:
// `check` is the command when the first word is no command, unknown options get a hint, and the
// help is written by hand (cli/help_text.h).
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "base/nearest_name.h"
#include "base/utf8.h"
#include "cli/check_command.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/show_command.h"

namespace streplay {
namespace {

constexpr std::array<std::string_view, 2> kCommands = {"check", "show"};

using Words = std::vector<std::string>;

// The options as they are written.
struct CommandLine {
  CheckOptions check;
  ShowOptions show;
  std::string update;
  std::string format = "text";
  std::string colour = "auto";
};

CLI::Validator OneOf(const Words& words) {
  return CLI::IsMember(words);
}

void AddCheck(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("check");
  command->add_option("PATH", line.check.paths)->required();
  command->add_option("--profile", line.check.profiles)
      ->check(OneOf({std::begin(kProfileNames), std::end(kProfileNames)}))
      ->expected(1)
      ->take_all();
  command->add_flag("-u{all},--update{all}", line.update)
      ->check(OneOf({"missing", "changed", "all"}));
  command->add_option("--golden", line.check.golden_root);
  command->add_option("-j,--jobs", line.check.jobs)->check(CLI::Range(1, 1024));
  command->add_flag("-v,--verbose", line.check.verbose);
}

void AddShow(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("show");
  command->add_option("SCENARIO", line.show.path)->required();
  command->add_option("--profile", line.show.profile)
      ->check(OneOf({std::begin(kProfileNames), std::end(kProfileNames)}));
  command->add_option("--step", line.show.step);
  command->add_option("--format", line.format)->check(OneOf({"text", "tree", "jsonl"}));
}

void AddCommands(CLI::App& app, CommandLine& line) {
  AddCheck(app, line);
  AddShow(app, line);
  for (CLI::App* command : app.get_subcommands({})) {
    command->add_option("--color", line.colour)->check(OneOf({"auto", "always", "never"}));
    command->allow_extras();  // to explain them
  }
  app.set_version_flag("--version", std::string("streplay ") + kVersion);
  app.require_subcommand(1);
}

ShowFormat FormatOf(const std::string& word) {
  if (word == "tree") return ShowFormat::kTree;
  return word == "jsonl" ? ShowFormat::kJsonl : ShowFormat::kText;
}

bool HasColour(const std::string& choice, const Environment& environment) {
  if (choice != "auto") return choice == "always";
  std::optional<std::string> no_colour = environment.variable("NO_COLOR");
  return environment.out_is_terminal && (!no_colour || no_colour->empty());
}

int UsageError(const std::string& message, const std::string& hint,
               const Environment& environment) {
  environment.err << "streplay: " << EscapeControls(message) << "\n";
  if (!hint.empty()) environment.err << "  = " << EscapeControls(hint) << "\n";
  return kExitInvalid;
}

std::string SeeHelp(const std::string& command) {
  return "see `streplay " + command + " --help`";
}

// The command that a word is meant for, though it is none; empty when it may be a path.
std::string MistypedCommand(const std::string& word, const Environment& environment) {
  if (word.find_first_of("./") != std::string::npos) return "";
  if (environment.files.Inspect(word) != PathKind::kMissing) return "";
  return std::string(NearestName(word, kCommands).value_or(""));
}

std::string UnknownOptionHint(const std::string& word, const CLI::App& command) {
  Words names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  std::vector<std::string_view> candidates(names.begin(), names.end());
  auto nearest = NearestName(word.substr(0, word.find('=')), candidates);
  return nearest ? "did you mean `" + std::string(*nearest) + "`?" : SeeHelp(command.get_name());
}

int ExplainExtra(const std::string& extra, const CLI::App& command,
                 const Environment& environment) {
  if (!extra.starts_with('-')) {
    return UsageError("unexpected argument `" + extra + "`", SeeHelp(command.get_name()),
                      environment);
  }
  return UsageError("unknown option `" + extra + "`", UnknownOptionHint(extra, command),
                    environment);
}

int RunParsed(const CLI::App& command, CommandLine& line, Environment& environment) {
  Words extras = command.remaining();
  if (!extras.empty()) return ExplainExtra(extras.front(), command, environment);
  bool has_colour = HasColour(line.colour, environment);
  if (command.get_name() == "show") {
    line.show.has_colour = has_colour;
    line.show.format = FormatOf(line.format);
    return RunShow(line.show, environment);
  }
  line.check.has_colour = has_colour;
  line.check.update = ParseUpdateMode(line.update);
  return RunCheck(line.check, environment);
}

}  // namespace

int RunCommandLine(Environment& environment) {
  Words words = environment.arguments;
  if (words.empty()) words = {"--help"};
  bool is_command = std::find(kCommands.begin(), kCommands.end(), words.front()) != kCommands.end();
  bool is_global =
      words.front() == "--help" || words.front() == "-h" || words.front() == "--version";
  if (!is_command && !is_global) {
    std::string meant = MistypedCommand(words.front(), environment);
    if (!meant.empty()) {
      return UsageError("there is no command and no path `" + words.front() + "`",
                        "did you mean `streplay " + meant + "`?", environment);
    }
    words.insert(words.begin(), "check");
  }
  std::string command_name = is_global ? "" : words.front();

  CommandLine line;
  line.check.jobs = environment.processor_count;
  CLI::App app("", "streplay");
  AddCommands(app, line);
  try {
    app.parse(Words(words.rbegin(), words.rend()));  // CLI11 takes them from the back
    return RunParsed(*app.get_subcommands().front(), line, environment);
  } catch (const CLI::CallForHelp&) {
    environment.out << HelpText(command_name);
  } catch (const CLI::CallForVersion& version) {
    environment.out << version.what() << "\n";
  } catch (const CLI::ParseError& error) {
    return UsageError(error.what(), SeeHelp(command_name), environment);
  }
  return kExitGood;
}

}  // namespace streplay
