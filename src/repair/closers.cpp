#include "repair/closers.hpp"

#include <algorithm>

namespace unbake::repair {
namespace {

constexpr std::size_t kReach = 800;  // bytes; a long paragraph

bool has_beyond_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

bool Closers::may_follow(std::size_t index) {
  if (!last_) {
    const std::string_view near = behind_.substr(0, kReach);
    last_ = window_.size();
    if (!has_beyond_ascii(near.substr(0, near.find("\n\n")))) {
      const auto is_beyond_ascii = [](const base::Symbol& s) { return s.value >= 0x80; };
      const auto last = std::find_if(window_.rbegin(), window_.rend(), is_beyond_ascii);
      last_ = static_cast<std::size_t>(window_.rend() - last) - (last == window_.rend() ? 0 : 1);
    }
  }
  return index < *last_;
}

}  // namespace unbake::repair
