#include "cli/corpus.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cli/scenario_files.h"
#include "scenario/corpus_place.h"

namespace streplay {
namespace {

class CorpusFinder {
 public:
  CorpusFinder(const std::optional<std::string>& golden_root, const Environment& environment,
               Diagnostics& diagnostics)
      : golden_root_(golden_root), environment_(environment), diagnostics_(diagnostics) {}

  bool Add(const std::string& path) {
    CorpusPlace place = FindCorpusPlace(path, environment_.scenario_files);
    std::string golden_root = golden_root_.value_or(place.golden_root);
    auto [golden, is_first] = golden_owners_.emplace(golden_root + "/" + place.id, path);
    if (!is_first) {
      AddError(diagnostics_, {std::make_shared<const SourceText>(path, ""), {}, {}},
               "its golden would be that of " + golden->second, "rename one of the two");
      return false;
    }
    std::string home = place.golden_root.substr(0, place.golden_root.rfind('/') + 1);
    std::string rules_path = home + "specs/rules.yaml";
    std::shared_ptr<const LoadOptions> options = OptionsFor(rules_path);
    if (options == nullptr) return false;
    std::string name = NameFrom(home, place, path);
    found_.push_back({path, std::move(place.id), std::move(home), std::move(name), place.root,
                      std::move(golden_root), std::move(rules_path), std::move(options)});
    return true;
  }

  std::vector<CorpusFile> TakeFound() { return std::move(found_); }

 private:
  static std::string NameFrom(const std::string& home, const CorpusPlace& place,
                              const std::string& path) {
    bool has_own_folder = (place.root == "." ? "" : place.root + "/") != home;
    std::string extension = path.substr(std::min(path.rfind('.'), path.size()));
    return (has_own_folder ? "scenarios/" : "") + place.id + extension;
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

void AddFileError(const std::string& path, const std::string& message, Diagnostics& diagnostics) {
  AddError(diagnostics, {std::make_shared<const SourceText>(path, ""), {}, {}}, message);
}

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

std::optional<std::vector<Rule>> LoadRulesOf(const std::vector<CorpusFile>& corpus,
                                             const Environment& environment,
                                             Diagnostics& diagnostics) {
  const std::string& path = corpus.front().rules_path;
  for (const CorpusFile& file : corpus) {
    if (file.rules_path == path) continue;
    AddFileError(file.path,
                 "its rules are those of " + file.rules_path + ", and those of " +
                     corpus.front().path + " are in " + path,
                 diagnostics);
    return std::nullopt;
  }
  auto rules = LoadRules(path, environment.scenario_files, diagnostics);
  if (!rules || !rules->empty()) return rules;
  AddFileError(path, "there is no rule in it", diagnostics);
  return std::nullopt;
}

}  // namespace streplay
