// The fault that a program with faults (faulty_sources.py) has: the one that $STREPLAY_FAULT names,
// or none.
#ifndef STREPLAY_TESTS_FAULTS_CHOSEN_FAULT_H_
#define STREPLAY_TESTS_FAULTS_CHOSEN_FAULT_H_

#include <functional>
#include <string_view>

namespace streplay::faults {

bool IsChosen(std::string_view name);

// What a fault puts off until the script of this thread's run has ended.
std::function<bool()>& AfterScript();

}  // namespace streplay::faults

#endif  // STREPLAY_TESTS_FAULTS_CHOSEN_FAULT_H_
