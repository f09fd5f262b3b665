// `streplay init`: a first scenario, its goldens and a CI job.
//
// What is there already is looked at before anything is written. The goldens are recorded as
// `check --update` would, so they are what the model shows.
#include <algorithm>
#include <memory>
#include "cli/program_command.h"

#include "base/check.h"
#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/check_run.h"
#include "cli/exit_code.h"
#include "cli/first_scenario.h"
#include "cli/usage_error.h"
#include "golden/atomic_file.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Puts a first scenario, its goldens and a CI job into a folder.

Usage: streplay init [DIR] [OPTIONS]

DIR is the folder (default: this one); it is made when it is not there. Nothing
that is there already is changed: when one of the files exists, none is written.

)";

constexpr const char* kScenarioName = "scenarios/first.yaml";
constexpr const char* kWorkflowName = ".github/workflows/streplay.yml";

class Initializer {
 public:
  Initializer(std::string folder, Environment& environment)
      : folder_(std::move(folder)), environment_(environment) {}

  int Run() {
    if (AnyIsThere()) return kExitInvalid;
    bool ok = Write(kScenarioName, kFirstScenario) && RecordGoldens() &&
              Write(kWorkflowName, kFirstWorkflow);
    if (!ok) return kExitInvalid;
    SayWhatNext();
    return kExitGood;
  }

 private:
  std::string PathOf(const std::string& name) const {
    if (folder_ == ".") return name;
    return folder_ + (folder_.ends_with('/') ? "" : "/") + name;
  }

  static std::string GoldenName(const char* profile) {
    return "golden/" + std::string(profile) + "/first.jsonl";
  }

  bool AnyIsThere() const {
    std::vector<std::string> names = {kScenarioName, kWorkflowName};
    for (const char* profile : kProfileNames) names.push_back(GoldenName(profile));
    bool any = false;
    for (const std::string& name : names) {
      if (environment_.files.Inspect(PathOf(name)) == PathKind::kMissing) continue;
      UsageError(PathOf(name) + " is there already, and init changes nothing that is", "",
                 environment_);
      any = true;
    }
    return any;
  }

  bool Write(const std::string& name, std::string_view text) {
    std::string path = PathOf(name);
    std::string error;
    if (!environment_.files.MakeDirectories(path.substr(0, path.rfind('/')), error) ||
        !WriteAtomically(environment_.files, path, std::string(text), error)) {
      UsageError(path + " cannot be written: " + error, "", environment_);
      return false;
    }
    SayWritten(path);
    return true;
  }

  bool RecordGoldens() {
    Diagnostics diagnostics;
    auto corpus = FindCorpus({PathOf(kScenarioName)}, std::nullopt, environment_, diagnostics);
    environment_.err << FormatDiagnostics(diagnostics);
    if (!corpus) return false;  // what else is in the folder is broken, such as specs/rules.yaml
    bool ok = true;
    CheckInOrder(*corpus, {{UpdateMode::kAll, false}, std::nullopt, {}}, {}, environment_,
                 [&](const CorpusFile&, const CheckedScenario& checked) {
                   for (const ScenarioResult& result : checked.results) ok = Take(result) && ok;
                 });
    return ok;
  }

  bool Take(const ScenarioResult& result) {
    if (result.outcome == CheckOutcome::kError) {
      UsageError(result.error, "", environment_);
      return false;
    }
    STREPLAY_CHECK(IsGood(result.outcome));  // the scenario is ours
    SayWritten(result.golden_path);
    return true;
  }

  void SayWritten(const std::string& path) const {
    environment_.out << "wrote " << EscapeControls(path) << "\n";
  }

  void SayWhatNext() const {
    environment_.out << "\nNext:\n"
                     << "  streplay show " << EscapeControls(PathOf(kScenarioName)) << "\n"
                     << "      tells what happens in it, run by run\n"
                     << "  streplay check " << EscapeControls(PathOf("scenarios")) << "\n"
                     << "      passes as long as every scenario shows what its goldens say;\n"
                     << "      with -u, what they show now becomes their goldens\n"
                     << "Commit scenarios and goldens together. The CI job needs streplay on its "
                     << "PATH: see\n"
                     << EscapeControls(PathOf(kWorkflowName)) << "\n";
  }

  std::string folder_;
  Environment& environment_;
};

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto folders = std::make_shared<std::vector<std::string>>();
  options.OptionalArguments("DIR", *folders);
  return [folders](Environment& world, bool) -> int {
    if (folders->size() > 1) {
      return UsageError("unexpected argument `" + (*folders)[1] + "`", "see `streplay init --help`",
                        world);
    }
    return Initializer(folders->empty() ? "." : folders->front(), world).Run();
  };
}

}  // namespace

ProgramCommand InitCommand() {
  return {"init", "init [DIR]", "a first scenario, its goldens and a CI job", kHelp, Declare};
}

}  // namespace streplay
