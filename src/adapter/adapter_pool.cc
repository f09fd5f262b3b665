#include "adapter/adapter_pool.h"

#include <utility>

namespace streplay {

AdapterPool::AdapterPool(AdapterSettings settings, ProgramStarter starter)
    : settings_(std::move(settings)), starter_(std::move(starter)) {
}

bool AdapterPool::Start(CaseAnswer& failure, AdapterInfo& info) {
  auto connection = Take();
  bool is_up = connection->Start(failure);
  if (is_up) info = connection->info();
  GiveBack(std::move(connection));
  return is_up;
}

CaseAnswer AdapterPool::Run(const Scenario& scenario) {
  auto connection = Take();
  CaseAnswer answer = connection->Run(scenario);
  GiveBack(std::move(connection));
  return answer;
}

void AdapterPool::Close() {
  for (auto& connection : free_) connection->Close();
  free_.clear();
}

std::unique_ptr<AdapterConnection> AdapterPool::Take() {
  std::lock_guard lock(mutex_);
  if (free_.empty()) return std::make_unique<AdapterConnection>(settings_, starter_);
  auto connection = std::move(free_.back());
  free_.pop_back();
  return connection;
}

void AdapterPool::GiveBack(std::unique_ptr<AdapterConnection> connection) {
  std::lock_guard lock(mutex_);
  free_.push_back(std::move(connection));
}

}  // namespace streplay
