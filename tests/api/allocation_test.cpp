// What is clean is answered without memory: every allocation of this program is counted.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "unbake/unbake.hpp"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace unbake {
namespace {

std::size_t allocations_of_fix(const std::string& text) {
  const Options options;
  const std::size_t before = allocations;
  const Fixed fixed = fix(text, options);
  const std::size_t count = allocations - before;
  EXPECT_FALSE(fixed.changed());
  EXPECT_EQ(fixed.text().data(), text.data());
  return count;
}

std::string repeated(const std::string& line) {
  std::string text;
  while (text.size() < 100'000) text += line;
  return text;
}

TEST(Allocation, AsciiNeedsNone) {
  EXPECT_EQ(allocations_of_fix(""), 0U);
  EXPECT_EQ(allocations_of_fix(repeated("Nothing in this line is beyond ASCII: 100 % of it, & more = more.\n")), 0U);
}

TEST(Allocation, LettersInLikelyPlacesNeedNone) {
  (void)fix("\xC3\xA9");  // what is made once
  EXPECT_EQ(allocations_of_fix(repeated("caf\xC3\xA9 au lait\n")), 0U);
  EXPECT_EQ(allocations_of_fix(repeated("F\xC3\xBCr den n\xC3\xA4"
                                        "chsten Morgen \xC3\xBC"
                                        "ber der T\xC3\xBCr\n")),
            0U);
}

// What has to be looked at is looked at in the same memory.
TEST(Allocation, DoesNotGrowWithLooksInVain) {
  const std::string line = "\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD1\x83\xD1\x88\xD1\x91\xD0\xBB\n";
  const std::size_t one = allocations_of_fix(line);
  EXPECT_LE(allocations_of_fix(line + line + line + line), 2 * one + 16);
}

}  // namespace
}  // namespace unbake
