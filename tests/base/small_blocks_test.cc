#include "base/small_blocks.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.h"

namespace streplay {
namespace {

constexpr size_t kMany = 1000;  // several batches

// Blocks with their size written all over them.
class Blocks {
 public:
  ~Blocks() { FreeAll(); }

  void Take(size_t size) {
    void* block = TakeSmallBlock(size);
    REQUIRE(block != nullptr);
    std::memset(block, static_cast<int>(size % 251), size);
    blocks_.push_back({static_cast<unsigned char*>(block), size});
  }

  size_t CountOverwritten() const {
    size_t count = 0;
    for (const Taken& taken : blocks_) {
      for (size_t i = 0; i < taken.size; ++i) count += taken.bytes[i] != taken.size % 251;
    }
    return count;
  }

  void FreeAll() {
    for (const Taken& taken : blocks_) FreeSmallBlock(taken.bytes);
    blocks_.clear();
  }

 private:
  struct Taken {
    unsigned char* bytes;
    size_t size;
  };
  std::vector<Taken> blocks_;
};

TEST_CASE("a small block holds as many bytes as were asked for") {
  Blocks blocks;
  for (int round = 0; round < 20; ++round) {
    for (size_t size = 0; size <= kLargestSmallBlock; ++size) blocks.Take(size);
  }
  CHECK(blocks.CountOverwritten() == 0);
}

TEST_CASE("a small block is fit for any type and told from other memory") {
  for (size_t size : {0, 1, 16, 17, 40, 129, 300, 512}) {
    void* block = TakeSmallBlock(size);
    CHECK(reinterpret_cast<uintptr_t>(block) % alignof(std::max_align_t) == 0);
    CHECK(IsSmallBlock(block));
    FreeSmallBlock(block);
  }
  const int on_the_stack = 0;
  CHECK_FALSE(IsSmallBlock(&on_the_stack));
  CHECK_FALSE(IsSmallBlock(nullptr));
}

TEST_CASE("the block that was freed last is given out next") {
  void* block = TakeSmallBlock(100);
  FreeSmallBlock(block);
  void* next = TakeSmallBlock(112);  // of the same size when rounded
  CHECK(next == block);
  FreeSmallBlock(next);
}

TEST_CASE("blocks that are freed are no longer in use") {
  const size_t before = LiveBytesOfSmallBlocks();
  {
    Blocks blocks;
    for (size_t i = 0; i < kMany; ++i) blocks.Take(48);
    CHECK(LiveBytesOfSmallBlocks() >= before + kMany * 48);
    CHECK(LiveBytesOfSmallBlocks() < before + kMany * 48 + 1000 * sizeof(void*));
  }
  CHECK(LiveBytesOfSmallBlocks() == before);
}

TEST_CASE("what one thread takes another may free") {
  const size_t before = LiveBytesOfSmallBlocks();
  for (int round = 0; round < 20; ++round) {
    Blocks blocks;
    std::thread([&] {
      for (size_t i = 0; i < kMany; ++i) blocks.Take(i % (kLargestSmallBlock + 1));
    }).join();
    CHECK(blocks.CountOverwritten() == 0);
    blocks.FreeAll();
  }
  CHECK(LiveBytesOfSmallBlocks() <= before + 16 * kLargestSmallBlock);
}

TEST_CASE("a thread that ends keeps nothing") {
  const size_t before = LiveBytesOfSmallBlocks();
  for (int round = 0; round < 100; ++round) {
    std::thread([] {
      Blocks blocks;
      for (size_t size = 16; size <= kLargestSmallBlock; size += 16) {
        for (int i = 0; i < 200; ++i) blocks.Take(size);
      }
    }).join();
  }
  CHECK(LiveBytesOfSmallBlocks() <= before + 16 * kLargestSmallBlock);
}

TEST_CASE("a thread that only frees keeps a batch of each size at most") {
  const size_t before = LiveBytesOfSmallBlocks();
  for (int round = 0; round < 10; ++round) {
    Blocks blocks;
    for (size_t i = 0; i < kMany; ++i) blocks.Take(64);
    std::thread([&] { blocks.FreeAll(); }).join();
  }
  CHECK(LiveBytesOfSmallBlocks() <= before + 16 * kLargestSmallBlock);
}

TEST_CASE("threads that take and free at the same time do not meet") {
  std::vector<std::thread> threads;
  std::vector<size_t> overwritten(4);
  for (size_t number = 0; number < overwritten.size(); ++number) {
    threads.emplace_back([&overwritten, number] {
      for (int round = 0; round < 50; ++round) {
        Blocks blocks;
        for (size_t i = 0; i < kMany; ++i) blocks.Take((i * 7 + number) % kLargestSmallBlock);
        overwritten[number] += blocks.CountOverwritten();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(overwritten == std::vector<size_t>(4));
}

#ifndef __SANITIZE_ADDRESS__

TEST_CASE("new gives out small blocks, and malloc's memory for what is larger") {
  auto small = std::make_unique<char[]>(kLargestSmallBlock);
  auto large = std::make_unique<char[]>(kLargestSmallBlock + 1);
  CHECK(IsSmallBlock(small.get()));
  CHECK_FALSE(IsSmallBlock(large.get()));
  std::string text(100, 'x');  // its memory comes from the library's own code
  CHECK(IsSmallBlock(text.data()));
}

#endif

}  // namespace
}  // namespace streplay
