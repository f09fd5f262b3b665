// Plain POSIX calls: what matters here (O_EXCL, O_NOFOLLOW, fsync of a file and of its directory)
// has no portable name.
#include "golden/disk_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

#include "golden/path_text.h"

namespace streplay {
namespace {

// Closes a descriptor at the end of a scope, or when told.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

bool Fail(std::string& error) {
  error = std::strerror(errno);
  return false;
}

PathKind KindOf(mode_t mode) {
  if (S_ISLNK(mode)) return PathKind::kLink;
  if (S_ISREG(mode)) return PathKind::kFile;
  if (S_ISDIR(mode)) return PathKind::kDirectory;
  return PathKind::kOther;
}

bool WriteAll(int descriptor, const std::string& text, std::string& error) {
  for (size_t done = 0; done < text.size();) {
    ssize_t written = ::write(descriptor, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Fail(error);
    done += static_cast<size_t>(written);
  }
  return true;
}

// What the directory itself says of an entry; a few file systems leave it to lstat.
PathKind KindOf(const dirent& entry, const std::string& folder, const DiskFileSystem& files) {
  switch (entry.d_type) {
    case DT_REG:
      return PathKind::kFile;
    case DT_DIR:
      return PathKind::kDirectory;
    case DT_LNK:
      return PathKind::kLink;
    case DT_UNKNOWN:
      return files.Inspect(folder + "/" + entry.d_name);
    default:
      return PathKind::kOther;
  }
}

// Temporary files are called `.NAME.PID-N.tmp`; N tells apart those of one process.
constexpr std::string_view kTemporaryEnd = ".tmp";

std::string TemporaryPath(const std::string& path) {
  static std::atomic<unsigned> count{0};
  std::string name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  return FolderOf(path) + "/." + name + "." + std::to_string(::getpid()) + "-" +
         std::to_string(++count) + std::string(kTemporaryEnd);
}

// The process that made a temporary file; 0 when `path` is not called like one.
pid_t MakerOf(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (!name.starts_with('.') || !name.ends_with(kTemporaryEnd)) return 0;
  name.remove_suffix(kTemporaryEnd.size());
  size_t dash = name.rfind('-');
  size_t dot = name.rfind('.', dash);
  if (dash == std::string_view::npos || dot == std::string_view::npos || dot == 0) return 0;
  constexpr std::string_view kDigits = "0123456789";
  std::string_view process = name.substr(dot + 1, dash - dot - 1);
  std::string_view number = name.substr(dash + 1);
  if (number.empty() || number.find_first_not_of(kDigits) != std::string_view::npos) return 0;
  pid_t maker = 0;
  auto [end, failure] = std::from_chars(process.data(), process.data() + process.size(), maker);
  bool is_number = failure == std::errc() && end == process.data() + process.size();
  return is_number && maker > 0 ? maker : 0;
}

}  // namespace

PathKind DiskFileSystem::Inspect(const std::string& path) const {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0 ? KindOf(status.st_mode) : PathKind::kMissing;
}

std::optional<std::string> DiskFileSystem::ReadFile(const std::string& path,
                                                    std::string& error) const {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text;
  char buffer[1 << 16];
  while (file.ok()) {
    ssize_t count = ::read(file.number(), buffer, sizeof buffer);
    if (count == 0) return text;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    text.append(buffer, static_cast<size_t>(count));
  }
  Fail(error);
  return std::nullopt;
}

std::optional<std::vector<DirectoryEntry>> DiskFileSystem::ListDirectory(const std::string& path,
                                                                         std::string& error) const {
  DIR* directory = ::opendir(path.c_str());
  if (directory == nullptr) {
    Fail(error);
    return std::nullopt;
  }
  std::vector<DirectoryEntry> entries;
  while (const dirent* found = ::readdir(directory)) {
    std::string name = found->d_name;
    if (name == "." || name == "..") continue;
    PathKind kind = KindOf(*found, path, *this);
    if (kind != PathKind::kMissing) entries.push_back({std::move(name), kind});
  }
  ::closedir(directory);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

bool DiskFileSystem::MakeDirectories(const std::string& path, std::string& error) {
  for (size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    bool made = ::mkdir(path.substr(0, end).c_str(), 0777) == 0 || errno == EEXIST;
    if (!made) return Fail(error);
    if (end == std::string::npos) return true;
  }
}

std::optional<std::string> DiskFileSystem::CreateTemporary(const std::string& path,
                                                           std::string& error) {
  std::string temporary = TemporaryPath(path);
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  if (Descriptor(::open(temporary.c_str(), flags, 0666)).ok()) return temporary;
  Fail(error);
  return std::nullopt;
}

// A process of another machine that shares the folder looks dead from here: its file may be taken
// from it, and then its renaming fails, with the old golden in place.
bool DiskFileSystem::IsAbandoned(const std::string& path) const {
  pid_t maker = MakerOf(path);
  return maker != 0 && ::kill(maker, 0) != 0 && errno == ESRCH;
}

bool DiskFileSystem::Fill(const std::string& path, const std::string& text, std::string& error) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
  return file.ok() ? WriteAll(file.number(), text, error) : Fail(error);
}

bool DiskFileSystem::Flush(const std::string& path, std::string& error) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
  return (file.ok() && ::fsync(file.number()) == 0) || Fail(error);
}

bool DiskFileSystem::Rename(const std::string& from, const std::string& to, std::string& error) {
  return ::rename(from.c_str(), to.c_str()) == 0 || Fail(error);
}

void DiskFileSystem::FlushDirectory(const std::string& path) {
  Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) ::fsync(directory.number());
}

bool DiskFileSystem::Remove(const std::string& path, std::string& error) {
  return ::unlink(path.c_str()) == 0 || Fail(error);
}

}  // namespace streplay
