// Protocol 1, without the transport: what is sent, and what may come back (specs/adapter.md).
#ifndef STREPLAY_ADAPTER_PROTOCOL_H_
#define STREPLAY_ADAPTER_PROTOCOL_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"
#include "stream/record.h"

namespace streplay {

inline constexpr int64_t kAdapterProtocol = 1;

// What an adapter says of itself.
struct AdapterInfo {
  std::string name;      // "streamlit"
  std::string version;   // of the implementation: "1.18.1"
  std::string language;  // may be empty
  std::vector<std::string> features;
};

// "streamlit 1.18.1 (python)".
std::string AdapterInfoText(const AdapterInfo& info);

// What a case came to, before anything is compared.
struct RunAnswer {
  enum class Kind { kStream, kSkipped, kError };
  Kind kind = Kind::kStream;
  std::vector<Record> records;  // kStream; its runs are in order and whole
  std::string phase;            // kError
  std::string message;          // kError, kSkipped: one line
  std::string issue;            // kSkipped: an address, or empty
};

std::string HelloRequest();
std::string ByeRequest();
std::string UnknownRequest();  // which every adapter must refuse
std::string RunRequest(int64_t id, const Scenario& scenario, std::chrono::milliseconds budget);

// Nothing when the line is no such answer; `problem` says why, on one line.
std::optional<AdapterInfo> ReadHelloAnswer(std::string_view line, std::string& problem);
std::optional<RunAnswer> ReadRunAnswer(std::string_view line, int64_t id, std::string& problem);

// Whether the line refuses a request: an object with an `error`, with or without an id.
bool IsErrorAnswer(std::string_view line, std::string& problem);

// The protocol that an answer to hello names, when that is all one can tell: an adapter of another
// one may say anything else.
std::optional<int64_t> ProtocolOf(std::string_view line);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_PROTOCOL_H_
