#include "runtime/uploaded_file.h"

#include <algorithm>
#include <utility>

#include "runtime/server.h"
#include "script/bytes_object.h"
#include "script/list_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/text_repr.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

UploadedFile& Self(std::span<const Value> arguments) {
  return *arguments[0].As<UploadedFile>();
}

Value Bytes(Interpreter& interpreter, std::string data) {
  return interpreter.heap().MakeBytes(std::move(data));
}

Value Text(Interpreter& interpreter, const std::string& text) {
  return interpreter.heap().MakeString(text);
}

// An optional count of bytes: absent, None and negative numbers mean all.
std::optional<int64_t> CountOf(Interpreter& interpreter, const Value& value) {
  if (value.empty() || value.is_none()) return -1;
  return script::ToIndex(interpreter, value);
}

Value FileRead(Interpreter& interpreter, std::span<const Value> arguments) {
  std::optional<int64_t> count = CountOf(interpreter, arguments[1]);
  return count ? Bytes(interpreter, Self(arguments).Read(*count)) : Value();
}

Value FileReadLine(Interpreter& interpreter, std::span<const Value> arguments) {
  return Bytes(interpreter, Self(arguments).ReadLine());
}

Value FileReadLines(Interpreter& interpreter, std::span<const Value> arguments) {
  auto lines = interpreter.heap().MakeList();
  for (std::string line = Self(arguments).ReadLine(); !line.empty() && interpreter.Step();
       line = Self(arguments).ReadLine()) {
    lines->Append(Bytes(interpreter, std::move(line)));
  }
  return interpreter.failed() ? Value() : Value(lines);
}

Value FileGetValue(Interpreter& interpreter, std::span<const Value> arguments) {
  return Bytes(interpreter, Self(arguments).file().content);
}

Value FileTell(Interpreter&, std::span<const Value> arguments) {
  return Value::Int(Self(arguments).position());
}

Value FileSeek(Interpreter& interpreter, std::span<const Value> arguments) {
  std::optional<int64_t> offset = script::ToIndex(interpreter, arguments[1]);
  std::optional<int64_t> whence = 0;
  if (offset && !arguments[2].empty()) whence = script::ToIndex(interpreter, arguments[2]);
  if (!offset || !whence) return {};
  UploadedFile& file = Self(arguments);
  if (*whence == 0 && *offset < 0) {
    return interpreter.RaiseValueError("negative seek value " + std::to_string(*offset));
  }
  if (*whence < 0 || *whence > 2) {
    return interpreter.RaiseValueError("invalid whence (" + std::to_string(*whence) +
                                       ", should be 0, 1 or 2)");
  }
  const int64_t start = *whence == 0   ? 0
                        : *whence == 1 ? file.position()
                                       : static_cast<int64_t>(file.file().content.size());
  file.set_position(std::max<int64_t>(0, start + *offset));
  return Value::Int(file.position());
}

Value FileName(Interpreter& interpreter, std::span<const Value> arguments) {
  return Text(interpreter, Self(arguments).file().name);
}

Value FileType(Interpreter& interpreter, std::span<const Value> arguments) {
  return Text(interpreter, Self(arguments).file().type);
}

Value FileSize(Interpreter&, std::span<const Value> arguments) {
  return Value::Int(static_cast<int64_t>(Self(arguments).file().content.size()));
}

Value FileId(Interpreter&, std::span<const Value> arguments) {
  return Value::Int(Self(arguments).file().id);
}

constexpr script::NativeFunction kMethods[] = {
    {"read", "size=None, /", &FileRead},
    {"read1", "size=None, /", &FileRead},
    {"readline", "", &FileReadLine},
    {"readlines", "", &FileReadLines},
    {"getvalue", "", &FileGetValue},
    {"tell", "", &FileTell},
    {"seek", "position, whence=0, /", &FileSeek},
};

constexpr script::NativeProperty kProperties[] = {
    {"name", &FileName}, {"type", &FileType}, {"size", &FileSize}, {"id", &FileId}};

}  // namespace

void DefineUploadedFileMembers(script::Heap& heap, script::ClassObject& type) {
  script::DefineMethods(heap, type, kMethods);
  script::DefineProperties(heap, type, kProperties);
}

UploadedFile::UploadedFile(script::ClassObject& type, WireFile file)
    : HostObject(type), file_(std::move(file)) {
}

Value MakeUploadedFile(Server& server, WireFile file) {
  return server.heap().New<UploadedFile>(server.classes().uploaded_file, std::move(file));
}

std::string UploadedFile::HashText() const {
  return std::to_string(file_.name.size()) + ":" + file_.name + std::to_string(position_) + ":" +
         file_.content;
}

Value UploadedFile::Copy() {
  auto copy = heap().New<UploadedFile>(type(), file_);
  copy->set_position(position_);
  return copy;
}

std::string UploadedFile::Read(int64_t count) {
  const int64_t size = static_cast<int64_t>(file_.content.size());
  const int64_t begin = std::min(position_, size);
  const int64_t length = count < 0 ? size - begin : std::min(count, size - begin);
  position_ = begin == size ? position_ : begin + length;
  return file_.content.substr(static_cast<size_t>(begin), static_cast<size_t>(length));
}

std::string UploadedFile::ReadLine() {
  const size_t begin = std::min(static_cast<size_t>(position_), file_.content.size());
  const size_t end = file_.content.find('\n', begin);
  return Read(end == std::string::npos ? -1 : static_cast<int64_t>(end + 1 - begin));
}

Value UploadedFile::Repr(Interpreter& interpreter) {
  return Text(interpreter, "UploadedFile(id=" + std::to_string(file_.id) +
                               ", name=" + script::TextRepr(file_.name) +
                               ", type=" + script::TextRepr(file_.type) +
                               ", size=" + std::to_string(file_.content.size()) + ")");
}

Value UploadedFile::Compare(Interpreter&, script::Comparison comparison, const Value& other) {
  const auto* file = other.As<UploadedFile>();
  const bool is_equality =
      comparison == script::Comparison::kEqual || comparison == script::Comparison::kNotEqual;
  if (file == nullptr || !is_equality) return Value::NotImplemented();
  const bool are_equal = file_.id == file->file_.id;
  return Value::Bool(are_equal == (comparison == script::Comparison::kEqual));
}

std::optional<int64_t> UploadedFile::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: 'UploadedFile'");
  return std::nullopt;
}

Value UploadedFile::Iterate(Interpreter&) {
  return Value(this);
}

Value UploadedFile::Next(Interpreter& interpreter) {
  std::string line = ReadLine();
  return line.empty() ? Value() : Bytes(interpreter, std::move(line));
}

}  // namespace streplay
