// What lies below a golden root, told apart by name: goldens, pending goldens, and temporary files
// that a program left behind when it died. Nothing else counts, and nothing is reached through a
// link.
//
// A pending golden is what a check got in place of a golden that differs. It lies beside it, and
// its name does not end as a golden's does.
#ifndef STREPLAY_GOLDEN_GOLDEN_FOLDER_H_
#define STREPLAY_GOLDEN_GOLDEN_FOLDER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "golden/file_system.h"

namespace streplay {

inline constexpr std::string_view kGoldenExtension = ".jsonl";
inline constexpr std::string_view kPendingExtension = ".pending";  // after the golden's

// The pending golden of a golden.
std::string PendingPath(const std::string& golden_path);

struct GoldenFolder {
  // Paths below the root, in byte order. Hidden folders are left out.
  std::vector<std::string> goldens;
  std::vector<std::string> pending;  // the goldens that these pending ones would replace
  std::vector<std::string> abandoned;
};

// A root that is not there holds nothing. Nothing when a folder cannot be read; then `error` names
// it and says why.
[[nodiscard]] std::optional<GoldenFolder> ListGoldens(const FileSystem& files,
                                                      const std::string& root, std::string& error);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_GOLDEN_FOLDER_H_
