#include "report/result_text.h"

#include <sstream>

#include "report/terminal_reporter.h"

namespace streplay {

std::string ResultText(const ScenarioResult& result, bool in_ci) {
  std::ostringstream out;
  TerminalReporter reporter(out, {});
  RunInfo info;
  info.in_ci = in_ci;
  reporter.Begin(info);
  reporter.Finished(result);
  std::string text = out.str();
  return text.substr(text.find('\n') + 1);  // after the heading; npos + 1 is 0
}

std::string ShardText(const ShardInfo& shard) {
  return std::to_string(shard.index) + "/" + std::to_string(shard.count) + " (" + shard.kind + ")";
}

}  // namespace streplay
