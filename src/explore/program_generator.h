// Random programs: the grammar's start.
#ifndef STREPLAY_EXPLORE_PROGRAM_GENERATOR_H_
#define STREPLAY_EXPLORE_PROGRAM_GENERATOR_H_

#include <cstddef>
#include <cstdint>

#include "explore/grammar_state.h"
#include "explore/program.h"
#include "runtime/profile.h"

namespace streplay {

struct GeneratorOptions {
  Freedom freedom = Freedom::kAny;
  uint64_t seed = 1;
  size_t max_size = 30;  // statements, and about a third as many steps
};

// Program number `index`; it depends on nothing but that and the options. The steps are chosen by
// what its pages show under `profile`. The same scripts' simulation wants a large stack
// (script/native_stack.h).
Program GenerateProgram(const GeneratorOptions& options, uint64_t index, const Profile& profile);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_PROGRAM_GENERATOR_H_
