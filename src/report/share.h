// How many of how many, as reports for people give it.
#ifndef STREPLAY_REPORT_SHARE_H_
#define STREPLAY_REPORT_SHARE_H_

#include <cstddef>
#include <string>

namespace streplay {

struct Share {
  size_t part = 0;
  size_t total = 0;

  void Add(bool is_part) {
    ++total;
    part += is_part ? 1 : 0;
  }
  bool IsBelow(size_t per_cent) const { return part * 100 < per_cent * total; }
  bool operator==(const Share&) const = default;
};

// "66.6 %". Rounded down: only what is whole is 100 %. Of nothing all is there.
std::string PerCent(const Share& share);

// "2 of 3".
std::string OfTotal(const Share& share);

}  // namespace streplay

#endif  // STREPLAY_REPORT_SHARE_H_
