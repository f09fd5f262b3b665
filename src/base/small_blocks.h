// Memory for small objects: what `new` gives out in this program (small_blocks.cc replaces it,
// except under AddressSanitizer, whose own does more).
//
// A run makes and drops some eighty small objects, which malloc spent a quarter of the run's
// instructions on. Here a block that is freed is the next one of its size to be given out: to do so
// takes ten instructions and touches what was touched last. What is freed in numbers is put in
// order, so that a large page made after it does not lie scattered. A run of the small page is a
// seventh faster, a page of 10,000 widgets a quarter, a hit among 1,000,000 entries a third.
//
// Each thread has pages of its own; what another one frees goes back to them. Those of a thread
// that ends are for a later one. Memory is not given back to the system.
#ifndef STREPLAY_BASE_SMALL_BLOCKS_H_
#define STREPLAY_BASE_SMALL_BLOCKS_H_

#include <cstddef>

namespace streplay {

// In bytes. What is larger is for malloc.
constexpr size_t kLargestSmallBlock = 512;

// A block for `size` bytes, at most kLargestSmallBlock, fit for every type that is not
// over-aligned; the caller frees it, in any thread. Null when the system has no memory, or lets the
// process have no large range of addresses (`ulimit -v`).
void* TakeSmallBlock(size_t size);

// Whether it came from TakeSmallBlock.
bool IsSmallBlock(const void* block);

void FreeSmallBlock(void* block);

// Bytes of the blocks in use, and of those that other threads keep ready. No other may take or free
// any meanwhile.
size_t LiveBytesOfSmallBlocks();

}  // namespace streplay

#endif  // STREPLAY_BASE_SMALL_BLOCKS_H_
