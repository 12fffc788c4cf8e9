#include "unbake/stream.hpp"

#include <utility>

namespace unbake {
namespace {

// How many bytes of `text`, which is longer than a block, the next block has.
std::size_t block_length(std::string_view text) {
  const std::string_view first = text.substr(0, Stream::kBlockSize);
  const std::size_t line_feed = first.rfind('\n');
  if (line_feed != std::string_view::npos) return line_feed + 1;
  // Before a character of UTF-8, of which at most three bytes may stand before the limit.
  for (std::size_t end = Stream::kBlockSize; end > Stream::kBlockSize - 4; --end) {
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80) return end;
  }
  return Stream::kBlockSize;
}

}  // namespace

Stream::Stream(Options options) : options_(std::move(options)) {}

void Stream::begin_answer() {
  answer_.clear();
  if (finished_) changed_ = false;
  finished_ = false;
}

void Stream::repair_block(std::string_view block) {
  const Fixed fixed = fix(block, options_);
  changed_ |= fixed.changed();
  answer_ += fixed.text();
}

std::string_view Stream::push(std::string_view bytes) {
  begin_answer();
  held_ += bytes;
  std::string_view rest = held_;
  while (rest.size() > kBlockSize) {
    const std::size_t length = block_length(rest);
    repair_block(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  held_.erase(0, held_.size() - rest.size());
  return answer_;
}

std::string_view Stream::finish() {
  begin_answer();
  if (!held_.empty()) repair_block(held_);
  held_.clear();
  finished_ = true;
  return answer_;
}

}  // namespace unbake
