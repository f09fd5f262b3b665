// One way in which two element streams part, as plain data for every report.
#ifndef STREPLAY_GOLDEN_DIFFERENCE_H_
#define STREPLAY_GOLDEN_DIFFERENCE_H_

#include <cstddef>
#include <optional>
#include <string>

#include "stream/delta_path.h"

namespace streplay {

struct Difference {
  enum class Kind {
    kChanged,  // a field of a record that both have
    kMoved,    // a record that both have, at another path than insertions and removals explain
    kMissing,  // expected only
    kExtra,    // got only
    kForm,     // nothing but the form in which the golden is written
  };
  Kind kind = Kind::kChanged;
  int run = 0;                    // as got counts; of a run that got lacks, as expected does
  std::string what;               // `markdown`, `cache miss`, `print`, `run`, `end`, `header`
  std::optional<DeltaPath> path;  // of an element or a block: where got has it, else expected
  std::string field;  // `label`, `spec.mark.type`, `options[2]`; empty: the whole record

  // Canonical JSON. Absent on the side that has no such record or field.
  std::optional<std::string> expected;
  std::optional<std::string> got;

  // Further records that the same change explains: what a missing or extra container or run holds,
  // what moved along.
  size_t following = 0;

  // Indices into the records of either stream.
  std::optional<size_t> expected_record;
  std::optional<size_t> got_record;

  bool operator==(const Difference&) const = default;
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_DIFFERENCE_H_
