// Paths as texts. `.` is the current folder.
#ifndef STREPLAY_GOLDEN_PATH_TEXT_H_
#define STREPLAY_GOLDEN_PATH_TEXT_H_

#include <string>

namespace streplay {

// The folder that `path` stands in; `.` when it names none.
inline std::string FolderOf(const std::string& path) {
  size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// `name` below `folder`.
inline std::string PathBelow(const std::string& folder, const std::string& name) {
  if (folder == ".") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_PATH_TEXT_H_
