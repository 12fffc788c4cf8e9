// However long a text is that comes in pieces: what is held does not grow with it.
#include "unbake/stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "pathological/heap.hpp"
#include "pathological/texts.hpp"

namespace unbake::tests {
namespace {

constexpr std::size_t kBlock = 64 << 10;

// The sections that are held, as text and repaired, what was found in them, and a window.
constexpr std::size_t kMost = 24 << 20;

// The most that is on the heap while `pieces` of `piece` come.
std::size_t held_by(const std::string& piece, std::size_t pieces) {
  const std::size_t before = heap::live();
  heap::reset_peak();
  {
    Stream stream;
    for (std::size_t i = 0; i < pieces; ++i) EXPECT_LE(stream.push(piece).size(), 64U << 20);
    EXPECT_GT(stream.finish().size(), 0U);
  }
  return heap::peak() - before;
}

void expect_constant(const std::string& piece) {
  const std::size_t section = SectionCutter::kLongest / piece.size() + 1;
  const std::size_t shorter = held_by(piece, 12 * section);
  const std::size_t longer = held_by(piece, 24 * section);
  testing::Test::RecordProperty("held", static_cast<int>(longer));
  EXPECT_LE(longer, shorter + shorter / 8);
  EXPECT_LE(longer, kMost);
}

const std::string kClean = repeat("Nothing is wrong with this line, nor with the next.\n", kBlock);
const std::string kDamaged =
    "Le caf\xC3\x83\xC2\xA9 fran\xC3\x83\xC2\xA7"
    "ais\n";

TEST(StreamMemory, OfCleanAsciiDoesNotGrow) { expect_constant(kClean); }

TEST(StreamMemory, OfCleanTextDoesNotGrow) {
  expect_constant(repeat("L'\xC3\xA9t\xC3\xA9 \xC3\xA0 la plage.\n", kBlock));
}

TEST(StreamMemory, OfTextWithDamagedLinesDoesNotGrow) { expect_constant(kClean + kDamaged + kClean + kDamaged); }

}  // namespace
}  // namespace unbake::tests
