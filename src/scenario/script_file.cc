#include "scenario/script_file.h"

#include <filesystem>
#include <string>
#include <utility>

#include "scenario/map_fields.h"
#include "scenario/mapped_scalar.h"
#include "scenario/text_file.h"

namespace streplay {
namespace {

namespace fs = std::filesystem;

// Both normal and either both absolute or both relative to one folder.
bool IsBelow(const fs::path& path, const fs::path& folder) {
  fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != ".." && relative != ".";
}

bool IsAllowedPath(const std::string& written, const fs::path& path, const CorpusPlace& place,
                   const FileReader& files) {
  if (fs::path(written).is_absolute() || written.find('\\') != std::string::npos) return false;
  if (!IsBelow(path, fs::path(place.root).lexically_normal())) return false;
  std::optional<std::string> real = files.RealPath(path.string());
  std::optional<std::string> real_root = files.RealPath(place.root);
  return !real || (real_root && IsBelow(*real, *real_root));  // a missing file is told later
}

}  // namespace

std::optional<MappedText> ReadScriptFile(const YamlNode& node, const CorpusPlace& place,
                                         const FileReader& files, LoadContext& context) {
  std::optional<std::string> written = ReadName(node, "`file`", context);
  if (!written) return std::nullopt;
  fs::path path = (fs::path(place.folder) / *written).lexically_normal();
  if (!IsAllowedPath(*written, path, place, files)) {
    context.Error(node, "the script must be a file below " + Quoted(place.root),
                  "write its path relative to the scenario");
    return std::nullopt;
  }
  size_t limit = context.options().max_file_bytes;
  FileContent content = files.Read(path.string(), limit);
  if (content.status != FileContent::Status::kRead) {
    context.Error(node, Quoted(path.string()) + " " + ReadFailureText(content.status, limit));
    return std::nullopt;
  }
  SourceTextPtr source = DecodeTextFile(path.string(), content.text, context.diagnostics());
  if (!source) return std::nullopt;
  return MapFile(source);
}

}  // namespace streplay
