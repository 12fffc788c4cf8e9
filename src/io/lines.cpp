#include "io/lines.hpp"

#include <cstring>
#include <new>

namespace unbake::io {
namespace {

constexpr std::size_t kFirstCapacity = std::size_t{1} << 18;

}  // namespace

void LineReader::make_room() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ < capacity_) return;
  const std::size_t larger = capacity_ == 0 ? kFirstCapacity : 2 * capacity_;
  // realloc moves the pages of a large block instead of copying it.
  char* grown = static_cast<char*>(std::realloc(buffer_.get(), larger));
  if (grown == nullptr) throw std::bad_alloc();
  static_cast<void>(buffer_.release());
  buffer_.reset(grown);
  capacity_ = larger;
}

std::variant<std::string_view, Failure> LineReader::next() {
  std::size_t searched = begin_;
  for (;;) {
    const void* feed = searched == end_ ? nullptr : std::memchr(buffer_.get() + searched, '\n', end_ - searched);
    if (feed != nullptr || at_end_) {
      const char* start = buffer_.get() + begin_;
      const std::size_t length =
          feed != nullptr ? static_cast<std::size_t>(static_cast<const char*>(feed) - start) + 1 : end_ - begin_;
      begin_ += length;
      return std::string_view(start, length);
    }
    const std::size_t waiting = end_ - begin_;
    if (end_ == capacity_) make_room();
    searched = begin_ + waiting;
    before_reading_();
    auto count = input_->read(buffer_.get() + end_, capacity_ - end_);
    if (auto* failure = std::get_if<Failure>(&count)) return std::move(*failure);
    end_ += std::get<std::size_t>(count);
    at_end_ = std::get<std::size_t>(count) == 0;
  }
}

}  // namespace unbake::io
