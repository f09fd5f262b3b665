// What implementations make of each rule, as plain data that every format renders.
//
// A scenario covers rules. On an implementation it keeps them when it shows what it should, parts
// from them when it does not, and leaves them untold when there was no answer to compare.
#ifndef STREPLAY_REPORT_CONFORMANCE_MATRIX_H_
#define STREPLAY_REPORT_CONFORMANCE_MATRIX_H_

#include <cstddef>
#include <string>
#include <vector>

#include "report/share.h"

namespace streplay {

// A scenario, and what there is to say of it, on one line.
struct ScenarioRemark {
  std::string path;
  std::string text;

  bool operator==(const ScenarioRemark&) const = default;
};

enum class MatrixVerdict {
  kKept,    // scenarios tell, and none parts
  kParted,  // one parts
  kUntold,  // none tells
};

// One rule on one implementation.
struct MatrixCell {
  size_t kept = 0;                     // scenarios
  size_t untold = 0;                   // scenarios
  std::vector<ScenarioRemark> parted;  // each with its first difference

  size_t scenario_count() const { return kept + untold + parted.size(); }
  MatrixVerdict verdict() const;
};

struct MatrixRow {
  std::string rule;
  std::string text;               // what it says; may be empty
  std::vector<MatrixCell> cells;  // one an implementation
};

struct MatrixImplementation {
  std::string name;                    // "streamlit"
  std::string version;                 // "1.18.1"
  std::string again;                   // a command line that shows all, but for what it is about
  Share scenarios;                     // that keep their rules, of those that tell
  size_t noticed = 0;                  // scenarios with deprecation notices, which were passed over
  std::vector<ScenarioRemark> untold;  // scenarios, and why
};

struct ConformanceMatrix {
  std::string profile;  // whose word it is
  std::vector<MatrixImplementation> implementations;
  std::vector<MatrixRow> rows;
  std::vector<std::string> paths;  // of the command line
  size_t scenario_count = 0;       // that have the profile
};

// Rules that the implementation keeps, of those of which a scenario tells.
Share KeptRules(const ConformanceMatrix& matrix, size_t implementation);

// What a column is called: the version, and the name where there are several.
std::string ColumnName(const ConformanceMatrix& matrix, size_t implementation);

// Remarks on several implementations, by scenario and then by text, so that what several of them
// have in common stands once.
struct SharedRemark {
  std::string text;
  std::vector<size_t> implementations;  // ascending
};
struct RemarksOnScenario {
  std::string path;
  std::vector<SharedRemark> remarks;
};

// How a row's scenarios part, in the order of the scenarios.
std::vector<RemarksOnScenario> PartedScenarios(const MatrixRow& row);

// Why scenarios were not told.
std::vector<RemarksOnScenario> UntoldScenarios(const ConformanceMatrix& matrix);

}  // namespace streplay

#endif  // STREPLAY_REPORT_CONFORMANCE_MATRIX_H_
