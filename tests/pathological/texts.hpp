// Texts made to be slow: each shape at any length.
#ifndef UNBAKE_TESTS_PATHOLOGICAL_TEXTS_HPP_
#define UNBAKE_TESTS_PATHOLOGICAL_TEXTS_HPP_

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::tests {

/// A text without an end: a piece repeated on one line.
struct Shape {
  std::string name;
  std::string piece;
  friend std::ostream& operator<<(std::ostream& out, const Shape& shape) { return out << shape.name; }
};

// `piece`, over and over, `length` bytes of it.
inline std::string repeat(std::string_view piece, std::size_t length) {
  std::string text;
  text.reserve(length + piece.size());
  while (text.size() < length) text += piece;
  text.resize(length);
  return text;
}

/// Sanitizers make everything some twenty times slower.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t kMegabyte = 1 << 16;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr std::size_t kMegabyte = 1 << 16;
#else
inline constexpr std::size_t kMegabyte = 1 << 20;
#endif
#else
inline constexpr std::size_t kMegabyte = 1 << 20;
#endif

/// All shapes.
const std::vector<Shape>& shapes();

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_PATHOLOGICAL_TEXTS_HPP_
