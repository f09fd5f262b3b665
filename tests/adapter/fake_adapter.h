// The adapter that misbehaves on request (fake_adapter.sh), and cases for it.
#ifndef STREPLAY_TESTS_ADAPTER_FAKE_ADAPTER_H_
#define STREPLAY_TESTS_ADAPTER_FAKE_ADAPTER_H_

#include <dirent.h>

#include <chrono>
#include <memory>
#include <string>

#include "adapter/child_process.h"
#include "adapter/connection.h"
#include "scenario/scenario.h"

namespace streplay {

inline std::string FakeAdapterCommand(const std::string& behaviour = "") {
  return std::string(STREPLAY_SOURCE_DIR) + "/tests/adapter/fake_adapter.sh " + behaviour;
}

inline std::unique_ptr<LineProgram> StartFake(const std::string& command, std::string& error) {
  ChildLimits limits;
  limits.max_line_bytes = size_t{64} << 10;
  limits.max_error_bytes = 200;
  return StartChildProcess(command, limits, error);
}

inline AdapterConnection FakeConnection(const std::string& behaviour,
                                        std::chrono::milliseconds budget) {
  return {{FakeAdapterCommand(behaviour), budget, budget}, StartFake};
}

inline Scenario FakeCase(const std::string& behaviour) {
  Scenario scenario;
  scenario.id = behaviour;
  scenario.script.text = "# do: " + behaviour + "\n";
  scenario.steps.push_back({{}, RunStep{}});
  return scenario;
}

inline size_t OpenDescriptors() {
  size_t count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  if (folder == nullptr) return 0;
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return count;
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_ADAPTER_FAKE_ADAPTER_H_
