#include "pathological/heap.hpp"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace unbake::tests::heap {
namespace {

// This program has one thread.
std::size_t live_bytes = 0;
std::size_t peak_bytes = 0;

void* take(std::size_t size) {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  live_bytes += malloc_usable_size(block);
  peak_bytes = std::max(peak_bytes, live_bytes);
  return block;
}

void give_back(void* block) {
  if (block != nullptr) live_bytes -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace

std::size_t live() { return live_bytes; }
std::size_t peak() { return peak_bytes; }
void reset_peak() { peak_bytes = live_bytes; }

}  // namespace unbake::tests::heap

void* operator new(std::size_t size) { return unbake::tests::heap::take(size); }
void* operator new[](std::size_t size) { return unbake::tests::heap::take(size); }
// std::stable_sort asks for its buffer in this way.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return unbake::tests::heap::take(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* block) noexcept { unbake::tests::heap::give_back(block); }
void operator delete[](void* block) noexcept { unbake::tests::heap::give_back(block); }
void operator delete(void* block, std::size_t) noexcept { unbake::tests::heap::give_back(block); }
void operator delete[](void* block, std::size_t) noexcept { unbake::tests::heap::give_back(block); }
