// Where two profiles part over a corpus, as plain data that every format renders: for each decision
// point the scenarios that it touches, and the smallest of them.
#ifndef STREPLAY_REPORT_PROFILE_COMPARISON_H_
#define STREPLAY_REPORT_PROFILE_COMPARISON_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "golden/difference.h"

namespace streplay {

struct PartingExample {
  std::string path;
  std::string title;
  // What this decision alone changes in it: `expected` is the first profile's, `got` the second's.
  // Never empty.
  std::vector<Difference> differences;
};

struct ProfileAnswer {
  std::string choice;
  std::string meaning;  // in few words
};

struct Parting {
  std::string point;  // the decision point
  std::string rule;   // that it touches
  std::string question;
  ProfileAnswer first;
  ProfileAnswer second;
  std::vector<std::string> scenarios;      // paths of those that it touches
  std::optional<PartingExample> smallest;  // absent when there is none
};

struct ProfileComparison {
  std::string first_profile;
  std::string second_profile;
  std::vector<Parting> partings;         // one a decision point on which the two differ
  std::vector<std::string> unexplained;  // paths: they part, yet no decision does it alone
  size_t scenario_count = 0;             // that have both profiles
  size_t parting_count = 0;              // those of them that part
  size_t other_count = 0;                // scenarios that have only one of the two
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_PROFILE_COMPARISON_H_
