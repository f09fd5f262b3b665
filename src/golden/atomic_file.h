// Writes whole files so that a program that dies, a full disk or the loss of power at any moment
// leaves either the old file or the new one.
#ifndef STREPLAY_GOLDEN_ATOMIC_FILE_H_
#define STREPLAY_GOLDEN_ATOMIC_FILE_H_

#include <string>

#include "golden/file_system.h"

namespace streplay {

// Makes the folders above `path` when they are not there. False when the file could not be written:
// then it is what it was, and `error` says why in the words of the system.
[[nodiscard]] bool WriteAtomically(FileSystem& files, const std::string& path,
                                   const std::string& text, std::string& error);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_ATOMIC_FILE_H_
