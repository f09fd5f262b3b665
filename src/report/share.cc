#include "report/share.h"

namespace streplay {

std::string PerCent(const Share& share) {
  size_t tenths = share.total == 0 ? 1000 : share.part * 1000 / share.total;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + " %";
}

std::string OfTotal(const Share& share) {
  return std::to_string(share.part) + " of " + std::to_string(share.total);
}

}  // namespace streplay
