// The file that holds an expectation list.
#ifndef STREPLAY_CLI_EXPECTATION_FILE_H_
#define STREPLAY_CLI_EXPECTATION_FILE_H_

#include <optional>
#include <string>

#include "adapter/expectation_list.h"
#include "base/diagnostic.h"
#include "golden/file_system.h"

namespace streplay {

// Nothing, with diagnostics, when it cannot be read as a list. A file that is not there is an empty
// list where `may_be_missing`.
[[nodiscard]] std::optional<ExpectationList> LoadExpectationFile(const std::string& path,
                                                                 bool may_be_missing,
                                                                 const FileSystem& files,
                                                                 Diagnostics& diagnostics);

// Replaces the file at once; one that holds the text already is left alone. False, with the reason
// in `error`, when it cannot be written.
[[nodiscard]] bool WriteExpectationFile(const std::string& path, const std::string& text,
                                        FileSystem& files, std::string& error);

}  // namespace streplay

#endif  // STREPLAY_CLI_EXPECTATION_FILE_H_
