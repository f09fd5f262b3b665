// How `show` prints what a run did.
#ifndef STREPLAY_CLI_SHOW_RUN_H_
#define STREPLAY_CLI_SHOW_RUN_H_

#include <ostream>
#include <span>
#include <string>

#include "report/style.h"
#include "runtime/simulation.h"

namespace streplay {

struct ShowTarget {
  std::ostream& out;
  Style style;
  size_t columns;  // lines are cut to this many cells
};

// A line for each record: path, a star when it was replayed, type, text, a widget's value and
// fields; what caches did and what was printed, in words.
void PrintRecords(std::span<const Record> records, const WidgetValues& values,
                  const ShowTarget& target);

// The page after the run, as a tree of containers, with the widgets' values.
void PrintPage(std::span<const Record> records, const WidgetValues& values,
               const ShowTarget& target);

// How the run ended, and which cached functions it executed or found in their cache.
void PrintEnd(const RunOutcome& run, const ShowTarget& target);

}  // namespace streplay

#endif  // STREPLAY_CLI_SHOW_RUN_H_
