// The printed forms of a program: its script, and the scenario file that holds it.
#ifndef STREPLAY_EXPLORE_PROGRAM_TEXT_H_
#define STREPLAY_EXPLORE_PROGRAM_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "explore/program.h"
#include "scenario/scenario.h"

namespace streplay {

std::string ScriptText(const Statements& statements);

// Lines of script that do something: neither blank nor an import.
size_t CountLines(const Program& program);

// A whole scenario file.
std::string ScenarioText(const Program& program, const std::string& title,
                         const std::vector<std::string>& profiles);

// The scenario that the ordinary loader reads from such a text. Nothing when the program is none:
// while it is made smaller it may lose what a later part needs. `path` is where it seems to lie.
std::optional<Scenario> LoadScenarioText(const std::string& text, const std::string& path);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_PROGRAM_TEXT_H_
