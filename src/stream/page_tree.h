// The page as a person sees it after a run: the deltas of the run put in their places.
#ifndef STREPLAY_STREAM_PAGE_TREE_H_
#define STREPLAY_STREAM_PAGE_TREE_H_

#include <cstdint>
#include <map>
#include <span>

#include "stream/record.h"

namespace streplay {

struct PageNode {
  const DeltaRecord* delta = nullptr;  // null for a root, and for a container of an earlier run
  std::map<int32_t, PageNode> children;

  // Whether there is anything to see: `empty` draws nothing.
  bool IsVisible() const;
};

// The records of one run; they outlive the tree. The roots are the children of the result.
PageNode BuildPage(std::span<const Record> records);

}  // namespace streplay

#endif  // STREPLAY_STREAM_PAGE_TREE_H_
