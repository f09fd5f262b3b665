// A page holds blocks of one size, and a table says of which: so a block needs no header, and one
// that is freed without its size is found out. Pages are taken in turn from one range of addresses,
// which is how a block is told from memory of malloc's.
#include "base/small_blocks.h"

#include <sys/mman.h>

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>
#include <utility>

namespace streplay {
namespace {

constexpr size_t kPage = 4096;
constexpr size_t kPages = size_t{1} << 23;  // addresses, not memory: 32 GiB
constexpr size_t kRange = kPages * kPage;
constexpr uint32_t kBatch = 128;  // free blocks that a thread keeps and gives away together

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
};

// What a thread keeps of one size.
struct Shelf {
  Block* first = nullptr;
  Block* spare = nullptr;  // a batch beside it, so that a thread on the edge does not go to and fro
  std::byte* fresh = nullptr;  // the rest of a page that was never given out
  std::byte* fresh_end = nullptr;
  uint32_t count = 0;        // of those from `first` on
  uint32_t spare_count = 0;  // of those from `spare` on
};
using Shelves = std::array<Shelf, kSizes.size()>;
thread_local constinit Shelves shelves{};

constexpr size_t kMostBlocks = kPage / kGrain;  // of a page

struct Owner;

// What is known of a page. Only the owner's thread looks at it once blocks are given out, but for
// what never changes, which comes last.
struct alignas(64) Page {
  std::array<uint64_t, kMostBlocks / 64> free_blocks;  // a bit for each that is on no shelf
  Page* next;                                          // in the queue of its size
  bool is_queued;
  uint8_t size_number;
  Owner* owner;
};

// Pages with free blocks: they wait their turn, so that more of their blocks may come meanwhile.
struct Queue {
  Page* first = nullptr;
  Page* last = nullptr;
};

// The pages of a thread. No other takes blocks from them: two threads that wrote to blocks on one
// line of the processor's caches would wait for each other. When the thread ends, a later one is
// the owner.
struct Owner {
  std::array<Queue, kSizes.size()> queues{};
  std::mutex mutex;           // of what follows
  Block* returned = nullptr;  // blocks of these pages that other threads freed
  Owner* next = nullptr;      // of those without a thread
};
thread_local constinit Owner* owner = nullptr;

// What all threads share. `begin` is set once, before the first block is given out; the rest is
// for whoever holds the mutex.
struct Store {
  // Until there is a range: where no block lies.
  std::atomic<uintptr_t> begin = uintptr_t{1} << 63;
  std::mutex mutex;
  bool has_asked = false;
  size_t pages_used = 0;
  size_t page_count = 0;
  Page* pages = nullptr;  // before the blocks, in the same range
  Owner* idle = nullptr;  // the owners without a thread
};
constinit Store store;

uintptr_t AddressOf(const void* block) {
  return reinterpret_cast<uintptr_t>(block);
}

size_t OffsetOf(const void* block) {
  return AddressOf(block) - store.begin.load(std::memory_order_relaxed);
}

Page& PageOf(const void* block) {
  return store.pages[OffsetOf(block) / kPage];
}

std::byte* BlocksOf(const Page& page) {
  const uintptr_t begin = store.begin.load(std::memory_order_relaxed);
  return reinterpret_cast<std::byte*>(begin + static_cast<size_t>(&page - store.pages) * kPage);
}

// Asked for once. The addresses cost nothing; a page costs memory when it is first written to.
void AskForRange() {
  store.has_asked = true;
  constexpr size_t kTable = kPages * sizeof(Page);
  void* range = ::mmap(nullptr, kTable + kRange, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (range == MAP_FAILED) return;
  // A huge page would have to be filled with zeros before its first block is given out.
  ::madvise(range, kTable + kRange, MADV_NOHUGEPAGE);
  store.pages = static_cast<Page*>(range);
  store.page_count = kPages;
  store.begin.store(AddressOf(range) + kTable, std::memory_order_relaxed);
}

// Puts a page for this size on the shelf. False when there is none.
bool TakeFreshPage(Shelf& shelf, size_t number) {
  const std::lock_guard lock(store.mutex);
  if (!store.has_asked) AskForRange();
  if (store.pages_used == store.page_count) return false;
  Page& page = store.pages[store.pages_used++];
  page.size_number = static_cast<uint8_t>(number);
  page.owner = owner;
  shelf.fresh = BlocksOf(page);
  shelf.fresh_end = shelf.fresh + kPage / kSizes[number] * kSizes[number];
  return true;
}

// The block goes back to its page, which is the thread's own: what is given out together then lies
// together.
void GiveToPage(Page& page, const Block* block) {
  const size_t place = OffsetOf(block) % kPage / kSizes[page.size_number];
  page.free_blocks[place / 64] |= uint64_t{1} << (place % 64);
  if (std::exchange(page.is_queued, true)) return;
  Queue& queue = owner->queues[page.size_number];
  (queue.first == nullptr ? queue.first : queue.last->next) = &page;
  queue.last = &page;
  page.next = nullptr;
}

// Gives blocks back to whoever owns their pages.
void GiveToOwners(Block* block) {
  while (block != nullptr) {
    Block* next = block->next;
    Page& page = PageOf(block);
    if (page.owner == owner) {
      GiveToPage(page, block);
    } else {
      const std::lock_guard lock(page.owner->mutex);
      block->next = page.owner->returned;
      page.owner->returned = block;
    }
    block = next;
  }
}

void TakeReturned() {
  Block* block = nullptr;
  {
    const std::lock_guard lock(owner->mutex);
    block = std::exchange(owner->returned, nullptr);
  }
  GiveToOwners(block);
}

// Puts the page's free blocks on the shelf in the order of their addresses. None of them is read,
// which would mean to wait for the memory of each.
void TakeBlocks(Page& page, Shelf& shelf) {
  std::byte* const blocks = BlocksOf(page);
  const size_t size = kSizes[page.size_number];
  Block** end = &shelf.first;
  for (size_t word = 0; word < page.free_blocks.size(); ++word) {
    for (uint64_t bits = std::exchange(page.free_blocks[word], 0); bits != 0; bits &= bits - 1) {
      const size_t place = word * 64 + static_cast<size_t>(std::countr_zero(bits));
      *end = reinterpret_cast<Block*>(blocks + place * size);
      end = &(*end)->next;
      ++shelf.count;
    }
  }
  *end = nullptr;
}

// Puts the free blocks of the page that has waited longest on the empty shelf. False when there is
// no such page.
bool TakeFromPages(Shelf& shelf, size_t number) {
  Queue& queue = owner->queues[number];
  if (queue.first == nullptr) TakeReturned();
  if (queue.first == nullptr) return false;
  Page& page = *queue.first;
  queue.first = page.next;
  page.is_queued = false;
  TakeBlocks(page, shelf);
  return true;
}

// Makes the thread an owner of pages, and sees to it that it leaves them to others when it ends.
// False when there is no memory.
bool MindThread();

[[gnu::noinline]] void PutBatchAside(Shelf& shelf) {
  if (!MindThread()) return;
  if (shelf.spare != nullptr) GiveToOwners(shelf.spare);
  shelf.spare = shelf.first;
  shelf.spare_count = shelf.count;
  shelf.first = nullptr;
  shelf.count = 0;
}

void Put(Block* block, size_t number) {
  Shelf& shelf = shelves[number];
  if (shelf.count >= kBatch) [[unlikely]]
    PutBatchAside(shelf);
  block->next = shelf.first;
  shelf.first = block;
  ++shelf.count;
}

Block* TakeFirst(Shelf& shelf) {
  Block* block = shelf.first;
  shelf.first = block->next;
  --shelf.count;
  return block;
}

// What is freed after its end, by other things that end with the thread, is lost; and so is what a
// thread frees that takes no block itself, up to a batch of each size.
struct Ownership {
  ~Ownership() {
    for (size_t number = 0; number < shelves.size(); ++number) {
      Shelf& shelf = shelves[number];
      while (shelf.fresh != shelf.fresh_end) {
        Put(reinterpret_cast<Block*>(shelf.fresh), number);
        shelf.fresh += kSizes[number];
      }
      GiveToOwners(shelf.first);
      GiveToOwners(shelf.spare);
      shelf = Shelf();
    }
    const std::lock_guard lock(store.mutex);
    owner->next = std::exchange(store.idle, owner);
    owner = nullptr;
  }
};

Owner* TakeIdleOwner() {
  const std::lock_guard lock(store.mutex);
  if (store.idle == nullptr) return nullptr;
  return std::exchange(store.idle, store.idle->next);
}

bool MindThread() {
  if (owner != nullptr) return true;
  owner = TakeIdleOwner();
  if (owner == nullptr) {
    void* memory = std::malloc(sizeof(Owner));
    if (memory == nullptr) return false;
    owner = ::new (memory) Owner;
  }
  thread_local Ownership ownership;
  static_cast<void>(&ownership);
  return true;
}

// From the spare batch, the page begun, the thread's pages, or a fresh page. Null when there is
// none.
[[gnu::noinline]] void* Restock(size_t number) {
  if (!MindThread()) return nullptr;
  Shelf& shelf = shelves[number];
  if (shelf.spare != nullptr) {
    shelf.first = std::exchange(shelf.spare, nullptr);
    shelf.count = shelf.spare_count;
    return TakeFirst(shelf);
  }
  if (shelf.fresh == shelf.fresh_end) {
    if (TakeFromPages(shelf, number)) return TakeFirst(shelf);
    if (!TakeFreshPage(shelf, number)) return nullptr;
  }
  void* block = shelf.fresh;
  shelf.fresh += kSizes[number];
  return block;
}

size_t CountFree(const Page& page) {
  size_t count = 0;
  for (uint64_t word : page.free_blocks) count += static_cast<size_t>(std::popcount(word));
  return count;
}

size_t BytesFrom(const Block* block) {
  size_t bytes = 0;
  for (; block != nullptr; block = block->next) bytes += kSizes[PageOf(block).size_number];
  return bytes;
}

size_t BytesReturned(Owner& to) {
  const std::lock_guard lock(to.mutex);
  return BytesFrom(to.returned);
}

}  // namespace

void* TakeSmallBlock(size_t size) {
  const size_t number = SizeNumber(size);
  Shelf& shelf = shelves[number];
  return shelf.first != nullptr ? TakeFirst(shelf) : Restock(number);
}

bool IsSmallBlock(const void* block) {
  return OffsetOf(block) < kRange;
}

void FreeSmallBlock(void* block) {
  Put(static_cast<Block*>(block), PageOf(block).size_number);
}

size_t LiveBytesOfSmallBlocks() {
  const std::lock_guard lock(store.mutex);
  size_t bytes = 0;
  for (size_t page = 0; page < store.pages_used; ++page) {
    const size_t size = kSizes[store.pages[page].size_number];
    bytes += (kPage / size - CountFree(store.pages[page])) * size;
  }
  for (const Shelf& shelf : shelves) {
    bytes -= BytesFrom(shelf.first) + BytesFrom(shelf.spare);
    bytes -= static_cast<size_t>(shelf.fresh_end - shelf.fresh);
  }
  for (Owner* idle = store.idle; idle != nullptr; idle = idle->next) bytes -= BytesReturned(*idle);
  return owner == nullptr ? bytes : bytes - BytesReturned(*owner);
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
