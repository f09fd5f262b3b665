// As many connections to an adapter as are used at a time: each thread that runs a case takes a
// free one, or a new one when there is none.
#ifndef STREPLAY_ADAPTER_ADAPTER_POOL_H_
#define STREPLAY_ADAPTER_ADAPTER_POOL_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapter/connection.h"

namespace streplay {

class AdapterPool {
 public:
  AdapterPool(AdapterSettings settings, ProgramStarter starter);

  // Starts one process. False when it does not come up (AdapterConnection::Start).
  [[nodiscard]] bool Start(CaseAnswer& failure, AdapterInfo& info);

  // From any thread; each process runs one case at a time.
  CaseAnswer Run(const Scenario& scenario);

  // Ends all processes, each after a bye. No case may be running.
  void Close();

 private:
  std::unique_ptr<AdapterConnection> Take();
  void GiveBack(std::unique_ptr<AdapterConnection> connection);

  AdapterSettings settings_;
  ProgramStarter starter_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<AdapterConnection>> free_;
};

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_ADAPTER_POOL_H_
