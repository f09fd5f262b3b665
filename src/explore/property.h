// What must hold of every program.
#ifndef STREPLAY_EXPLORE_PROPERTY_H_
#define STREPLAY_EXPLORE_PROPERTY_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapter/connection.h"
#include "explore/grammar_state.h"
#include "golden/comparison.h"
#include "runtime/profile.h"
#include "runtime/simulation.h"
#include "scenario/scenario.h"

namespace streplay {

struct Verdict {
  bool is_valid = true;                 // false: a step cannot happen; nothing else is known then
  std::vector<std::string> difference;  // lines for people; empty: the property holds
  Outcome outcome;                      // of the program itself

  bool IsCounterexample() const { return is_valid && !difference.empty(); }
};

class Property {
 public:
  virtual ~Property() = default;

  virtual std::string_view name() const = 0;
  virtual Freedom freedom() const = 0;         // of the programs it speaks about
  virtual const Profile& profile() const = 0;  // under which their steps are made

  // The scenario's steps must be able to happen. Called from several threads at once.
  virtual Verdict Check(const Scenario& scenario) const = 0;
};

// Two runs of a program give the same bytes, whatever the heap and the thread, in each profile.
std::unique_ptr<Property> MakeDeterminism();

// Every page under `profile` is the page of the undecorated program (explore/undecorate.h), which
// runs under `documented`.
std::unique_ptr<Property> MakeTransparency(const Profile& profile);

// Runs a case in another implementation. From several threads at once.
using Implementation = std::function<CaseAnswer(const Scenario& scenario)>;

// The model under `profile` and an implementation show the same. A case that the implementation
// skips agrees; one that it rejects or does not survive does not.
std::unique_ptr<Property> MakeAdapterAgreement(const Profile& profile, Implementation ask,
                                               Comparison comparison);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_PROPERTY_H_
