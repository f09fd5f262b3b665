// How often what occurred in the programs of an exploration, so that nobody explores a corner only.
#ifndef STREPLAY_EXPLORE_FEATURE_TABLE_H_
#define STREPLAY_EXPLORE_FEATURE_TABLE_H_

#include <cstdint>
#include <map>
#include <string>

#include "explore/program.h"
#include "runtime/simulation.h"

namespace streplay {

class FeatureTable {
 public:
  // Commands and widgets as the program has them, their arguments, the kinds of steps.
  void CountProgram(const Program& program);
  // What the runs did: elements, widgets touched, cache events by reason, errors, statuses.
  void CountOutcome(const Outcome& outcome);

  void Add(const FeatureTable& other);

  // One section a kind, one line a feature, both sorted; commands that never occurred with 0.
  std::string Text() const;
  // The same as one line: {"command":{"st.text":12,…},…}.
  std::string Json() const;

 private:
  using Counts = std::map<std::string, int64_t>;

  void CountStatements(const Statements& statements);
  void CountStep(const Step& step);
  void Count(const std::string& kind, const std::string& feature) { ++counts_[kind][feature]; }
  std::map<std::string, Counts> WithAbsentCommands() const;

  std::map<std::string, Counts> counts_;  // by kind
};

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_FEATURE_TABLE_H_
