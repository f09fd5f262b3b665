#include "cli/corpus.h"

#include <map>
#include <utility>

#include "cli/scenario_files.h"
#include "scenario/corpus_place.h"
#include "scenario/rules.h"

namespace streplay {
namespace {

class CorpusFinder {
 public:
  CorpusFinder(const std::optional<std::string>& golden_root, const Environment& environment,
               Diagnostics& diagnostics)
      : golden_root_(golden_root), environment_(environment), diagnostics_(diagnostics) {}

  bool Add(const std::string& path) {
    CorpusPlace place = FindCorpusPlace(path, environment_.scenario_files);
    auto [golden, is_first] =
        golden_owners_.emplace(golden_root_.value_or(place.golden_root) + "/" + place.id, path);
    if (!is_first) {
      AddError(diagnostics_, {std::make_shared<const SourceText>(path, ""), {}, {}},
               "its golden would be that of " + golden->second, "rename one of the two");
      return false;
    }
    std::string rules_path = RulesPath(place);
    std::shared_ptr<const LoadOptions> options = OptionsFor(rules_path);
    if (options == nullptr) return false;
    found_.push_back({path, std::move(rules_path), std::move(options)});
    return true;
  }

  std::vector<CorpusFile> TakeFound() { return std::move(found_); }

 private:
  static std::string RulesPath(const CorpusPlace& place) {
    size_t slash = place.golden_root.rfind('/');
    std::string beside = slash == std::string::npos ? "" : place.golden_root.substr(0, slash + 1);
    return beside + "specs/rules.yaml";
  }

  // Null when the rules file is there and cannot be read.
  std::shared_ptr<const LoadOptions> OptionsFor(const std::string& rules_path) {
    auto known = options_.find(rules_path);
    if (known == options_.end()) known = options_.emplace(rules_path, Load(rules_path)).first;
    return known->second;
  }

  std::shared_ptr<const LoadOptions> Load(const std::string& rules_path) {
    auto options = std::make_shared<LoadOptions>();
    options->element_types = environment_.element_types;
    if (environment_.scenario_files.RealPath(rules_path)) {
      auto ids = LoadRuleIds(rules_path, environment_.scenario_files, diagnostics_);
      if (!ids) return nullptr;
      options->rule_ids = std::move(*ids);
    }
    return options;
  }

  const std::optional<std::string>& golden_root_;
  const Environment& environment_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::string> golden_owners_;
  std::map<std::string, std::shared_ptr<const LoadOptions>> options_;
  std::vector<CorpusFile> found_;
};

}  // namespace

std::optional<std::vector<CorpusFile>> FindCorpus(const std::vector<std::string>& paths,
                                                  const std::optional<std::string>& golden_root,
                                                  const Environment& environment,
                                                  Diagnostics& diagnostics) {
  auto files = FindScenarioFiles(paths, environment.files, diagnostics);
  if (!files) return std::nullopt;
  CorpusFinder finder(golden_root, environment, diagnostics);
  bool ok = true;
  for (const std::string& path : *files) ok = finder.Add(path) && ok;
  if (!ok) return std::nullopt;
  return finder.TakeFound();
}

}  // namespace streplay
