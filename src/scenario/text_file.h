// Reading a text file that a person wrote: a scenario, or the script it names.
#ifndef STREPLAY_SCENARIO_TEXT_FILE_H_
#define STREPLAY_SCENARIO_TEXT_FILE_H_

#include <cstddef>
#include <string>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "scenario/file_reader.h"

namespace streplay {

// `raw` as valid UTF-8 with line feeds alone: a byte order mark at the start is dropped, CRLF
// becomes LF (positions of lines and columns stay what they were). Null, with one error a kind of
// fault at its first occurrence, for invalid UTF-8, for a carriage return on its own, and for a
// control character other than tab and line break (YAML allows none of them, nor does Python).
SourceTextPtr DecodeTextFile(const std::string& name, const std::string& raw,
                             Diagnostics& diagnostics);

// Why a file could not be read, as the end of a sentence: "does not exist". Not for kRead.
std::string ReadFailureText(FileContent::Status status, size_t max_bytes);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_TEXT_FILE_H_
