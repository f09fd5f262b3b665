// Plain POSIX calls: what matters here (O_EXCL, O_NOFOLLOW, fsync of a file and of its directory)
// has no portable name.
#include "golden/disk_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

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

std::string DirectoryOf(const std::string& path) {
  size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool WriteAll(int descriptor, const std::string& text, std::string& error) {
  for (size_t done = 0; done < text.size();) {
    ssize_t written = ::write(descriptor, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Fail(error);
    done += static_cast<size_t>(written);
  }
  return ::fsync(descriptor) == 0 || Fail(error);
}

// `.NAME.PID-N.tmp` beside `path`: N tells apart the files that this process writes at one time.
std::string TemporaryName(const std::string& path) {
  static std::atomic<unsigned> written{0};
  std::string directory = DirectoryOf(path);
  std::string name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  return directory + "/." + name + "." + std::to_string(::getpid()) + "-" +
         std::to_string(++written) + ".tmp";
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
    entries.push_back({name, Inspect(path + "/" + name)});
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

std::optional<std::string> DiskFileSystem::WriteTemporary(const std::string& path,
                                                          const std::string& text,
                                                          std::string& error) {
  std::string name = TemporaryName(path);
  Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.ok()) {
    Fail(error);
    return std::nullopt;
  }
  if (WriteAll(file.number(), text, error)) return name;
  ::unlink(name.c_str());
  return std::nullopt;
}

bool DiskFileSystem::Rename(const std::string& from, const std::string& to, std::string& error) {
  if (::rename(from.c_str(), to.c_str()) != 0) return Fail(error);
  // The new name is on the disk once its directory is. A file system that cannot do this has
  // nothing better to offer, so its refusal is no error.
  Descriptor directory(::open(DirectoryOf(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) ::fsync(directory.number());
  return true;
}

void DiskFileSystem::Remove(const std::string& path) {
  ::unlink(path.c_str());
}

}  // namespace streplay
