// CLI11 reads the options; this is the only file that knows it. Two things it lacks are done here:
// `check` is the command when the first word is no command, and unknown options get a hint.
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "base/nearest_name.h"
#include "base/utf8.h"
#include "cli/check_command.h"
#include "cli/exit_code.h"
#include "cli/show_command.h"
#include "scenario/scenario.h"

namespace streplay {
namespace {

constexpr std::array<std::string_view, 2> kCommands = {"check", "show"};

constexpr const char* kAbout =
    "Runs Streamlit scenarios in a deterministic model of Streamlit 1.18.1 and compares the\n"
    "elements that they show with golden streams.";
constexpr const char* kExamples =
    "Examples:\n"
    "  streplay scenarios               run every scenario below a folder\n"
    "  streplay scenarios/a.yaml -u     run one, and take what it shows as its golden\n"
    "  streplay show scenarios/a.yaml   what happens in it, run by run\n"
    "\n"
    "Exit codes: 0 all good, 1 a difference, 2 usage or an invalid scenario, 4 nothing ran,\n"
    "70 an error of streplay's own.";

enum class ColourChoice { kAuto, kAlways, kNever };

bool HasColour(ColourChoice choice, const Environment& environment) {
  if (choice != ColourChoice::kAuto) return choice == ColourChoice::kAlways;
  std::optional<std::string> no_colour = environment.variable("NO_COLOR");
  return environment.out_is_terminal && (!no_colour || no_colour->empty());
}

void AddColour(CLI::App& command, ColourChoice& choice) {
  std::map<std::string, ColourChoice> words = {{"auto", ColourChoice::kAuto},
                                               {"always", ColourChoice::kAlways},
                                               {"never", ColourChoice::kNever}};
  command.add_option("--color", choice, "auto (default), always or never")
      ->transform(CLI::CheckedTransformer(words).description(""))
      ->type_name("WHEN");
}

CLI::Validator KnownProfile() {
  return CLI::IsMember(std::vector<std::string>(std::begin(kProfileNames), std::end(kProfileNames)))
      .description("");
}

struct CommandLine {
  CheckOptions check;
  ShowOptions show;
  ColourChoice colour = ColourChoice::kAuto;
  std::string update;
};

CLI::App* AddCheck(CLI::App& app, CommandLine& line) {
  CLI::App* command =
      app.add_subcommand("check", "run scenarios and compare them with their goldens (default)");
  command->add_option("path", line.check.paths, "scenario files, or folders of them")
      ->required()
      ->type_name("PATH");
  command->add_option("--profile", line.check.profiles, "only this profile; may be repeated")
      ->check(KnownProfile())
      ->type_name("NAME")
      ->expected(1)
      ->take_all();
  command
      ->add_flag("-u,--update{all}", line.update,
                 "write goldens: all that are not right (default), or --update=missing, "
                 "--update=changed")
      ->check(CLI::IsMember({"missing", "changed", "all"}).description(""));
  command->add_option("--golden", line.check.golden_root, "the folder of the goldens")
      ->type_name("DIR");
  command->add_option("-j,--jobs", line.check.jobs, "scenarios at a time (default: processors)")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
  command->add_flag("-v,--verbose", line.check.verbose, "list what passed, too");
  return command;
}

CLI::App* AddShow(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("show", "show what a scenario does, run by run");
  std::map<std::string, ShowFormat> formats = {
      {"text", ShowFormat::kText}, {"tree", ShowFormat::kTree}, {"jsonl", ShowFormat::kJsonl}};
  command->add_option("scenario", line.show.path, "a scenario file")->required()->type_name("PATH");
  command->add_option("--profile", line.show.profile, "the profile (default: documented)")
      ->check(KnownProfile())
      ->type_name("NAME");
  command->add_option("--step", line.show.step, "only what step N (from 1) did")->type_name("N");
  command
      ->add_option("--format", line.show.format,
                   "text: every record (default); tree: the page; jsonl: the stream")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  return command;
}

void PrintUsageError(const std::string& message, const std::string& hint,
                     const Environment& environment) {
  environment.err << "streplay: " << EscapeControls(message) << "\n";
  if (!hint.empty()) environment.err << "  = " << EscapeControls(hint) << "\n";
}

// A word that is meant as a command but is none; empty when it may be a path.
std::string UnknownCommandHint(const std::string& word, const Environment& environment) {
  if (word.find_first_of("./") != std::string::npos) return "";
  if (environment.files.Inspect(word) != PathKind::kMissing) return "";
  auto nearest = NearestName(word, kCommands);
  return nearest ? "did you mean `streplay " + std::string(*nearest) + "`?" : "";
}

std::string UnknownOptionHint(const std::string& word, const CLI::App& command) {
  std::string name = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& long_name : option->get_lnames()) names.push_back("--" + long_name);
  }
  std::vector<std::string_view> candidates(names.begin(), names.end());
  auto nearest = NearestName(name, candidates);
  return nearest ? "did you mean `" + std::string(*nearest) + "`?"
                 : "see `streplay " + command.get_name() + " --help`";
}

