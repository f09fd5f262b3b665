// UploadedFile: what st.file_uploader and st.camera_input give the script: a file in memory, opened
// for reading (Streamlit's UploadedFile, an io.BytesIO).
#ifndef STREPLAY_RUNTIME_UPLOADED_FILE_H_
#define STREPLAY_RUNTIME_UPLOADED_FILE_H_

#include <string>

#include "runtime/wire_value.h"
#include "script/object.h"

namespace streplay {

class Server;

class UploadedFile : public script::HostObject {
 public:
  // Use MakeUploadedFile.
  UploadedFile(script::ClassObject& type, WireFile file);

  const WireFile& file() const { return file_; }
  // What Streamlit's hasher reads of a file: its name, position and content.
  std::string HashText() const;
  // Another handle on the same file, at the same position.
  script::Value Copy();

  // Bytes from the position on: at most `count` (negative: all), or up to and with a line break.
  std::string Read(int64_t count);
  std::string ReadLine();
  int64_t position() const { return position_; }
  void set_position(int64_t position) { position_ = position; }

  script::Value Repr(script::Interpreter& interpreter) override;
  // Two handles are equal when they are on the same upload.
  script::Value Compare(script::Interpreter& interpreter, script::Comparison comparison,
                        const script::Value& other) override;
  // __eq__ without __hash__.
  std::optional<int64_t> Hash(script::Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  script::Value Iterate(script::Interpreter& interpreter) override;
  bool IsIterator() const override { return true; }
  script::Value Next(script::Interpreter& interpreter) override;

 private:
  WireFile file_;
  int64_t position_ = 0;
};

script::Value MakeUploadedFile(Server& server, WireFile file);

// Gives the class of uploaded files its methods and properties, once a heap.
void DefineUploadedFileMembers(script::Heap& heap, script::ClassObject& type);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_UPLOADED_FILE_H_
