// Parsing: from a script's text to a resolved Program, or to diagnostics.
#ifndef STREPLAY_SCRIPT_PARSER_H_
#define STREPLAY_SCRIPT_PARSER_H_

#include <memory>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "script/program.h"
#include "script/symbol.h"

namespace streplay::script {

struct ParseLimits {
  int nesting = 100;  // levels of blocks, brackets and operators inside each other
};

// Null when the script has a mistake or uses what the language does not have; then at least one
// error was appended, in the order of the text. The text need not be valid UTF-8.
[[nodiscard]] std::unique_ptr<Program> ParseProgram(MappedText text, SymbolTable& symbols,
                                                    const ParseLimits& limits,
                                                    Diagnostics& diagnostics);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARSER_H_