// The arguments with the default command put in; nothing when the first word is a mistyped command.
std::optional<std::vector<std::string>> WithCommand(const Environment& environment) {
  std::vector<std::string> arguments = environment.arguments;
  if (arguments.empty()) return std::vector<std::string>{"--help"};
  const std::string& first = arguments.front();
  bool is_known = std::find(kCommands.begin(), kCommands.end(), first) != kCommands.end();
  if (is_known || first == "--help" || first == "-h" || first == "--version") return arguments;
  std::string hint = UnknownCommandHint(first, environment);
  if (!hint.empty()) {
    PrintUsageError("there is no command and no path `" + first + "`", hint, environment);
    return std::nullopt;
  }
  arguments.insert(arguments.begin(), "check");
  return arguments;
}

// A usage error, or the text of --help or --version.
int ReportParseError(const CLI::ParseError& error, const CLI::App& app, const CLI::App& command,
                     const Environment& environment) {
  if (error.get_exit_code() == 0) {
    bool is_version = error.get_name() == "CallForVersion";
    environment.out << (is_version ? std::string(error.what()) + "\n" : app.help());
    return kExitGood;
  }
  PrintUsageError(error.what(), "see `streplay " + command.get_name() + " --help`", environment);
  return kExitInvalid;
}

int RunParsed(const CLI::App& command, CommandLine& line, Environment& environment) {
  std::vector<std::string> extras = command.remaining();
  if (!extras.empty()) {
    PrintUsageError("unknown option `" + extras.front() + "`",
                    UnknownOptionHint(extras.front(), command), environment);
    return kExitInvalid;
  }
  bool has_colour = HasColour(line.colour, environment);
  if (command.get_name() == "show") {
    line.show.has_colour = has_colour;
    return RunShow(line.show, environment);
  }
  line.check.has_colour = has_colour;
  if (!line.update.empty()) line.check.update = ParseUpdateMode(line.update);
  return RunCheck(line.check, environment);
}

}  // namespace

int RunCommandLine(Environment& environment) {
  std::optional<std::vector<std::string>> arguments = WithCommand(environment);
  if (!arguments) return kExitInvalid;
  CommandLine line;
  line.check.jobs = environment.processor_count;
  CLI::App app(kAbout, "streplay");
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("streplay ") + kVersion);
  app.require_subcommand(1);
  app.get_formatter()->column_width(30);
  std::array commands = {AddCheck(app, line), AddShow(app, line)};
  for (CLI::App* command : commands) {
    AddColour(*command, line.colour);
    command->allow_extras();
  }
  const CLI::App* command = arguments->front() == "show" ? commands[1] : commands[0];
  try {
    std::reverse(arguments->begin(), arguments->end());  // CLI11 takes them from the back
    app.parse(*arguments);
  } catch (const CLI::ParseError& error) {
    return ReportParseError(error, app, *command, environment);
  }
  return RunParsed(*command, line, environment);
}

}  // namespace streplay
