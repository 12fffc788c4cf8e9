// All windows of a text, with what always holds of them.
#ifndef UNBAKE_TESTS_DETECT_WINDOWS_HPP_
#define UNBAKE_TESTS_DETECT_WINDOWS_HPP_

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "detect/window_finder.hpp"
#include "examples.hpp"

namespace unbake::detect {

/// The windows of `text`; fails the test if they are unsorted, overlap, or are not the text.
inline std::vector<Window> windows_of(std::string_view text, encoding::ReaderSet readers = tests::kAllReaders) {
  WindowFinder finder(text, readers, model::Model::builtin());
  std::vector<Window> windows;
  std::size_t done = 0;
  for (Window window; finder.next(window);) {
    EXPECT_GE(window.begin, done);
    EXPECT_LT(window.begin, window.end);
    EXPECT_LE(window.end, text.size());
    EXPECT_LE(window.symbols.size(), WindowFinder::kMaxSymbols);
    EXPECT_LE(window.conversions.size(), WindowFinder::kMostConversions);
    std::size_t offset = window.begin;
    for (const base::Symbol& symbol : window.symbols) {
      EXPECT_EQ(symbol.offset, offset);
      EXPECT_EQ(symbol.value, base::decode_utf8(text, offset).value);
      offset += base::utf8_length(symbol.value);
    }
    EXPECT_EQ(offset, window.end);
    done = window.end;
    windows.push_back(window);
    if (testing::Test::HasFailure()) break;
  }
  return windows;
}

inline bool covers(const std::vector<Window>& windows, std::size_t offset) {
  for (const Window& window : windows) {
    if (offset >= window.begin && offset < window.end) return true;
  }
  return false;
}

}  // namespace unbake::detect

#endif  // UNBAKE_TESTS_DETECT_WINDOWS_HPP_
