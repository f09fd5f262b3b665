// CLI11 reads the options; this is the only file that knows it. Three things are done here instead:
// `check` is the command when the first word is no command, unknown options get a hint, and the
// help is written by hand (cli/help_text.h).
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/nearest_name.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/program_command.h"
#include "cli/usage_error.h"

namespace streplay {
namespace {

using Words = std::vector<std::string>;

// Hands the options of one command to CLI11.
class CliOptionSet : public OptionSet {
 public:
  explicit CliOptionSet(CLI::App& app) : app_(app) {}

  void Argument(const std::string& name, std::string& value) override {
    app_.add_option(name, value)->required();
  }
  void Arguments(const std::string& name, Words& values) override {
    app_.add_option(name, values)->required();
  }
  void OptionalArguments(const std::string& name, Words& values) override {
    app_.add_option(name, values);
  }
  void Flag(const std::string& names, bool& value) override { app_.add_flag(names, value); }
  void Text(const std::string& names, std::string& value) override {
    app_.add_option(names, value);
  }
  void Text(const std::string& names, std::optional<std::string>& value) override {
    app_.add_option(names, value);
  }
  void Texts(const std::string& names, Words& values) override {
    TakeOneEach(app_.add_option(names, values));
  }
  void Number(const std::string& names, size_t& value, NumberRange range) override {
    app_.add_option(names, value)->check(CLI::Range(range.least, range.most));
  }
  void Number(const std::string& names, std::optional<size_t>& value, NumberRange range) override {
    app_.add_option(names, value)->check(CLI::Range(range.least, range.most));
  }
  void Choice(const std::string& names, std::string& value, const Words& allowed) override {
    app_.add_option(names, value)->check(CLI::IsMember(allowed));
  }
  void Choices(const std::string& names, Words& values, const Words& allowed) override {
    TakeOneEach(app_.add_option(names, values)->check(CLI::IsMember(allowed)));
  }
  void FlagOrChoice(const std::string& names, std::string& value, const std::string& implied,
                    const Words& allowed) override {
    std::string with_value;
    for (char letter : names + ",") {
      if (letter == ',') with_value += "{" + implied + "}";
      with_value += letter;
    }
    with_value.pop_back();
    app_.add_flag(with_value, value)->check(CLI::IsMember(allowed));
  }

 private:
  // An option that may be given again takes one word each time: the next one is the command's. Nor
  // is a word in brackets a list.
  static void TakeOneEach(CLI::Option* option) {
    option->expected(1)->take_all()->allow_extra_args(false);
  }

  CLI::App& app_;
};

bool HasColour(const std::string& choice, const Environment& environment) {
  if (choice != "auto") return choice == "always";
  std::optional<std::string> no_colour = environment.variable("NO_COLOR");
  return environment.out_is_terminal && (!no_colour || no_colour->empty());
}

std::string SeeHelp(std::string_view command) {
  return "see `streplay " + std::string(command) + " --help`";
}

const ProgramCommand* FindCommand(std::string_view name) {
  for (const ProgramCommand& command : ProgramCommands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

// The command that a word is meant for, though it is none; empty when it may be a path.
std::string MistypedCommand(const std::string& word, const Environment& environment) {
  if (word.find_first_of("./") != std::string::npos) return "";
  if (environment.files.Inspect(word) != PathKind::kMissing) return "";
  std::vector<std::string_view> names;
  for (const ProgramCommand& command : ProgramCommands()) names.push_back(command.name);
  return std::string(NearestName(word, names).value_or(""));
}

std::string UnknownOptionHint(const std::string& word, const CLI::App& app) {
  Words names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  std::string hint = DidYouMean(word.substr(0, word.find('=')), names);
  return hint.empty() ? SeeHelp(app.get_name()) : hint;
}

int ExplainExtra(const std::string& extra, const CLI::App& app, const Environment& environment) {
  if (!extra.starts_with('-')) {
    return UsageError("unexpected argument `" + extra + "`", SeeHelp(app.get_name()), environment);
  }
  return UsageError("unknown option `" + extra + "`", UnknownOptionHint(extra, app), environment);
}

int RunCommand(const ProgramCommand& command, const Words& words, Environment& environment) {
  std::string colour = "auto";
  CLI::App app("", std::string(command.name));
  CliOptionSet options(app);
  CommandRun run = command.declare(options, environment);
  options.Choice("--color", colour, {"auto", "always", "never"});
  app.allow_extras();  // to explain them
  try {
    app.parse(Words(words.rbegin(), words.rend()));  // CLI11 takes them from the back
  } catch (const CLI::CallForHelp&) {
    environment.out << CommandHelp(command);
    return kExitGood;
  } catch (const CLI::ParseError& error) {
    return UsageError(error.what(), SeeHelp(command.name), environment);
  }
  Words extras = app.remaining();
  if (!extras.empty()) return ExplainExtra(extras.front(), app, environment);
  return run(environment, HasColour(colour, environment));
}

}  // namespace

int RunCommandLine(Environment& environment) {
  Words words = environment.arguments;
  if (words.empty() || words.front() == "--help" || words.front() == "-h") {
    environment.out << ProgramHelp();
    return kExitGood;
  }
  if (words.front() == "--version") {
    environment.out << "streplay " << kVersion << "\n";
    return kExitGood;
  }
  const ProgramCommand* command = FindCommand(words.front());
  if (command != nullptr) {
    words.erase(words.begin());
    return RunCommand(*command, words, environment);
  }
  std::string meant = MistypedCommand(words.front(), environment);
  if (meant.empty()) return RunCommand(ProgramCommands().front(), words, environment);
  return UsageError("there is no command and no path `" + words.front() + "`",
                    "did you mean `streplay " + meant + "`?", environment);
}

}  // namespace streplay
