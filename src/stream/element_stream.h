// Everything that the runs of one scenario showed in one profile: the header and the records.
#ifndef STREPLAY_STREAM_ELEMENT_STREAM_H_
#define STREPLAY_STREAM_ELEMENT_STREAM_H_

#include <string>
#include <vector>

#include "stream/record.h"

namespace streplay {

struct ElementStream {
  std::string scenario;  // its id, the path below `scenarios` without extension
  std::string profile;
  std::vector<Record> records;
};

}  // namespace streplay

#endif  // STREPLAY_STREAM_ELEMENT_STREAM_H_
