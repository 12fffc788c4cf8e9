#include "cli/code_points.hpp"

#include <algorithm>

namespace unbake::cli {
namespace {

bool is_between(char byte, unsigned char least, unsigned char most) {
  return static_cast<unsigned char>(byte) >= least && static_cast<unsigned char>(byte) <= most;
}

}  // namespace

std::size_t code_point_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
  if (length == 1 || text.size() < length) return 1;
  // The second byte excludes overlong forms, surrogates and what lies past U+10FFFF.
  const unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (!is_between(text[1], least, most)) return 1;
  const std::string_view rest = text.substr(2, length - 2);
  return std::all_of(rest.begin(), rest.end(), [](char c) { return is_between(c, 0x80, 0xBF); }) ? length : 1;
}

Position PositionFinder::find(std::size_t offset) {
  while (at_ < offset && at_ < text_.size()) {
    const std::size_t length = code_point_length(text_.substr(at_));
    if (text_[at_] == '\n') {
      ++position_.line;
      position_.column = 1;
    } else {
      ++position_.column;
    }
    at_ += length;
  }
  return position_;
}

}  // namespace unbake::cli
