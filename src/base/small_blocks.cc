// A page holds blocks of one size, and a table says of which: so a block needs no header, and one
// that is freed without its size is found out. Pages are taken in turn from one range of addresses,
// which is how a block is told from memory of malloc's.
#include "base/small_blocks.h"

#include <sys/mman.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

namespace streplay {
namespace {

constexpr size_t kPage = 4096;
constexpr size_t kPages = size_t{1} << 23;  // addresses, not memory: 32 GiB
constexpr size_t kRange = kPages * kPage;
// What lies beyond is asked for in huge pages, which a large cache is reached through more quickly;
// a small program would spend its time on filling the first one with zeros.
constexpr size_t kSmallPagesEnd = size_t{16} << 20;
constexpr uint32_t kBatch = 64;  // blocks that go from one thread to another together

constexpr size_t kGrain = 16;  // the strictest alignment of a type that is not over-aligned
constexpr std::array<uint16_t, 16> kSizes = {16,  32,  48,  64,  80,  96,  112, 128,
                                             160, 192, 224, 256, 320, 384, 448, 512};
static_assert(kSizes.back() == kLargestSmallBlock && kGrain >= alignof(std::max_align_t));

// The number of the least size that is enough, by the size in grains.
constexpr auto kSizeNumbers = [] {
  std::array<uint8_t, kLargestSmallBlock / kGrain + 1> numbers{};
  for (size_t grains = 1, number = 0; grains < numbers.size(); ++grains) {
    if (grains * kGrain > kSizes[number]) ++number;
    numbers[grains] = static_cast<uint8_t>(number);
  }
  return numbers;
}();

size_t SizeNumber(size_t size) {
  return kSizeNumbers[(size + kGrain - 1) / kGrain];
}

// A block that is free.
struct Block {
  Block* next;
  Block* next_batch;  // of the first of a batch in the store
};

// What a thread keeps of one size.
struct Shelf {
  Block* first = nullptr;
  Block* spare = nullptr;  // a batch beside it, so that a thread on the edge does not go to and fro
  std::byte* fresh = nullptr;  // the rest of a page that was never given out
  std::byte* fresh_end = nullptr;
  uint32_t count = 0;  // of those from `first` on; or more: the last batch of a thread is smaller
};
using Shelves = std::array<Shelf, kSizes.size()>;
thread_local constinit Shelves shelves{};

// What all threads share. `begin` is set once, before the first block is given out; the rest is
// for whoever holds the mutex.
struct Store {
  // Until there is a range: where no block lies.
  std::atomic<uintptr_t> begin = uintptr_t{1} << 63;
  std::mutex mutex;
  bool has_asked = false;
  size_t pages_used = 0;
  size_t pages = 0;
  uint8_t* size_numbers = nullptr;  // of the pages; before them, in the same range
  std::array<Block*, kSizes.size()> batches{};
};
constinit Store store;

uintptr_t AddressOf(const void* block) {
  return reinterpret_cast<uintptr_t>(block);
}

size_t OffsetOf(const void* block) {
  return AddressOf(block) - store.begin.load(std::memory_order_relaxed);
}

// Asked for once. The addresses cost nothing; a page costs memory when it is first written to.
void AskForRange() {
  store.has_asked = true;
  void* range = ::mmap(nullptr, kPages + kRange, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (range == MAP_FAILED) return;
  auto* bytes = static_cast<std::byte*>(range);
  ::madvise(bytes, kSmallPagesEnd, MADV_NOHUGEPAGE);  // they are only better, not needed
  ::madvise(bytes + kSmallPagesEnd, kPages + kRange - kSmallPagesEnd, MADV_HUGEPAGE);
  store.size_numbers = static_cast<uint8_t*>(range);
  store.pages = kPages;
  store.begin.store(AddressOf(bytes + kPages), std::memory_order_relaxed);
}

// Puts a page for this size on the shelf. False when there is none.
bool TakePage(Shelf& shelf, size_t number) {
  if (!store.has_asked) AskForRange();
  if (store.pages_used == store.pages) return false;
  const size_t page = store.pages_used++;
  store.size_numbers[page] = static_cast<uint8_t>(number);
  const uintptr_t begin = store.begin.load(std::memory_order_relaxed) + page * kPage;
  shelf.fresh = reinterpret_cast<std::byte*>(begin);
  shelf.fresh_end = shelf.fresh + kPage / kSizes[number] * kSizes[number];
  return true;
}

Block* TakeAll(Shelf& shelf, Block* batch) {
  shelf.first = batch->next;
  shelf.count = kBatch - 1;
  return batch;
}

void GiveToStore(Block* batch, size_t number) {
  const std::lock_guard lock(store.mutex);
  batch->next_batch = store.batches[number];
  store.batches[number] = batch;
}

void Put(Block* block, size_t number) {
  Shelf& shelf = shelves[number];
  if (shelf.count >= kBatch) [[unlikely]] {
    if (shelf.spare != nullptr) GiveToStore(shelf.spare, number);
    shelf.spare = shelf.first;
    shelf.first = nullptr;
    shelf.count = 0;
  }
  block->next = shelf.first;
  shelf.first = block;
  ++shelf.count;
}

// Gives what the thread keeps to the store when it ends. What is freed after that, by other things
// that end with the thread, is lost.
struct ShelvesOfThread {
  ~ShelvesOfThread() {
    for (size_t number = 0; number < shelves.size(); ++number) {
      Shelf& shelf = shelves[number];
      while (shelf.fresh != shelf.fresh_end) {
        Put(reinterpret_cast<Block*>(shelf.fresh), number);
        shelf.fresh += kSizes[number];
      }
      for (Block* batch : {shelf.first, shelf.spare}) {
        if (batch != nullptr) GiveToStore(batch, number);
      }
      shelf = Shelf();
    }
  }
};
thread_local ShelvesOfThread shelves_of_thread;

// From the spare batch, the page begun, the store, or a new page. Null when there is none.
[[gnu::noinline]] void* Restock(size_t number) {
  static_cast<void>(&shelves_of_thread);  // a use, from which on it is destroyed with the thread
  Shelf& shelf = shelves[number];
  if (Block* spare = shelf.spare) {
    shelf.spare = nullptr;
    return TakeAll(shelf, spare);
  }
  if (shelf.fresh == shelf.fresh_end) {
    const std::lock_guard lock(store.mutex);
    if (Block* batch = store.batches[number]) {
      store.batches[number] = batch->next_batch;
      return TakeAll(shelf, batch);
    }
    if (!TakePage(shelf, number)) return nullptr;
  }
  void* block = shelf.fresh;
  shelf.fresh += kSizes[number];
  return block;
}

size_t CountFrom(const Block* block) {
  size_t count = 0;
  for (; block != nullptr; block = block->next) ++count;
  return count;
}

}  // namespace

void* TakeSmallBlock(size_t size) {
  const size_t number = SizeNumber(size);
  Shelf& shelf = shelves[number];
  Block* block = shelf.first;
  if (block == nullptr) [[unlikely]]
    return Restock(number);
  shelf.first = block->next;
  --shelf.count;
  return block;
}

bool IsSmallBlock(const void* block) {
  return OffsetOf(block) < kRange;
}

void FreeSmallBlock(void* block) {
  Put(static_cast<Block*>(block), store.size_numbers[OffsetOf(block) / kPage]);
}

size_t LiveBytesOfSmallBlocks() {
  const std::lock_guard lock(store.mutex);
  size_t bytes = 0;
  for (size_t page = 0; page < store.pages_used; ++page) {
    const size_t size = kSizes[store.size_numbers[page]];
    bytes += kPage / size * size;
  }
  for (size_t number = 0; number < kSizes.size(); ++number) {
    const Shelf& shelf = shelves[number];
    size_t free = CountFrom(shelf.first) + CountFrom(shelf.spare);
    for (const Block* batch = store.batches[number]; batch; batch = batch->next_batch) {
      free += CountFrom(batch);
    }
    bytes -= free * kSizes[number] + static_cast<size_t>(shelf.fresh_end - shelf.fresh);
  }
  return bytes;
}

#ifndef __SANITIZE_ADDRESS__
namespace {

[[gnu::noinline]] void* TakeFromMalloc(size_t size) {
  while (true) {
    if (void* block = std::malloc(size)) return block;
    std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace
#endif

}  // namespace streplay

#ifndef __SANITIZE_ADDRESS__

// The other forms end in these, but those of over-aligned types, which keep to malloc.
void* operator new(size_t size) {
  if (size <= streplay::kLargestSmallBlock) [[likely]] {
    if (void* block = streplay::TakeSmallBlock(size)) [[likely]]
      return block;
  }
  return streplay::TakeFromMalloc(size);
}

void operator delete(void* block) noexcept {
  if (streplay::IsSmallBlock(block)) return streplay::FreeSmallBlock(block);
  std::free(block);
}

// With its size it need not be looked up.
void operator delete(void* block, size_t size) noexcept {
  if (size <= streplay::kLargestSmallBlock && streplay::IsSmallBlock(block)) [[likely]] {
    return streplay::Put(static_cast<streplay::Block*>(block), streplay::SizeNumber(size));
  }
  std::free(block);
}

#endif
