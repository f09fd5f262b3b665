// A scenario depends on its file, the scripts that it names, the rules of its corpus and its
// goldens. Their stamps are taken before a round, so that what changes while it runs is seen after
// it; those of the goldens after it, since the round itself may write them.
#include "cli/watch.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/scenario_files.h"

namespace streplay {
namespace {

constexpr size_t kMaxNamed = 3;  // changed files, in the line before a round

using Stamps = std::map<std::string, std::optional<FileStamp>>;

struct Dependencies {
  std::set<std::string> sources;
  std::set<std::string> goldens;
};

void AddSources(const MappedText& text, std::set<std::string>& sources) {
  for (const LineOrigin& origin : text.origins) sources.insert(origin.source->name());
}

class Watcher {
 public:
  Watcher(const WatchPlan& plan, Environment& environment)
      : plan_(plan), environment_(environment), host_(*environment.watch_host) {}

  int Run() {
    known_paths_ = ListPaths();
    auto files = Choose(true);
    if (!files) return exit_code_;
    Check(*files);
    Say(Colour::kDim, "watching: Enter checks everything again, Ctrl-D or Ctrl-C ends");
    while (true) {
      environment_.out.flush();
      WatchEvent event = host_.Wait();
      if (event == WatchEvent::kEnd) return exit_code_;
      if (event == WatchEvent::kRunAll) CheckAll();
      if (event == WatchEvent::kTick) CheckChanged();
    }
  }

 private:
  void CheckAll() {
    known_paths_ = ListPaths();
    auto files = Choose(false);
    if (files) Check(*files);
  }

  void CheckChanged() {
    std::set<std::string> changed = TakeChanges();
    if (changed.empty()) return;
    Say(Colour::kBold, "changed: " + Named(changed));
    auto files = Choose(false);
    if (!files) return;
    std::erase_if(*files, [&](const CorpusFile& file) { return !Concerns(file, changed); });
    if (!files->empty()) Check(*files);
  }

  std::optional<std::vector<CorpusFile>> Choose(bool is_first) {
    int exit_code = kExitGood;
    auto files = plan_.choose(is_first, exit_code);
    if (!files) exit_code_ = exit_code;
    return files;
  }

  void Check(const std::vector<CorpusFile>& files) {
    for (const CorpusFile& file : files) Learn(file);
    for (const CorpusFile& file : files) Restamp(dependencies_[file.path].sources);
    exit_code_ = plan_.check(files);
    for (const CorpusFile& file : files) Restamp(dependencies_[file.path].goldens);
  }

  // A file that cannot be loaded keeps what it depended on when it could.
  void Learn(const CorpusFile& file) {
    Dependencies& found = dependencies_[file.path];
    Diagnostics diagnostics;
    auto scenario =
        LoadScenario(file.path, environment_.scenario_files, *file.load_options, diagnostics);
    if (scenario) {
      found = {};
      AddSources(scenario->definitions, found.sources);
      AddSources(scenario->script, found.sources);
      if (plan_.golden_root) scenario->golden_root = *plan_.golden_root;
      for (const std::string& profile : scenario->profiles) {
        found.goldens.insert(GoldenPath(*scenario, profile));
      }
    }
    for (const Diagnostic& diagnostic : diagnostics) {
      found.sources.insert(diagnostic.range.source->name());
    }
    found.sources.insert(file.path);
    found.sources.insert(file.rules_path);
  }

  void Restamp(const std::set<std::string>& paths) {
    for (const std::string& path : paths) stamps_[path] = host_.Stamp(path);
  }

  // The files that are new, gone or changed since this was last asked.
  std::set<std::string> TakeChanges() {
    std::set<std::string> changed;
    for (auto& [path, stamp] : stamps_) {
      std::optional<FileStamp> now = host_.Stamp(path);
      if (now == stamp) continue;
      stamp = now;
      changed.insert(path);
    }
    std::set<std::string> paths = ListPaths();
    std::set_symmetric_difference(paths.begin(), paths.end(), known_paths_.begin(),
                                  known_paths_.end(), std::inserter(changed, changed.end()));
    known_paths_ = std::move(paths);
    return changed;
  }

  bool Concerns(const CorpusFile& file, const std::set<std::string>& changed) const {
    auto meets = [&](const std::set<std::string>& paths) {
      return std::any_of(paths.begin(), paths.end(),
                         [&](const std::string& path) { return changed.contains(path); });
    };
    if (changed.contains(file.path)) return true;
    auto known = dependencies_.find(file.path);
    return known != dependencies_.end() &&
           (meets(known->second.sources) || meets(known->second.goldens));
  }

  // Those known before when a path has gone away meanwhile.
  std::set<std::string> ListPaths() const {
    Diagnostics diagnostics;
    auto paths = FindScenarioFiles(plan_.paths, environment_.files, diagnostics);
    return paths ? std::set<std::string>(paths->begin(), paths->end()) : known_paths_;
  }

  static std::string Named(const std::set<std::string>& paths) {
    std::string text;
    size_t named = 0;
    for (const std::string& path : paths) {
      if (named == kMaxNamed)
        return text + " and " + std::to_string(paths.size() - named) + " more";
      text += (named++ == 0 ? "" : ", ") + path;
    }
    return text;
  }

  void Say(Colour colour, const std::string& text) {
    environment_.out << plan_.style.In(colour, text) << "\n";
  }

  const WatchPlan& plan_;
  Environment& environment_;
  WatchHost& host_;
  int exit_code_ = kExitGood;
  std::set<std::string> known_paths_;
  std::map<std::string, Dependencies> dependencies_;  // by the scenario's path
  Stamps stamps_;
};

}  // namespace

int Watch(const WatchPlan& plan, Environment& environment) {
  STREPLAY_CHECK(environment.watch_host != nullptr);
  return Watcher(plan, environment).Run();
}

}  // namespace streplay
