// An adapter in memory: what it answers is looked up by the script of the case.
#ifndef STREPLAY_TESTS_SUPPORT_MEMORY_ADAPTER_H_
#define STREPLAY_TESTS_SUPPORT_MEMORY_ADAPTER_H_

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "adapter/line_program.h"

namespace streplay {

struct MemoryAdapter {
  std::string hello = R"({"protocol":1,"name":"fake","version":"2.0"})";
  // By the text of `script`: the answer without its id (`"stream":[…]`), or a word: "crash",
  // "hang".
  std::map<std::string, std::string> answers;
  std::string otherwise = R"("skipped":"not today")";
  std::string errors;  // with every answer

  std::mutex mutex;
  int starts = 0;

  ProgramStarter Starter();
};

class MemoryProgram : public LineProgram {
 public:
  explicit MemoryProgram(MemoryAdapter& adapter) : adapter_(adapter) {}

  Reply Ask(std::string_view request, std::chrono::milliseconds) override {
    if (request.find(R"("cmd":"hello")") != std::string_view::npos) return Line(adapter_.hello);
    if (request.find(R"("cmd":"run")") == std::string_view::npos) {
      return Line(R"({"error":{"phase":"request","message":"unknown"}})");
    }
    std::string answer = adapter_.otherwise;
    auto known = adapter_.answers.find(Between(request, R"("script":")", "\","));
    if (known != adapter_.answers.end()) answer = known->second;
    if (answer == "crash") return {Reply::Status::kEnded, "", {true, 11}};
    if (answer == "hang") return {Reply::Status::kTimeout, "", {}};
    return Line("{\"id\":" + Between(request, R"("id":)", ",") + "," + answer + "}");
  }
  bool HasUnasked() override { return false; }
  std::string TakeErrors() override { return adapter_.errors; }
  std::optional<ProgramEnd> Finish(std::string_view, std::chrono::milliseconds) override {
    return ProgramEnd{};
  }

 private:
  static Reply Line(std::string line) { return {Reply::Status::kLine, std::move(line), {}}; }

  static std::string Between(std::string_view text, std::string_view before,
                             std::string_view after) {
    size_t begin = text.find(before) + before.size();
    return std::string(text.substr(begin, text.find(after, begin) - begin));
  }

  MemoryAdapter& adapter_;
};

inline ProgramStarter MemoryAdapter::Starter() {
  return [this](const std::string& command, std::string& error) -> std::unique_ptr<LineProgram> {
    std::lock_guard lock(mutex);
    ++starts;
    if (command == "fake") return std::make_unique<MemoryProgram>(*this);
    error = "No such file or directory";
    return nullptr;
  };
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_MEMORY_ADAPTER_H_
