// Reads and writes goldens below one root directory. A golden is a plain file: nothing below the
// root is ever reached through a link, and no name leads out of it. A store looks at a folder once
// for all that it does there in a row, so it is made for one scenario, not for a process.
#ifndef STREPLAY_GOLDEN_GOLDEN_STORE_H_
#define STREPLAY_GOLDEN_GOLDEN_STORE_H_

#include <string>

#include "golden/file_system.h"
#include "golden/path_text.h"

namespace streplay {

struct GoldenFile {
  enum class Status { kMissing, kRead, kRefused };
  Status status = Status::kMissing;
  std::string text;    // with kRead
  std::string reason;  // with kRefused: a sentence without a full stop
};

class GoldenStore {
 public:
  // `root` may be a link itself, and need not exist. `files` outlives the store.
  GoldenStore(FileSystem& files, std::string root);

  // `name` is the golden's path below the root: "documented/widgets/negate.jsonl".
  GoldenFile Read(const std::string& name) const;

  // After a crash at any moment the golden is the old one or the new one. One that holds `text`
  // already is left alone, bytes and times. False when it could not be written; `error` says why.
  [[nodiscard]] bool Write(const std::string& name, const std::string& text, std::string& error);

  // True when nothing is there any more, also when nothing was.
  [[nodiscard]] bool Remove(const std::string& name, std::string& error);

  // Removes the temporary files of programs that died, as far as that can be done.
  void RemoveAbandoned();

 private:
  std::string PathOf(const std::string& name) const { return PathBelow(root_, name); }
  // Why `name` may not be read and written, or empty: then `kind` is what stands there, a plain
  // file or nothing.
  std::string WhyRefused(const std::string& name, PathKind& kind) const;
  // The same for the folders that `name` stands in; `kind` is the last one's, or that of the first
  // one that is missing.
  std::string WhyFoldersRefused(const std::string& name, PathKind& kind) const;

  FileSystem& files_;
  std::string root_;
  mutable std::string plain_folder_;  // the last one, below the root, that was found to be plain
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_GOLDEN_STORE_H_
