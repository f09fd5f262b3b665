// Writing a file as a whole: at any moment it is the old one or the new one.
#ifndef STREPLAY_CLI_WHOLE_FILE_H_
#define STREPLAY_CLI_WHOLE_FILE_H_

#include <string>

#include "golden/file_system.h"

namespace streplay {

// The folders above it must be there. False when that cannot be done; `error` says why.
[[nodiscard]] bool WriteWholeFile(FileSystem& files, const std::string& path,
                                  const std::string& text, std::string& error);

}  // namespace streplay

#endif  // STREPLAY_CLI_WHOLE_FILE_H_
